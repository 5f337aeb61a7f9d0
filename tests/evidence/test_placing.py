"""Where words are in a passage: three or more by the fingerprint alone, one or two by a phrase around them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.placing import places_within, spans_of, ways
from macros.evidence.quotations import Quotation
from macros.evidence.verification import check_quotation
from macros.evidence.words import words_of

PRINT = make_fingerprint(
    "herald", {"p1s1": "It was a historic day, he said, and not a lucky one: a historic day for UN boats."}
)
PASSAGE = PRINT.passage["p1s1"]


def _spans(words: str, *phrases: str) -> list[tuple[int, int]]:
    return spans_of(words_of(words), PASSAGE, PRINT, lambda _: phrases)


def test_a_long_part_needs_no_phrase() -> None:
    assert _spans("a historic day") == [(2, 4), (12, 14)]


def test_one_word_is_proved_by_the_words_around_it() -> None:
    assert _spans("historic") == []
    assert _spans("historic", "was a historic day") == [(3, 3)]
    assert _spans("historic", "a historic day") == [(3, 3), (13, 13)]


def test_a_phrase_that_the_passage_does_not_have_proves_nothing() -> None:
    assert _spans("historic", "one historic day") == []


def test_a_phrase_of_two_words_proves_nothing() -> None:
    assert _spans("historic", "historic day") == []


@pytest.mark.parametrize(("words", "is_there"), [("Historic day.", True), ("historicday", False), ("day for", False)])
def test_short_words_match_letter_for_letter(words: str, is_there: bool) -> None:  # noqa: FBT001
    assert bool(_spans(words, "was a historic day, he")) is is_there


def test_a_word_in_capitals_has_no_other_first_letter() -> None:
    assert list(places_within(words_of("uN"), words_of("day for UN boats"))) == []
    assert list(places_within(words_of("UN"), words_of("day for UN boats"))) == [2]


def test_an_exclamation_mark_is_not_free() -> None:
    assert list(places_within(words_of("historic!"), words_of("was a historic day"))) == []


def test_the_parts_of_a_quotation_stand_one_after_the_other() -> None:
    assert list(ways([[(0, 2), (5, 7)], [(3, 4)]])) == [[(0, 2), (3, 4)]]


def _said(text: str, before: str, phrases: Iterable[str]) -> str:
    finding = check_quotation(Quotation(text, before, ""), ["p1s1"], PRINT, lambda _: phrases)
    return finding.message if finding else ""


def test_a_short_quotation_keeps_the_denial() -> None:
    phrases = ["not a lucky one"]
    assert _said("lucky", "the day was not ", phrases) == ""
    assert "leaves out the denial before it" in _said("lucky", "the day was ", phrases)


def test_the_check_of_phrases_reports_a_wrong_phrase_not_the_quotation() -> None:
    assert _said("unlucky", "the day was ", ["not an unlucky one"]) == ""
