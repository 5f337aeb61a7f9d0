from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.dossier import Dossier
from macros.models.term import Term
from macros.rendering.prose import Prose, Run, Segment, SegmentKind


def plain(text: str) -> Segment:
    return Segment(SegmentKind.TEXT, text)


def test_a_quotation_becomes_a_separate_run(minimal: Dossier) -> None:
    runs = Prose(minimal).runs("he saw “no way out” of it")
    assert runs == [
        Run(quoted=False, segments=(plain("he saw "),)),
        Run(quoted=True, segments=(plain("no way out"),)),
        Run(quoted=False, segments=(plain(" of it"),)),
    ]


def test_a_term_is_linked_only_at_its_first_use_on_the_page(shipped: Dossier) -> None:
    prose = Prose(shipped)
    first, second = prose.runs("Baku and baku and Baku"), prose.runs("Baku")
    assert [(s.kind, s.text) for s in first[0].segments] == [("place", "Baku"), ("text", " and baku and Baku")]
    assert first[0].segments[0].record == shipped.actor["azerbaijan"]
    assert [s.kind for s in second[0].segments] == ["text"]


def test_the_longest_form_is_matched_and_only_whole_words_match(shipped: Dossier) -> None:
    runs = Prose(shipped).runs("soundtracks of Western mediation")
    assert [(s.kind, s.text) for s in runs[0].segments] == [("text", "soundtracks of "), ("term", "Western mediation")]


def test_without_terms_a_text_stays_whole(minimal: Dossier) -> None:
    assert Prose(minimal).runs("a track") == [Run(quoted=False, segments=(plain("a track"),))]


def linked(dossier: Dossier, term: str, text: str, *, place: bool = False) -> list[str]:
    """The words of a text that are linked, if a term or the metonym of an actor is written in the given way."""
    if place:
        actor = dossier.actors[0].model_copy(update={"metonyms": (term,)})
        dossier = replace(dossier, actors=(actor, *dossier.actors[1:]))
    else:
        dossier = replace(dossier, terms=(Term(id="a-term", term=term, explanation="Words.", statements=()),))
    runs = Prose(dossier).runs(text)
    assert "".join(segment.text for run in runs for segment in run.segments) == text
    return [segment.text for run in runs for segment in run.segments if segment.record]


@pytest.mark.parametrize("place", [False, True])
@pytest.mark.parametrize(
    ("term", "text", "link"),
    [
        ("Istanbul", "talks in İstanbul, then", "İstanbul"),
        ("İstanbul", "talks in Istanbul, then", "Istanbul"),
        ("İstanbul", "talks in I\u0307stanbul, then", "I\u0307stanbul"),
        ("Երևան", "ասել է Երևան եւ", "Երևան"),
        ("Երեւան", "ասել է Երևան եւ", "Երևան"),
        ("Երևան", "ասել է ԵՐԵՒԱՆ եւ", "ԵՐԵՒԱՆ"),
        ("Straße", "die Straße ist", "Straße"),
        ("Straße", "die STRASSE ist", "STRASSE"),
        ("Straße", "İİ ßß Straße ist", "Straße"),
        ("Ērgļi", "from E\u0304rgl\u0327i on", "E\u0304rgl\u0327i"),
        ("Ёлка", "при ЁЛКА было", "ЁЛКА"),
        ("Σίσυφος", "ο ΣΊΣΥΦΟΣ ήταν", "ΣΊΣΥΦΟΣ"),
        ("თბილისი", "ქალაქი თბილისი არის", "თბილისი"),
        ("القاهرة", "في القاهرة اليوم", "القاهرة"),
        ("दिल्ली", "अब दिल्ली में", "दिल्ली"),
        ("停戦", "彼は停戦を求めた", "停戦"),
        ("กรุงเทพ", "ในกรุงเทพวันนี้", "กรุงเทพ"),
        ("Bay", "the B\u00aday is", "B\u00aday"),
    ],
)
def test_a_term_is_found_in_every_script_and_the_text_stays_as_it_was(
    tiny: Dossier, term: str, text: str, link: str, *, place: bool
) -> None:
    assert linked(tiny, term, text, place=place) == [link]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("cafe", "the café, the cafe\u0301"),
        ("जात", "जाति की जाती"),
        ("Strasse", "Strassen und Unstrasse"),
        ("bay", "bays, ebay, bay\u0301"),
    ],
)
def test_a_part_of_a_word_or_of_a_letter_is_not_a_term(tiny: Dossier, term: str, text: str) -> None:
    assert linked(tiny, term, text) == []


def test_a_metonym_in_lower_case_is_another_word(tiny: Dossier) -> None:
    assert linked(tiny, "Straße", "die straße ist", place=True) == []
    assert linked(tiny, "Straße", "die straße ist") == ["straße"]
    assert linked(tiny, "Fisch", "der \ufb01sch ist") == ["\ufb01sch"]
    assert linked(tiny, "al-Quds", "near al-Quds", place=True) == ["al-Quds"]


def test_a_term_in_the_name_of_a_track_is_explained(shipped: Dossier) -> None:
    segments = Prose(shipped).runs("the American track")[0].segments
    assert [(s.kind, s.text) for s in segments] == [("text", "the American "), ("term", "track")]
