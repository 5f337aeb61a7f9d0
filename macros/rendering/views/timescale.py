"""The drawing of the timeline: a lane for each track, and a line at the as-of date. A vague date is drawn as a range.

The text of a label is in the template. This module gives each mark a position, and reserves enough room for its label
even if the browser uses the widest common sans-serif font.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.models.date import HonestDate, Precision
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.track import Track
from macros.rendering.views.meetings import MeetingStatus, in_order, status_of

WIDTH = 1180
_LEFT, _RIGHT = 156, 1160
"""The left and right edge of the plot. The names of the lanes are to the left of it."""
_TOP = 40
_ROW = 42
_LANE_PADDING = 10
_SOFT = 16
"""Width of the soft end of an approximate date. It does not represent days: the source does not say how large the error is."""
_OPEN = 90
"""Width of the soft end of a range whose start or end is not known."""
_CHARACTER_WIDTH = 7.6
_MIN_LABEL_WIDTH = 290
"""Room for the second line of a label, which gives the status and the date."""
_MIN_TICK_DISTANCE = 64


@dataclass(frozen=True)
class Mark:
    """An event on the drawing.

    Attributes:
        event: The event.
        status: The status of the event.
        start: The position of the first possible day, in pixels.
        end: The position of the last possible day; equal to `start` if the date is a single day.
        soft_start: Whether the start fades out.
        soft_end: Whether the end fades out.
        y: The middle of the row.
        is_dated: Whether the event has a date; if not, it is drawn on the day when its status became known.
        label_left: Whether the label is to the left of the mark.
    """

    event: Event
    status: MeetingStatus
    start: int
    end: int
    soft_start: bool
    soft_end: bool
    y: int
    is_dated: bool
    label_left: bool

    @property
    def is_vague(self) -> bool:
        """Whether the date is drawn as a range."""
        return self.end > self.start


@dataclass(frozen=True)
class Lane:
    """The events of one track; `track` is None for events that belong to no track."""

    track: Track | None
    y: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Tick:
    """The first day of a month or a year."""

    x: int
    day: date
    is_year: bool


@dataclass(frozen=True)
class Timescale:
    """The drawing: its size, lanes and ticks, and the position of the as-of date (`closes`)."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    closes: int


@dataclass(frozen=True)
class _Axis:
    """Converts days to pixels."""

    first: date
    last: date

    def x(self, day: date) -> int:
        return _LEFT + round((_RIGHT - _LEFT) * (day - self.first).days / max(1, (self.last - self.first).days))


def _month_start(day: date, months: int = 0) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _axis(dossier: Dossier) -> _Axis:
    dates = [event.order_date for event in dossier.events] + [dossier.cover.as_of]
    known = [day for when in dates for day in (when.earliest, when.latest) if day]
    last = max(known)
    return _Axis(_month_start(min(known)), last + timedelta(days=max(3, (last - min(known)).days // 40)))


def _ticks(axis: _Axis) -> Iterator[Tick]:
    months = (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month + 1
    most = (_RIGHT - _LEFT) // _MIN_TICK_DISTANCE
    step = next(step for step in (1, 3, 6, 12, 24, 60, 120, 1200, months) if months / step <= most)
    first = axis.first if step < 12 else date(axis.first.year, 1, 1)
    for months_on in range(0, months + 12, step):
        day = _month_start(first, months_on)
        if axis.first <= day <= axis.last:
            yield Tick(axis.x(day), day, step >= 12)


def _range(axis: _Axis, when: HonestDate) -> tuple[int, int, bool, bool]:
    """The start and end of a date in pixels, and which of them fade out."""
    start = axis.x(when.earliest) if when.earliest else None
    end = axis.x(when.latest) if when.latest else None
    if start is None or end is None:
        middle = start if start is not None else end or _LEFT
        return (
            middle - (_OPEN if start is None else 0),
            middle + (_OPEN if end is None else 0),
            start is None,
            end is None,
        )
    if when.approximate or when.uncertain:
        return start - _SOFT, end + _SOFT, True, True
    is_soft = when.precision in (Precision.MONTH, Precision.YEAR)
    return start, end, is_soft, is_soft


def _placed(axis: _Axis, closes: int, events: Iterable[Event], top: int) -> Iterator[Mark]:
    """Places marks in rows so that no label covers another."""
    taken: list[list[tuple[float, float]]] = []
    for event in in_order(events):
        start, end, soft_start, soft_end = _range(axis, event.order_date)
        room = max(_MIN_LABEL_WIDTH, len(event.title) * _CHARACTER_WIDTH)
        # A label must stay inside the drawing and must not cross the line at the as-of date.
        label_left = end + room > (closes if end < closes else _RIGHT)
        span = (start - room, end + 12) if label_left else (start - 12, end + room)
        row = next(
            (n for n, spans in enumerate(taken) if all(span[1] < a or b < span[0] for a, b in spans)), len(taken)
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        y = top + _LANE_PADDING + row * _ROW + _ROW // 2
        yield Mark(
            event, status_of(event), start, end, soft_start, soft_end, y, isinstance(event.date, HonestDate), label_left
        )


def timescale(dossier: Dossier) -> Timescale | None:
    """The drawing, with lanes in the editor's order and events without a track last; None if there are no events."""
    if not dossier.events:
        return None
    axis = _axis(dossier)
    closes = axis.x(dossier.cover.as_of.latest or axis.last)
    lanes: list[Lane] = []
    top = _TOP
    for track in (*dossier.tracks, None):
        events = [event for event in dossier.events if event.track == (track.id if track else None)]
        if not events and track is None:
            continue
        marks = tuple(_placed(axis, closes, events, top))
        rows = max([1, *((mark.y - top) // _ROW + 1 for mark in marks)])
        height = rows * _ROW + 2 * _LANE_PADDING
        lanes.append(Lane(track, top, height, marks))
        top += height
    return Timescale(WIDTH, top + 4, tuple(lanes), tuple(_ticks(axis)), closes)
