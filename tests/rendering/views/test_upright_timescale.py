"""The timeline drawn upright: it shows the same events, and no label covers another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from macros.models.date import parse_date
from macros.models.dossier import Dossier
from macros.rendering.views.upright_timescale import MOST_EVENTS, WIDTH, UprightScale, upright_timescale
from tests.rendering.bodies import body, soup, trees


def drawn(dossier: Dossier) -> UprightScale:
    scale = upright_timescale(dossier)
    assert scale is not None
    return scale


def crowd(dossier: Dossier, number: int) -> Dossier:
    """A dossier with many equal events, on days one after another."""
    pattern = dossier.events[0].model_copy(update={"date_in_words": None})
    events = tuple(
        pattern.model_copy(update={"id": f"e{n}", "date": parse_date(f"1999-04-{n % 28 + 1:02}")})
        for n in range(number)
    )
    return replace(dossier, events=events)


def many_tracks(dossier: Dossier) -> Dossier:
    tracks = tuple(dossier.tracks[0].model_copy(update={"id": f"t{n}"}) for n in range(6))
    events = tuple(event.model_copy(update={"track": "t5"}) for event in dossier.events[:-1])
    return replace(dossier, tracks=tracks, events=(*events, dossier.events[-1].model_copy(update={"track": None})))


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_time_runs_down_and_every_mark_is_on_the_line_of_its_track(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    scale = drawn(dossier)
    assert {mark.step.event.id for mark in scale.marks} == {event.id for event in dossier.events}
    lines = {lane.track.id if lane.track else None: lane.x for lane in scale.lanes}
    assert all(mark.x == lines[mark.step.event.track] for mark in scale.marks)
    assert all(one.reach.middle <= other.reach.middle for one, other in pairwise(scale.marks))
    assert all(0 < mark.reach.start <= mark.reach.end < scale.height for mark in scale.marks)
    assert all(one.at < other.at for one, other in pairwise(scale.ticks))


def test_what_was_announced_is_below_the_as_of_line(shipped: Dossier) -> None:
    scale = drawn(shipped)
    for mark in scale.marks:
        is_later = mark.step.event.id == "washington-november"
        assert (mark.reach.start > scale.closes) == is_later
        assert (mark.label_y > scale.closes_label) == is_later


def test_ends_that_are_not_known_are_soft(shipped: Dossier) -> None:
    reaches = {mark.step.event.id: mark.reach for mark in drawn(shipped).marks}
    assert (reaches["washington-june"].soft_start, reaches["washington-june"].soft_end) == (True, True)
    assert (reaches["congress-hearing"].soft_start, reaches["congress-hearing"].soft_end) == (True, False)
    assert not reaches["washington-november"].is_vague


@pytest.mark.parametrize("number", [1, 12, MOST_EVENTS])
def test_labels_are_below_each_other_and_inside_the_drawing(number: int, tiny: Dossier) -> None:
    scale = drawn(crowd(tiny, number))
    tops = sorted([*(mark.label_y for mark in scale.marks), scale.closes_label])
    assert all(below - above >= 16 for above, below in pairwise(tops))
    # A label has the lines of its title, the status and the date.
    assert scale.marks[-1].label_y + 16 * (len(scale.marks[-1].title) + 2) <= scale.height
    assert all(len(line) <= scale.columns for mark in scale.marks for line in mark.title)


def test_a_label_has_room_for_all_its_lines(shipped: Dossier, tiny: Dossier) -> None:
    span = tiny.events[0].model_copy(update={"date": parse_date("1999-03-01/1999-04-20"), "date_in_words": None})
    for dossier in (shipped, tiny, replace(tiny, events=(span, *tiny.events[1:])), many_tracks(tiny)):
        scale = drawn(dossier)
        page = soup(body(dossier, "timeline/")).select("svg.scale--upright a.scale__mark")
        lines = [len(a.select("tspan")) for a in page]
        bounds = sorted([*(mark.label_y for mark in scale.marks), scale.closes_label, scale.height])
        for mark, number in zip(scale.marks, lines, strict=True):
            following = next(bound for bound in bounds if bound > mark.label_y)
            assert mark.label_y + 16 * number <= following, mark.step.event.id


def test_with_many_tracks_the_labels_name_them(tiny: Dossier) -> None:
    dossier = many_tracks(tiny)
    scale = drawn(dossier)
    assert len(scale.lanes) == 1
    assert {mark.track.id if mark.track else None for mark in scale.marks} == {"t5", None}
    drawing = soup(body(dossier, "timeline/")).select_one("svg.scale--upright")
    assert drawing is not None
    assert dossier.tracks[5].title in drawing.get_text()


def test_with_too_many_events_there_is_only_the_wide_drawing(tiny: Dossier) -> None:
    dossier = crowd(tiny, MOST_EVENTS + 1)
    assert upright_timescale(dossier) is None
    page = soup(body(dossier, ""))
    assert page.select_one("svg.scale--upright") is None
    assert page.select_one(".scale-frame--wide") is not None


def test_the_links_of_both_drawings_are_the_same(shipped: Dossier) -> None:
    for address in ("timeline/", ""):
        page = trees(shipped)[address]
        wide, upright = ({str(a["href"]) for a in page.select(f"svg.scale--{form} a")} for form in ("wide", "upright"))
        assert wide >= upright
        assert len(upright) > len(shipped.events)
    drawing = trees(shipped)["timeline/"].select_one("svg.scale--upright")
    assert drawing is not None
    assert str(drawing["viewbox"]).startswith(f"0 0 {WIDTH} ")
    assert "As of 18 November 2023" in drawing.get_text()


def test_the_key_explains_what_is_drawn_and_nothing_else(shipped: Dossier, tiny: Dossier) -> None:
    keys = {
        name: [li.get_text().strip() for li in trees(dossier)["timeline/"].select(".scale-frame .key-list li")]
        for name, dossier in (("shipped", shipped), ("tiny", tiny))
    }
    assert keys["shipped"][:2] == ["Held", "Not held"]
    assert "Declined" in keys["tiny"]
    only = soup(body(replace(tiny, events=tiny.events[:1]), "timeline/")).select(".scale-frame .key-list li")
    assert [li.get_text().strip() for li in only] == ["Held", "Date not exact"]
