from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.evidence.fingerprint import digest_of, longest_match, make_fingerprint, normal_hashes, position_of
from macros.evidence.words import plain_words
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
    assert made.passages[0].onward == normal_hashes(plain_words("was partial nobody said"), "one", 3)


def test_two_one_word_passages_have_no_shingle_across_them() -> None:
    made = make_fingerprint("one", {"p1s1": "Yes.", "p1s2": "No."})
    assert made.passages[0].onward == ()


def test_full_and_partial_matches_are_found() -> None:
    def forms(text: str) -> list[frozenset[str]]:
        return [frozenset({letter, letter.upper()}) for letter in text]

    assert longest_match(forms("abc"), "xxAbyabz") == 2
    assert longest_match(forms(""), "x") == 0
    assert longest_match(forms("q"), "x") == 0
    assert position_of(forms("ab"), "xxaByab") == 2
    assert position_of(forms("ab"), "xxabyab", 3) == 5
    assert position_of(forms("zz"), "xxab") is None


@given(st.lists(st.text("abc", min_size=1, max_size=2), min_size=1, max_size=30))
def test_any_part_of_a_text_is_found_in_its_fingerprint(words: list[str]) -> None:
    text = " ".join(words)
    made = make_fingerprint("one", {"p1s1": text})
    stretch = normal_hashes(plain_words(" ".join(words[: max(3, len(words) // 2)])), "one", 3)
    assert len(words) < 3 or position_of([frozenset({one}) for one in stretch], made.passages[0].hashes) == 0


def test_the_shipped_source_has_a_fingerprint_of_every_passage(shipped: Dossier) -> None:
    source = shipped.base_source
    assert [p.address for p in shipped.fingerprint[source.id].passages] == [p.address for p in source.passages]


def test_what_denies_is_kept_with_the_words_that_it_can_deny() -> None:
    texts = {
        "p1s1": "He would not be meeting anybody on Skarn.",
        "p1s2": "No, they came; nothing was signed there at all.",
    }
    made = make_fingerprint("one", texts)
    assert [passage.denials for passage in made.passages] == [("1-2-7",), ("0-0-0", "3-3-8")]
    assert made.passages[0].denied == ((1, 2, 7),)
    assert make_fingerprint("one", texts, "xx").passages[0].denials == ()


def test_a_source_without_blanks_has_longer_shingles() -> None:
    made = make_fingerprint("one", {"p1s1": "双方在十一月准备好了", "p1s2": "谈判没有举行"}, "zh")
    assert (made.shingle, made.passages[0].words, len(made.passages[0].hashes)) == (6, 10, 5)
    assert len(made.passages[0].onward) == 5


def test_a_fingerprint_of_the_first_rule_keeps_its_digest() -> None:
    made = make_fingerprint("one", TEXTS)
    assert made.rule == 2
    old = [one.model_copy(update={"exact": (), "denials": ()}) for one in made.passages]
    assert digest_of(old, 1, 3) == "a2cbebcfb23a83ec301e44b8b8887ce2"
    assert digest_of(old, 2, 3) != digest_of(old, 2, 6)
