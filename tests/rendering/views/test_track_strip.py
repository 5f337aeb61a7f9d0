"""The strip of each track: every meeting once, in order of time, with words and a link."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.dossier import Dossier
from macros.models.event_kind import EventKind
from macros.rendering.views.track_strip import track_strips
from tests.rendering.bodies import body, soup, trees


def test_every_meeting_is_on_the_strip_of_its_track(shipped: Dossier) -> None:
    strips = {strip.track.id if strip.track else "": strip for strip in track_strips(shipped).strips}
    assert [step.event.id for step in strips["american"].steps] == ["washington-june", "washington-november"]
    assert strips["russian"].steps == ()
    assert "" not in strips


def test_meetings_without_a_track_come_last(tiny: Dossier) -> None:
    meetings = [event for event in tiny.events if event.kind is EventKind.MEETING]
    loose = tuple(event.model_copy(update={"track": None}) for event in meetings)
    dossier = replace(tiny, events=loose)
    assert track_strips(dossier).strips[-1].track is None
    marks = soup(body(dossier, "tracks/")).select(".strip")[-1].select(".strip__marks a")
    assert [str(a["href"]) for a in marks] == [
        f"../timeline/#{name}" for name in ("march-round", "lighthouse-round", "may-round")
    ]


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_a_mark_names_the_status_the_meeting_and_the_date(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    pages = trees(dossier)
    marks = pages["tracks/"].select(".strip__mark")
    assert len(marks) == sum(event.kind is EventKind.MEETING for event in dossier.events)
    for mark in marks:
        status, link, when = (mark.select_one(name) for name in (".strip__status", "a", ".strip__when"))
        assert status is not None
        assert link is not None
        assert when is not None
        assert status.get_text()
        assert when.get_text()
        page, anchor = str(link["href"]).split("#")
        assert pages[f"tracks/{page}"].find(id=anchor) is not None


def test_a_track_without_meetings_shows_what_else_happened_on_it(wide: Dossier) -> None:
    strips = {strip.track.id: strip for strip in track_strips(wide).strips if strip.track}
    assert [step.event.id for step in strips["prisoner-talks"].steps] == ["twelve-home", "others-home"]
    assert strips["border-talks"].steps == ()
