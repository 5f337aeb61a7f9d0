"""Every event that did not take place has its status on every page that shows it, whatever its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.event import Refusal
from macros.models.event_kind import DONE, KINDS, EventKind, EventStatus
from macros.rendering.narrative import NarrativeReader
from macros.rendering.pages import environment
from macros.rendering.prose import Prose
from macros.rendering.views.timescale import timescale
from macros.rendering.views.upright_timescale import upright_timescale
from tests.rendering.bodies import body, soup, text_of

OTHER_KINDS = [EventKind.HEARING, EventKind.JOINT_STATEMENT, EventKind.RELEASE]
"""Kinds of which some events can be declined, and which say nothing if they took place."""
NARRATIVE = """{% from "parts/narrative.html.j2" import narrative with context %}{{ narrative("Words [@lighthouse-round]. Words [@may-round]. Words [@march-round].") }}"""


def of_kind(dossier: Dossier, kind: EventKind, **more: object) -> Dossier:
    """A dossier of which every event is of one kind."""
    done = KINDS[kind].expected or EventStatus.HELD
    return replace(
        dossier,
        events=tuple(
            one.model_copy(
                update={"kind": kind, "status": done if one.status in DONE else one.status, **more},
            )
            for one in dossier.events
        ),
    )


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_the_page_of_a_track_says_who_declined_what_is_no_meeting_when_and_why(tiny: Dossier, kind: EventKind) -> None:
    dossier = of_kind(tiny, kind)
    text = text_of(body(dossier, "tracks/lighthouse-talks/"))
    assert "Meeting at the lighthouse Declined When Date not known; reported on 20 April 1999" in text
    word = "Who pulled out" if kind is EventKind.HEARING else "Who refused"
    assert f"{word} Lower Vell, on 20 April 1999 Reason they gave" in text
    assert "Reasons that others give" in text
    others = text_of(body(dossier, "tracks/skarn-talks/"))
    assert "Second round on Skarn Planned When 12 May 1999" in others
    assert "Held" not in others
    assert word not in others


def test_what_was_not_held_and_has_no_decliner_says_so(tiny: Dossier) -> None:
    silent = {"status": EventStatus.NOT_HELD, "refusals": (), "decliner": Nothing.SILENT, "ground": Nothing.UNKNOWN}
    text = text_of(body(of_kind(tiny, EventKind.HEARING, **silent), "tracks/lighthouse-talks/"))
    assert "Who pulled out Not said Reason they gave Not known" in text


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_the_timeline_shows_the_status_of_what_is_no_meeting(tiny: Dossier, kind: EventKind) -> None:
    dossier = of_kind(tiny, kind)
    page = soup(body(dossier, "timeline/"))
    assert [one.get_text() for one in page.select(".timeline .standing")] == ["Declined", "Planned"]
    for form in ("wide", "upright"):
        (drawing,) = page.select(f".scale--{form}")
        for status, number in (("refused", 1), ("due", 1), ("plain", 2), ("done", 0)):
            assert len(drawing.select(f".standing-shape--{status}")) == number, (form, status)
        labels = [text_of(str(one)) for one in drawing.select(".scale__mark")]
        assert sum("Declined" in one for one in labels) == sum("Planned" in one for one in labels) == 1
    assert text_of(str(page.select_one(".key-list"))).startswith("Declined Planned Other event")


def test_a_label_has_room_for_the_status_of_what_is_no_meeting(tiny: Dossier) -> None:
    lines = []
    for kind in (EventKind.MEETING, EventKind.HEARING):
        dossier = of_kind(tiny, kind, status=EventStatus.ANNOUNCED, refusals=())
        wide, upright = timescale(dossier), upright_timescale(dossier)
        assert wide
        assert upright
        lines.append(
            ([mark.lines for lane in wide.lanes for mark in lane.marks], [mark.label_y for mark in upright.marks])
        )
    assert lines[0] == lines[1]


def test_what_a_mark_of_narrative_opens_has_the_status_of_what_is_no_meeting(tiny: Dossier) -> None:
    for kind, statuses in (
        (EventKind.MEETING, [": declined", ": planned", ": held"]),
        (EventKind.HEARING, [": declined", ": planned", ""]),
    ):
        dossier = of_kind(tiny, kind)
        html = (
            environment()
            .from_string(NARRATIVE)
            .render(
                dossier=dossier,
                cover=dossier.cover,
                prose=Prose(dossier),
                link=str,
                clauses=NarrativeReader(dossier).paragraphs,
            )
        )
        lines = [one.get_text() for one in soup(html).select(".trace__line")]
        titles = ["Meeting at the lighthouse", "Second round on Skarn", "Fishers meet on Skarn"]
        assert lines == [title + status for title, status in zip(titles, statuses, strict=True)]


def refused_by(dossier: Dossier, *refusals: Refusal) -> str:
    """The reasons for which actors declined, as the page of the track gives them."""
    event = dossier.event["lighthouse-round"]
    changed = event.model_copy(update={"refusals": refusals})
    events = tuple(changed if one is event else one for one in dossier.events)
    page = soup(body(replace(dossier, events=events), "tracks/lighthouse-talks/"))
    return text_of(str(page.select("#lighthouse-round ~ .facts dd")[-1]))


def test_each_reason_belongs_to_an_actor_unless_all_are_the_same(tiny: Dossier) -> None:
    (given,) = tiny.event["lighthouse-round"].refusals
    silent = given.model_copy(update={"ground": Nothing.SILENT})
    other = silent.model_copy(update={"by": "upper-vell"})
    assert refused_by(tiny, silent, other) == "Not said"
    unknown = other.model_copy(update={"ground": Nothing.UNKNOWN})
    assert refused_by(tiny, silent, unknown) == "Lower Vell : Not said ; Upper Vell : Not known"
    mixed = refused_by(tiny, given, other)
    assert mixed.startswith("Lower Vell : ")
    assert mixed.endswith("; Upper Vell : Not said")
    assert refused_by(tiny, given).count("Lower Vell :") == 0
