"""Labels of the timeline: they stay in the plot, and bars stay on their side of the as-of line."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from macros.models.dossier import Dossier
from macros.rendering.text_width import width
from macros.rendering.views.timescale import WIDTH, Mark
from macros.rendering.views.upright_timescale import upright_timescale
from tests.rendering.bodies import body, soup
from tests.rendering.test_timescale import dated, drawn, marks

LONG = "A long title that goes on and on, Donaudampfschifffahrtselektrizitätenhauptbetriebswerk, and goes on"
NAMES = ["short", LONG, LONG * 3, "会谈" * 40, "😀" * 30, "x" * 200]


def boxes(mark: Mark) -> tuple[tuple[float, float], tuple[int, int]]:
    """The horizontal and the vertical reach of a label, in the widest common font."""
    wide = max(width(line) * 13 * 1.18 for line in mark.title)
    across = (mark.label_x - wide, mark.label_x) if mark.side == "left" else (mark.label_x, mark.label_x + wide)
    return across, (mark.label_y - 13, mark.label_y + 15 * (mark.lines - 1) + 2)


@pytest.mark.parametrize("title", NAMES)
@pytest.mark.parametrize(
    "dates",
    [
        [f"1999-04-{day:02}" for day in range(1, 29)],
        ["1990/", "/1999-04", "1999-04-01~", "1999-05-01", "1999-05-03~"],
        ["1990/2001", "1999-12-31"],
        ["1999-05-20", "1999-06-30"],
    ],
)
def test_labels_stay_in_the_plot_and_do_not_overlap(tiny: Dossier, title: str, dates: list[str]) -> None:
    crowd = dated(tiny, *dates)
    crowd = replace(crowd, events=tuple(one.model_copy(update={"title": title}) for one in crowd.events))
    scale = drawn(crowd)
    for mark in marks(scale).values():
        (left, right), (_, bottom) = boxes(mark)
        assert left >= 156
        assert right <= WIDTH
        assert bottom <= scale.height
        if mark.reach.end < scale.closes:
            assert right <= scale.closes or left >= scale.closes
    for one, other in combinations(marks(scale).values(), 2):
        (left, right), (top, bottom) = boxes(one)
        (start, end), (above, below) = boxes(other)
        assert right <= start or end <= left or bottom <= above or below <= top, (
            one.step.event.id,
            other.step.event.id,
        )


@pytest.mark.parametrize("title", NAMES)
def test_names_of_lanes_stay_left_of_the_plot_and_in_their_lanes(tiny: Dossier, title: str) -> None:
    tracks = tuple(track.model_copy(update={"title": title}) for track in tiny.tracks)
    for lane in drawn(replace(tiny, tracks=tracks)).lanes:
        assert all(width(line) * 13 * 1.18 <= 152 for line in lane.name)
        assert 34 + 15 * (len(lane.name) - 1) < lane.height


@pytest.mark.parametrize(
    ("date", "crosses"),
    [
        ("1999-05-01/", False),
        ("1999-05-03/", False),
        ("1999-05-03~", False),
        ("1999-05-02?", False),
        ("1999-05-04~", False),
        ("1999-05-04/", False),
        ("/1999-05-03", False),
        ("1999-05", True),
        ("1999-04-20/1999-05-12", True),
        ("/1999-05-12", True),
    ],
)
def test_only_a_date_that_can_mean_both_sides_crosses_the_as_of_line(
    tiny: Dossier, date: str, *, crosses: bool
) -> None:
    dossier = dated(tiny, date, "1999-01-01", "1999-06-01")
    scale, upright = drawn(dossier), upright_timescale(dossier)
    assert upright
    for reach, closes in (
        (marks(scale)["e0"].reach, scale.closes),
        (next(mark.reach for mark in upright.marks if mark.step.event.id == "e0"), upright.closes),
    ):
        assert reach.is_vague
        assert (reach.start < closes < reach.end) == crosses


@pytest.mark.parametrize("date", ["/1999-01-01", "/1999-01-05", "1999-01-01~", "1999-01-01/"])
def test_a_bar_without_a_start_does_not_cover_the_names_of_the_lanes(tiny: Dossier, date: str) -> None:
    reach = marks(drawn(dated(tiny, date, "1999-06-01")))["e0"].reach
    assert reach.is_vague
    assert reach.start >= 144


@pytest.mark.parametrize(
    "words", [None, "at some point between the first snow and the last of the herring, or a little later"]
)
@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_a_label_has_no_more_lines_than_are_reserved(
    which: str, words: str | None, request: pytest.FixtureRequest
) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    events = tuple(one.model_copy(update={"date_in_words": words or one.date_in_words}) for one in dossier.events)
    dossier = replace(dossier, events=events)
    page = soup(body(dossier, "timeline/"))
    for name, mark in marks(drawn(dossier)).items():
        written = page.select(f'svg.scale--wide a[href="#{name}"] text > tspan')
        assert len(mark.title) < len(written) <= mark.lines
        assert all(width(line.text.strip()) * 12 <= 306 for line in written[len(mark.title) :])
