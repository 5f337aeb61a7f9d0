from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.evidence.fingerprint import hash_shingles, longest_match, make_fingerprint, position_of
from macros.evidence.words import words_of
from macros.models.dossier import Dossier

TEXTS = {"p1s1": "The keeper of the light was partial.", "p1s2": "Nobody said so aloud."}


def test_a_fingerprint_is_the_same_each_time_and_different_for_each_source() -> None:
    assert make_fingerprint("one", TEXTS) == make_fingerprint("one", TEXTS)
    one, other = make_fingerprint("one", TEXTS), make_fingerprint("other", TEXTS)
    assert not {value for value, _ in one.stream} & {value for value, _ in other.stream}


def test_a_fingerprint_contains_a_hash_for_every_three_words_but_no_words() -> None:
    made = make_fingerprint("one", TEXTS)
    assert [(p.address, p.words, len(p.hashes), len(p.onward)) for p in made.passages] == [
        ("p1s1", 7, 5, 2),
        ("p1s2", 4, 2, 0),
    ]
    assert "keeper" not in made.model_dump_json()


def test_shingles_across_the_end_of_a_passage_are_kept() -> None:
    made = make_fingerprint("one", TEXTS)
    assert made.passages[0].onward == hash_shingles(words_of("was partial nobody said"), "one")


def test_two_one_word_passages_have_no_shingle_across_them() -> None:
    made = make_fingerprint("one", {"p1s1": "Yes.", "p1s2": "No."})
    assert made.passages[0].onward == ()


def test_full_and_partial_matches_are_found() -> None:
    assert longest_match("abc", "xxabyabz") == 2
    assert longest_match("", "x") == 0
    assert longest_match("q", "x") == 0
    assert position_of("ab", "xxabyab") == 2
    assert position_of("ab", "xxabyab", 3) == 5
    assert position_of("zz", "xxab") is None


@given(st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=30))
def test_any_part_of_a_text_is_found_in_its_fingerprint(words: list[str]) -> None:
    text = " ".join(words)
    made = make_fingerprint("one", {"p1s1": text})
    stretch = hash_shingles(words_of(" ".join(words[: max(3, len(words) // 2)])), "one")
    assert len(words) < 3 or position_of(stretch, made.passages[0].hashes) == 0


def test_the_shipped_source_has_a_fingerprint_of_every_passage(shipped: Dossier) -> None:
    source = shipped.base_source
    assert [p.address for p in shipped.fingerprint[source.id].passages] == [p.address for p in source.passages]
