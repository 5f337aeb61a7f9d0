"""The drawing of the timeline: vague dates are ranges, and labels do not overlap."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from macros.models.base import Nothing
from macros.models.date import parse_date
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.rendering.views.timescale import WIDTH, Mark, Timescale, timescale
from tests.rendering.bodies import trees


def drawn(dossier: Dossier) -> Timescale:
    scale = timescale(dossier)
    assert scale is not None
    return scale


def marks(scale: Timescale) -> dict[str, Mark]:
    return {mark.step.event.id: mark for lane in scale.lanes for mark in lane.marks}


def dated(dossier: Dossier, *dates: str) -> Dossier:
    """A dossier with one event on each of the given dates; apart from the date, the events are equal."""
    pattern = dossier.events[0].model_copy(update={"date_in_words": None})
    events: list[Event] = [
        pattern.model_copy(update={"id": f"e{n}", "date": parse_date(text)}) for n, text in enumerate(dates)
    ]
    return replace(dossier, events=tuple(events))


def test_there_is_a_lane_for_each_track_and_one_for_the_rest(shipped: Dossier) -> None:
    lanes = drawn(shipped).lanes
    assert [lane.track.id if lane.track else None for lane in lanes] == ["european", "american", "russian", None]
    assert lanes[2].marks == ()
    for above, below in pairwise(lanes):
        assert above.y + above.height == below.y


def test_a_day_is_a_point_and_a_month_a_range_with_soft_ends(shipped: Dossier) -> None:
    found = marks(drawn(shipped))
    november, june = found["washington-november"], found["washington-june"]
    assert not november.reach.is_vague
    assert june.reach.is_vague
    assert june.reach.soft_start
    assert june.reach.soft_end


@pytest.mark.parametrize(
    ("date", "soft"),
    [
        ("1999-04-20", (False, False)),
        ("1999-04-20~", (True, True)),
        ("1999-04-20?", (True, True)),
        ("1999-04", (True, True)),
        ("1999", (True, True)),
        ("1999-04-01/1999-04-20", (False, False)),
        ("1999-04-20~/1999-04-25", (True, False)),
        ("1999-04-20/1999-04-25?", (False, True)),
        ("1999-04/1999-05-25", (True, False)),
        ("[1999-04-01..1999-04-20]", (True, True)),
        ("/1999-04-20", (True, False)),
        ("[..1999-04-20]", (True, False)),
        ("1999-04-20/", (False, True)),
        ("1999-04/", (True, True)),
    ],
)
def test_an_end_that_is_not_known_is_soft(date: str, soft: tuple[bool, bool], tiny: Dossier) -> None:
    mark = marks(drawn(dated(tiny, date, "1999-01-01", "1999-06-01")))["e0"]
    assert (mark.reach.soft_start, mark.reach.soft_end) == soft
    assert mark.reach.is_vague == (date != "1999-04-20")


@pytest.mark.parametrize("date", ["1998/", "1998/..", "/1998", "[1998..]"])
def test_a_year_at_an_end_is_a_whole_year(date: str, tiny: Dossier) -> None:
    year, other = (marks(drawn(dated(tiny, text, "1997-01-01", "1999-12-31")))["e0"].reach for text in ("1998", date))
    assert other.end - other.start == year.end - year.start + 90


@pytest.mark.parametrize("words", ["at the end of June 1999", "in late June"])
def test_a_part_of_a_month_is_drawn_in_its_place(words: str, tiny: Dossier) -> None:
    dossier = dated(tiny, "1999-06", "1999-06-20", "1999-01-01")
    late = dossier.events[0].model_copy(update={"date_in_words": words})
    found = marks(drawn(replace(dossier, events=(late, *dossier.events[1:]))))
    assert found["e0"].reach.middle > found["e1"].reach.end
    assert found["e0"].reach.is_soft


def test_a_date_at_the_end_of_all_calendars_is_drawn(tiny: Dossier) -> None:
    scale = drawn(dated(tiny, "0001-01-01", "9998"))
    assert all(0 < tick.at <= WIDTH for tick in scale.ticks)
    assert drawn(dated(tiny, "9990", "9998-12-31")).ticks


def test_the_key_tells_what_lasted_from_what_is_not_exact(tiny: Dossier) -> None:
    alike = dated(tiny, "1999-03", "1999-03").events
    for date, key in (
        ("1999-04-01/1999-04-20", ["lasted", "vague"]),
        ("[1999-04-01..1999-04-20]", ["vague"]),
        ("1999-04-20", ["vague"]),
    ):
        events = (alike[0], alike[1].model_copy(update={"date": parse_date(date)}))
        assert [entry for entry in drawn(replace(tiny, events=events)).key if entry in ("lasted", "vague")] == key


def test_an_event_without_a_date_is_marked_as_undated(shipped: Dossier) -> None:
    brussels = marks(drawn(shipped))["brussels-meeting"]
    assert not brussels.step.is_dated
    assert shipped.event["brussels-meeting"].date is Nothing.SILENT


def test_announced_events_are_after_the_as_of_date(shipped: Dossier) -> None:
    scale = drawn(shipped)
    for mark in marks(scale).values():
        announced = mark.step.standing.is_ahead
        assert (mark.reach.start > scale.closes) == announced, mark.step.event.id


def test_order_on_the_scale_is_order_in_time(tiny: Dossier) -> None:
    found = marks(drawn(dated(tiny, "1999-01-05", "1999-02-01", "1999-03-20")))
    assert found["e0"].reach.start < found["e1"].reach.start < found["e2"].reach.start


@pytest.mark.parametrize(
    ("last", "years"), [("1999-02-01", False), ("2005-06-01", False), ("2020-01-01", True), ("2350-01-01", True)]
)
def test_ticks_are_far_enough_apart(last: str, *, years: bool, tiny: Dossier) -> None:
    ticks = drawn(dated(tiny, "1999-01-05", last)).ticks
    assert ticks
    assert ticks[0].is_year == years
    assert all(second.at - first.at >= 40 for first, second in pairwise(ticks))
    assert all(0 < tick.at <= WIDTH for tick in ticks)


def test_every_mark_links_to_its_entry_and_names_its_status(shipped: Dossier) -> None:
    page = trees(shipped)["timeline/"]
    names = {
        str(a["href"]): " ".join(a.get_text().split()).lstrip("? ")
        for a in page.select("svg.scale--wide a.scale__mark")
    }
    assert names["#granada-talks"] == "Talks in Granada Not held, about three weeks before 25 October 2023"
    assert (
        names["#brussels-meeting"]
        == "Leaders’ meeting in Brussels Not held, no date given; reported on 25 October 2023"
    )
    anchors = {str(tag["id"]) for tag in page.find_all(id=True)}
    assert {link[1:] for link in names} == {event.id for event in shipped.events}
    assert {link[1:] for link in names} <= anchors


def test_each_entry_has_the_values_by_which_it_can_be_filtered(shipped: Dossier) -> None:
    page = trees(shipped)["timeline/"]
    for field, select in (("track", "track"), ("actors", "actors")):
        wanted = {str(option["value"]) for option in page.select(f"select[name={select}] option") if option["value"]}
        carried = {name for li in page.select("ol.timeline > li") for name in str(li[f"data-{field}"]).split()}
        assert wanted
        assert wanted == carried
    october = page.find(id="said-aliyev-on-france")
    assert october is not None
    entry = october.find_parent("li")
    assert entry is not None
    assert set(str(entry["data-actors"]).split()) >= {"aliyev", "azerbaijan", "markedonov"}


def test_without_events_there_is_no_scale(minimal: Dossier) -> None:
    assert timescale(minimal) is None
    assert not trees(minimal)["timeline/"].select("svg")
