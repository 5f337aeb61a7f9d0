from __future__ import annotations

from macros.evidence.words import shingles_of, words_of


def normal(text: str) -> list[str]:
    return [word.normal for word in words_of(text)]


def test_words_compare_equal_however_they_are_typed() -> None:
    assert normal("“Don’t — STOP”, he said.") == normal("don't stop he said")
    assert normal("ﬁsh ½") == normal("fish 1⁄2")
    assert normal("Straße") == normal("STRASSE")


def test_a_hyphen_separates_words_and_an_apostrophe_does_not() -> None:
    assert normal("well-known O’Tarn") == ["well", "known", "otarn"]


def test_words_keep_the_text_as_typed() -> None:
    assert [word.typed for word in words_of("The KEEPER")] == ["The", "KEEPER"]


def test_shingles_overlap_and_a_short_text_is_one_shingle() -> None:
    assert shingles_of(words_of("a b c d")) == ["a b c", "b c d"]
    assert shingles_of(words_of("a b")) == ["a b"]
    assert shingles_of([]) == []
