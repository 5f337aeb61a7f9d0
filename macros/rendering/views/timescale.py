"""The drawing of the timeline: a lane for each track, and a line at the as-of date. A vague date is drawn as a range.

The template writes the words of a label. This module gives each mark a position, divides long titles into lines, and reserves
enough room for each label even if the browser uses the widest common sans-serif font.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.event_kind import EventStatus
from macros.models.track import Track
from macros.rendering.text_width import wrap
from macros.rendering.views.events import Step, steps
from macros.rendering.views.standing import Standing
from macros.rendering.views.time_axis import Axis, Reach, Tick, axis_for, inside
from macros.rendering.views.upright_timescale import UprightScale, date_lines, upright_timescale

WIDTH = 1180
_LEFT, _RIGHT = 156, 1160
"""The left and right edge of the plot. The names of the lanes are to the left of it."""
_TOP = 40
_ROW = 42
_LANE_PADDING = 10
_CHARACTER_WIDTH = 9.5
"""A column of `text_width` in the size of titles, which are bold: up to 1.18 times as wide."""
_LINE = 15
_GAP = 14
"""Free space between a mark and its label."""
_LABEL = 306
"""The width of a label: room for the status of a meeting and a day on one line."""
_COLUMNS = int(_LABEL / _CHARACTER_WIDTH)
_DATE_COLUMNS = 41
"""The same, in the size of dates."""
_STATUS, _LONGEST_STATUS = 12, 23
"""Room for the status in front of the date."""
_MIN_TICK_DISTANCE = 64


class Side(StrEnum):
    """Where the label of a mark is."""

    LEFT = "left"
    RIGHT = "right"
    BELOW = "below"


@dataclass(frozen=True)
class Mark:
    """An event, or a later stage of it, on the drawing.

    Attributes:
        step: The event or the stage.
        reach: Its date on the axis.
        y: The middle of the row.
        title: The lines of its title.
        side: Where the label is.
        label_x: The edge of the label at which its lines start, or end if it is to the left.
        label_y: The first line of the label.
        lines: How many lines the label has at most.
    """

    step: Step
    reach: Reach
    y: int
    title: tuple[str, ...]
    side: Side
    label_x: int
    label_y: int
    lines: int

    @property
    def span(self) -> tuple[int, int]:
        """The left and the right edge of the mark with its label."""
        left = self.label_x - _LABEL if self.side is Side.LEFT else self.label_x
        return min(left, self.reach.start) - 12, max(left + _LABEL, self.reach.end) + 12

    @property
    def height(self) -> int:
        """The height of the row that it needs."""
        below = _LINE + 7 if self.side is Side.BELOW else 0
        return _ROW + below + _LINE * (self.lines - 2)


@dataclass(frozen=True)
class Lane:
    """The events of one track, with the lines of its name; `track` is None for events that belong to no track."""

    track: Track | None
    name: tuple[str, ...]
    y: int
    height: int
    marks: tuple[Mark, ...]


class KeyEntry(StrEnum):
    """What the key of the drawing explains, apart from statuses."""

    LASTED = "lasted"
    VAGUE = "vague"
    UNDATED = "undated"
    BEYOND = "beyond"


@dataclass(frozen=True)
class Timescale:
    """The drawing.

    Attributes:
        width: Its width, in pixels.
        height: Its height, in pixels.
        lanes: A lane for each track, and one for events without a track.
        ticks: The months or years.
        columns: The width of the dates in labels.
        closes: The position of the as-of date.
        statuses: The statuses that it shows, for the key.
        key: What else the key explains: only what the drawing shows.
        upright: The same events on a scale that runs down, for phones and paper.
    """

    width: int
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    columns: int
    closes: int
    statuses: tuple[Standing, ...]
    key: tuple[KeyEntry, ...]
    upright: UprightScale | None


def _label(reach: Reach, closes: int) -> tuple[Side, int]:
    """The place of a label: to the right if it stays in the drawing and does not cross the as-of line, else to the left.

    Below a bar that leaves room at neither end.
    """
    edge = closes if reach.end < closes else _RIGHT
    if reach.end + _GAP + _LABEL <= edge:
        return Side.RIGHT, reach.end + _GAP
    if reach.start - _GAP - _LABEL >= _LEFT:
        return Side.LEFT, reach.start - _GAP
    return Side.BELOW, max(_LEFT, min(reach.start, edge - _LABEL))


def _mark(step: Step, axis: Axis, closes: int, as_of: date) -> Mark:
    """The mark of an event or a stage, at the top of the drawing."""
    reach = inside(axis.reach(step.order_date), step.order_date, _LEFT, closes, as_of)
    side, x = _label(reach, closes)
    title = tuple(wrap(step.event.title, _COLUMNS))
    ahead = _LONGEST_STATUS if step.standing.is_refused_ahead else _STATUS
    y = _ROW // 2
    return Mark(
        step=step,
        reach=reach,
        y=y,
        title=title,
        side=side,
        label_x=x,
        label_y=y + (_LINE + 5 if side is Side.BELOW else -2),
        lines=len(title) + date_lines(step, _DATE_COLUMNS - ahead),
    )


def _in_rows(marks: Iterable[Mark], top: int) -> tuple[list[Mark], int]:
    """Places marks in rows so that no label covers another, and gives the bottom of the last row."""
    rows: list[list[Mark]] = []
    for mark in marks:
        start, end = mark.span
        row = next((row for row in rows if all(end < a or b < start for a, b in (one.span for one in row))), None)
        if row is None:
            rows.append(row := [])
        row.append(mark)
    placed = []
    for row in rows:
        placed += [replace(mark, y=mark.y + top, label_y=mark.label_y + top) for mark in row]
        top += max(mark.height for mark in row)
    return placed, top


def _lane(track: Track | None, marks: Iterable[Mark], top: int) -> Lane:
    """The lane of a track, high enough for its name and for its rows."""
    name = tuple(wrap(track.title, int((_LEFT - 8) / _CHARACTER_WIDTH))) if track else ()
    placed, bottom = _in_rows(marks, top + _LANE_PADDING)
    bottom = max(bottom, top + _LANE_PADDING + _ROW + _LINE * (len(name) - 1))
    return Lane(track, name, top, bottom - top + _LANE_PADDING, tuple(placed))


def _statuses(marks: Iterable[Mark]) -> tuple[Standing, ...]:
    """The statuses of some marks, in a fixed order; all that go without saying count as one."""
    order = {status: number for number, status in enumerate((*EventStatus, *Nothing))}
    shown = {(one.is_plain or one.status, one.is_refused_ahead): one for one in (mark.step.standing for mark in marks)}
    return tuple(sorted(shown.values(), key=lambda one: (one.is_plain, order[one.status], one.is_refused_ahead)))


def _key(marks: Iterable[Mark], closes: int) -> Iterator[KeyEntry]:
    shown = list(marks)
    ranges = [mark.reach for mark in shown if mark.step.is_dated and mark.reach.is_vague]
    if not all(reach.is_soft for reach in ranges):
        yield KeyEntry.LASTED
    if any(reach.is_soft for reach in ranges):
        yield KeyEntry.VAGUE
    if not all(mark.step.is_dated for mark in shown):
        yield KeyEntry.UNDATED
    if any(mark.reach.start > closes for mark in shown):
        yield KeyEntry.BEYOND


def timescale(dossier: Dossier) -> Timescale | None:
    """The drawing, with lanes in the editor's order and events without a track last; None if there are no events."""
    if not dossier.events:
        return None
    shown = steps(dossier, dossier.events)
    dates = [*(step.order_date for step in shown), dossier.cover.as_of]
    axis = axis_for(dates, _LEFT, _RIGHT, soft=16, opening=90)
    as_of = dossier.cover.as_of.latest or axis.last
    closes = axis.at(as_of)
    lanes: list[Lane] = []
    top = _TOP
    for track in (*dossier.tracks, None):
        own = [step for step in shown if step.track == track]
        if own or track:
            lanes.append(_lane(track, (_mark(step, axis, closes, as_of) for step in own), top))
            top += lanes[-1].height
    ticks = tuple(axis.ticks(_MIN_TICK_DISTANCE))
    marks = [mark for lane in lanes for mark in lane.marks]
    key = tuple(_key(marks, closes))
    upright = upright_timescale(dossier)
    return Timescale(WIDTH, top + 4, tuple(lanes), ticks, _DATE_COLUMNS, closes, _statuses(marks), key, upright)
