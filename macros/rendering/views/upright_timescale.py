"""The timeline drawn upright, for phones and paper: time runs down, with a line for each track and the labels beside it.

The template writes the words of a label. This module reserves the lines for them, and moves labels down so that none
covers another; a thin line leads from a mark to its label.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from macros.models.date import Form, HonestDate
from macros.models.dossier import Dossier
from macros.models.track import Track
from macros.rendering.text_width import wrap
from macros.rendering.views.events import Step, steps
from macros.rendering.views.time_axis import Axis, Reach, Tick, axis_for, inside

WIDTH = 320
"""Fits a window of 360 pixels, so that the text is not scaled down."""
MOST_EVENTS = 24
"""With more events, their labels would be too far from their marks; phones then get only the list."""
_MOST_LANES = 5
"""With more tracks, there is one line for all, and each label names its track."""
_FIRST_LANE, _LANE, _LABEL_GAP = 78, 18, 16
_CHARACTER_WIDTH = 9
_LINE, _GAP = 16, 12
_MIN_HEIGHT = 260
_MIN_TICK_DISTANCE = 34


@dataclass(frozen=True)
class UprightLane:
    """The line of one track, with the lines of its name; `track` is None for events that belong to no track."""

    track: Track | None
    x: int
    y: int
    name: tuple[str, ...]


@dataclass(frozen=True)
class UprightMark:
    """An event or a later stage of it: its mark on the line of its track, and its label.

    Attributes:
        step: The event or the stage.
        track: The track that the label names; None if the line of the track is enough.
        x: The position of its line.
        reach: Its date on the axis.
        title: The lines of its title.
        label_y: The top of its label.
    """

    step: Step
    track: Track | None
    x: int
    reach: Reach
    title: tuple[str, ...]
    label_y: int


@dataclass(frozen=True)
class UprightScale:
    """The drawing.

    Attributes:
        width: Its width, in pixels.
        height: Its height, in pixels.
        lanes: The lines.
        marks: The events in order of time.
        ticks: The months or years.
        closes: The position of the as-of date on the axis.
        closes_label: The position of the as-of line between the labels.
        labels_x: The left edge of the labels.
        columns: Characters in a line of a label.
    """

    width: int
    height: int
    lanes: tuple[UprightLane, ...]
    marks: tuple[UprightMark, ...]
    ticks: tuple[Tick, ...]
    closes: int
    closes_label: int
    labels_x: int
    columns: int


def _columns(left: int) -> int:
    return int((WIDTH - left) / _CHARACTER_WIDTH)


def _lanes(dossier: Dossier) -> tuple[UprightLane, ...]:
    """The lines. The names are above each other, so that each starts where its line does and crosses no other line."""
    used = {event.track for event in dossier.events}
    tracks: list[Track | None] = [*dossier.tracks, *([None] if None in used else [])]
    if len(tracks) > _MOST_LANES:
        return (UprightLane(None, _FIRST_LANE, 0, ()),)
    lanes, y = [], 4
    for n, track in enumerate(tracks):
        x = _FIRST_LANE + n * _LANE
        name = wrap(track.title, _columns(x + 10)) if track else [""]
        lanes.append(UprightLane(track, x, y, tuple(name)))
        y += len(name) * _LINE + 2
    return tuple(lanes)


def _as_long_as_the_words(date: HonestDate) -> str:
    """A text that needs as many lines as the longest words in which the template can say a date."""
    moments = [f"{'possibly ' * one.uncertain}{'about ' * one.approximate}30 September 20230" for one in date.moments]
    return f"{'' if date.form is Form.ONE else 'on or after '}{' and '.join(moments)}"


def _lines_of(step: Step, *, named: bool, columns: int) -> int:
    """How many lines a label needs: the title, the track, the status, the date."""
    lines = len(wrap(step.event.title, columns)) + date_lines(step, columns)
    return lines + named + (not step.standing.is_plain)


def _labels(labels: list[tuple[int, int]], top: int) -> list[int]:
    """The tops of labels, as near to their marks as possible (isotonic regression, pool adjacent violators).

    Args:
        labels: The position of each mark, in order, and the height of its label.
        top: Where the first label may begin.
    """
    offsets = [0, *accumulate(height + _GAP for _, height in labels)]
    # Labels that touch form a block, which moves as a whole: the sum of the best places of its labels, and their number.
    blocks: list[tuple[int, int]] = []
    for (at, _), offset in zip(labels, offsets, strict=False):
        blocks.append((at - _LINE // 2 - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] > blocks[-1][0] * blocks[-2][1]:
            (total, number), (more, others) = blocks.pop(-2), blocks.pop()
            blocks.append((total + more, number + others))
    best = [max(top, total // number) for total, number in blocks for _ in range(number)]
    return [place + offset for place, offset in zip(best, offsets, strict=False)]


def _marks(dossier: Dossier, shown: tuple[Step, ...], axis: Axis, lanes: tuple[UprightLane, ...]) -> list[UprightMark]:
    """The steps with their marks; their labels are still at the top."""
    is_shared = not lanes[0].name
    by_track = {lane.track.id if lane.track else None: lane.x for lane in lanes}
    columns = _columns(lanes[-1].x + _LABEL_GAP)
    as_of = dossier.cover.as_of.latest or axis.last
    closes = axis.at(as_of)
    return [
        UprightMark(
            step=step,
            track=step.track if is_shared else None,
            x=lanes[0].x if is_shared else by_track[step.event.track],
            reach=inside(axis.reach(step.order_date), step.order_date, axis.start, closes, as_of),
            title=tuple(wrap(step.event.title, columns)),
            label_y=0,
        )
        for step in shown
    ]


def upright_timescale(dossier: Dossier) -> UprightScale | None:
    """The drawing; None if there are more events than it can show."""
    shown, as_of = steps(dossier, dossier.events), dossier.cover.as_of
    if len(shown) > MOST_EVENTS:
        return None
    lanes = _lanes(dossier)
    labels_x = lanes[-1].x + _LABEL_GAP
    columns = _columns(labels_x)
    heights = {
        id(step): _LINE * _lines_of(step, named=not lanes[0].name and step.track is not None, columns=columns)
        for step in shown
    }
    top = lanes[-1].y + len(lanes[-1].name) * _LINE + 20
    needed = sum(height + _GAP for height in heights.values()) + _LINE
    dates = [*(step.order_date for step in shown), as_of]
    axis = axis_for(dates, top, top + max(_MIN_HEIGHT, needed * 3 // 4), soft=10, opening=36)
    closes = axis.at(as_of.latest or axis.last)
    marks = sorted(_marks(dossier, shown, axis, lanes), key=lambda mark: mark.reach.middle)
    before = sum(mark.reach.middle <= closes for mark in marks)
    labels = [(mark.reach.middle, heights[id(mark.step)]) for mark in marks]
    labels.insert(before, (closes, _LINE))
    tops = _labels(labels, top - _LINE)
    closes_label = tops.pop(before)
    placed = tuple(replace(mark, label_y=label_y) for mark, label_y in zip(marks, tops, strict=True))
    height = max(axis.end, tops[-1] + heights[id(marks[-1].step)], closes_label + _LINE) + 8
    ticks = tuple(axis.ticks(_MIN_TICK_DISTANCE))
    return UprightScale(WIDTH, height, lanes, placed, ticks, closes, closes_label, labels_x, columns)


def date_lines(step: Step, columns: int) -> int:
    """How many lines the date of an event or a stage needs, however the template words it.

    Args:
        step: The event or the stage.
        columns: The width of a line.
    """
    when = step.date_in_words or ""
    if not step.is_dated:
        when = f"{when or 'date not known'}; reported on {_as_long_as_the_words(step.order_date)}"
    when = when or _as_long_as_the_words(step.order_date)
    when += f" {step.repeats}" if step.repeats else ""
    when += f"; postponed to {_as_long_as_the_words(step.postponed_to)}" if step.postponed_to else ""
    return len(wrap(when, columns))
