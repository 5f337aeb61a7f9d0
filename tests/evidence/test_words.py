from __future__ import annotations

import pytest

from macros.evidence.words import amount, plain_words, prepared, shingle_size, shingles_of, words_of


def normal(text: str) -> list[str]:
    return [word.normal for word in words_of(text)]


def exact(text: str) -> list[str]:
    return [word.exact + word.mark for word in words_of(text)]


def test_words_compare_equal_however_they_are_typed() -> None:
    assert normal("“Don’t — STOP”, he said.") == normal("don't stop he said")
    assert normal("ﬁsh ½") == normal("fish 1⁄2")
    assert normal("Straße") == normal("STRASSE")


def test_a_hyphen_separates_words_and_an_apostrophe_does_not() -> None:
    assert normal("well-known O’Tarn") == ["well", "known", "otarn"]


def test_words_keep_the_text_as_typed() -> None:
    assert [word.typed for word in words_of("The KEEPER")] == ["The", "KEEPER"]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("ca\N{SOFT HYPHEN}fé", "cafe"),
        ("re\N{ZERO WIDTH SPACE}gime", "regime"),
        ("re\N{WORD JOINER}gime", "regime"),
        ("re\N{COMBINING GRAPHEME JOINER}gime", "regime"),
        ("regime\N{VARIATION SELECTOR-16}", "regime"),
        ("re\N{LEFT-TO-RIGHT MARK}gime", "regime"),
        ("re\N{COMBINING ACUTE ACCENT}gime", "regime"),
        ("_regime_", "regime"),
        ("за\N{COMBINING ACUTE ACCENT}мок", "замок"),
        ("كـــتب", "كتب"),
        ("كَتَبَ", "كتب"),
        ("שָׁלוֹם", "שלום"),
        ("İSTANBUL", "istanbul"),
        ("ինչպե՞ս", "ինչպես"),
        ("٢٠٢٣", "2023"),
        ("२०२३", "2023"),
    ],
)
def test_capitals_and_optional_marks_make_no_other_word(typed: str, plain: str) -> None:
    assert normal(typed) == plain_words(typed) == [plain]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("सरकार की जीत तय", "सरकार की जाति तय"),
        ("मेला", "मैला"),
        ("บ้าน", "บาน"),
        ("が", "か"),
        ("نوشت", "نشست"),
    ],
)
def test_another_vowel_is_another_word(one: str, other: str) -> None:
    assert exact(one) != exact(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we're", "were"),
        ("it's", "its"),
        ("well", "we'll"),
        ("US", "us"),
        ("$5 million", "€5 million"),
        ("$5 million", "5 million"),
        ("5 €", "5 $"),
        ("40% of", "40 of"),
        ("40 %", "40 ‰"),
        ("1,200", "1.200"),
        ("1,200", "1200"),
        ("3.5", "3-5"),
        ("-5", "5"),
        ("≥5", "≤5"),
        ("10²", "102"),
        ("1½", "11/2"),
        ("9:30", "9.30"),
        ("ready?", "ready"),
        ("ready!", "ready."),
        ("no. Real", "no real"),
        ("no, real", "no real"),
        ("re-signed", "re signed"),
        ("he or she", "he/or she"),
    ],
)
def test_what_changes_the_meaning_changes_the_exact_form(one: str, other: str) -> None:
    assert exact(one) != exact(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we’re", "we're"),
        ("$ 5", "$5"),
        ("40 %", "40%"),
        ("−5", "-5"),
        ("3–5", "3-5"),
        ("ready”?", "ready?”"),
        ("wait … then", "wait then"),
        ("١٢", "12"),
        ("。", "."),
    ],
)
def test_how_it_is_typed_does_not_change_the_exact_form(one: str, other: str) -> None:
    assert exact(one) == exact(other)


def test_where_a_script_writes_no_blanks_each_grapheme_is_a_word() -> None:
    assert normal("双方准备好了。") == ["双", "方", "准", "备", "好", "了"]
    assert normal("ที่นี่") == ["ที", "นี"]
    assert normal("カード2枚") == ["カ", "ー", "ド", "2", "枚"]


def test_the_amount_of_text_is_counted_in_words_of_english() -> None:
    assert amount(words_of("the talks were held")) == 4
    assert amount(words_of("双方准备好了")) == 3
    assert amount(words_of("ผู้เฒ่าบอก")) == 2


def test_a_shingle_has_as_much_text_in_every_script() -> None:
    assert shingle_size(words_of("the talks were held")) == 3
    assert shingle_size(words_of("双方在 Skarn 准备好了")) == 6
    assert shingle_size(words_of("ผู้เฒ่าบอก")) == 9
    assert shingle_size([]) == 3


def test_a_prepared_text_does_not_change_again() -> None:
    text = "“Wait… 1½ of them—१०²—can’t”"
    assert prepared(prepared(text)) == prepared(text)


def test_shingles_overlap_and_a_short_text_is_one_shingle() -> None:
    assert shingles_of(["a", "b", "c", "d"]) == ["a b c", "b c d"]
    assert shingles_of(["a", "b", "c", "d"], 2) == ["a b", "b c", "c d"]
    assert shingles_of(["a", "b"]) == ["a b"]
    assert shingles_of([]) == []
