from __future__ import annotations

import pytest

from macros.models.dossier import Dossier
from macros.models.source import Passage


def test_a_text_fragment_leads_to_the_passage() -> None:
    passage = Passage(address="p2s1", starts="A well-known, old", ends="last words & more")
    assert passage.text_directive == ":~:text=A%20well%2Dknown%2C%20old,last%20words%20%26%20more"
    assert (passage.paragraph, passage.sentence) == (2, 1)


def test_a_passage_whose_first_and_last_words_are_the_same_is_named_once() -> None:
    assert Passage(address="headline", starts="All of it", ends="All of it").text_directive == ":~:text=All%20of%20it"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://herald.example/17", "https://herald.example/17#:~:text=a,b"),
        ("https://herald.example/17#top", "https://herald.example/17#top:~:text=a,b"),
        ("https://herald.example/17#:~:text=old", "https://herald.example/17#:~:text=a,b"),
    ],
)
def test_a_passage_is_reached_whatever_the_address_ends_with(url: str, expected: str, shipped: Dossier) -> None:
    source = shipped.base_source.model_copy(update={"url": url})
    assert source.address_of(Passage(address="p1s1", starts="a", ends="b")) == expected


def test_headline_and_dateline_stand_outside_the_paragraphs() -> None:
    passage = Passage(address="headline", starts="a", ends="b")
    assert (passage.paragraph, passage.sentence) == (None, None)


def test_a_passage_is_found_by_its_address(shipped: Dossier) -> None:
    assert shipped.passage("panarmenian-310839", "p4s2").starts == "In October, President"
    with pytest.raises(KeyError):
        shipped.passage("panarmenian-310839", "p9s9")


def test_who_speaks_for_whom_is_followed_through_offices(shipped: Dossier) -> None:
    assert shipped.is_or_speaks_for("state-department-representative", "united-states")
    assert not shipped.is_or_speaks_for("klaar", "united-states")
