"""The scale of the timeline: a lane for each track, dates drawn as vague as they are, and the day on which the dossier closes.

The words of a label stand in the template; this module gives each mark a place, and reserves for its label as much room as the
widest of the common sans-serif faces takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.models.date import HonestDate, Precision
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.track import Track
from macros.rendering.views.meetings import Standing, in_order, standing_of

WIDTH = 1180
_LEFT, _RIGHT = 156, 1160
"""Where the plot begins and ends; lane names stand before it."""
_TOP = 40
_ROW = 42
_LANE_PADDING = 10
_SOFT = 16
"""Width of the soft end of an approximate date. It has no measure: nobody said how far off it may be."""
_OPEN = 90
"""Width of the fading end of a date of which one end is not known."""
_CHARACTER = 7.6
_FEWEST_PIXELS = 290
"""Room for the second line of a label, which tells status and date."""
_TICK_ROOM = 64


@dataclass(frozen=True)
class Mark:
    """An event on the scale.

    Attributes:
        event: The event.
        standing: What became of it.
        start: Where the date begins, in pixels.
        end: Where it ends; the same as `start` for one day.
        soft_start: Whether the beginning fades.
        soft_end: Whether the end fades.
        y: The middle of its row.
        is_dated: Whether the date is its own; else it is the day on which its status became known.
        label_left: Whether the label stands to the left of the mark.
    """

    event: Event
    standing: Standing
    start: int
    end: int
    soft_start: bool
    soft_end: bool
    y: int
    is_dated: bool
    label_left: bool

    @property
    def is_vague(self) -> bool:
        """Whether the date is drawn as a range rather than a point."""
        return self.end > self.start


@dataclass(frozen=True)
class Lane:
    """The events of one track; `track` is None for those of no track."""

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
    """The scale, ready to be drawn."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    closes: int


@dataclass(frozen=True)
class _Axis:
    """Days to pixels."""

    first: date
    last: date

    def x(self, day: date) -> int:
        return _LEFT + round((_RIGHT - _LEFT) * (day - self.first).days / max(1, (self.last - self.first).days))


def _month_start(day: date, months: int = 0) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _axis(dossier: Dossier) -> _Axis:
    dates = [event.order_date for event in dossier.events] + [dossier.cover.as_of]
    known = [day for one in dates for day in (one.earliest, one.latest) if day]
    last = max(known)
    return _Axis(_month_start(min(known)), last + timedelta(days=max(3, (last - min(known)).days // 40)))


def _ticks(axis: _Axis) -> Iterator[Tick]:
    months = (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month + 1
    most = (_RIGHT - _LEFT) // _TICK_ROOM
    step = next(step for step in (1, 3, 6, 12, 24, 60, 120, 1200, months) if months / step <= most)
    first = axis.first if step < 12 else date(axis.first.year, 1, 1)
    for months_on in range(0, months + 12, step):
        day = _month_start(first, months_on)
        if axis.first <= day <= axis.last:
            yield Tick(axis.x(day), day, step >= 12)


def _range(axis: _Axis, when: HonestDate) -> tuple[int, int, bool, bool]:
    """Where a date is drawn, and which of its ends fade."""
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
    """Marks in rows, so that no label covers another."""
    taken: list[list[tuple[float, float]]] = []
    for event in in_order(events):
        start, end, soft_start, soft_end = _range(axis, event.order_date)
        room = max(_FEWEST_PIXELS, len(event.title) * _CHARACTER)
        # A label neither leaves the drawing nor crosses the line at which the dossier closes.
        left = end + room > (closes if end < closes else _RIGHT)
        span = (start - room, end + 12) if left else (start - 12, end + room)
        row = next(
            (n for n, spans in enumerate(taken) if all(span[1] < a or b < span[0] for a, b in spans)), len(taken)
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        y = top + _LANE_PADDING + row * _ROW + _ROW // 2
        yield Mark(
            event, standing_of(event), start, end, soft_start, soft_end, y, isinstance(event.date, HonestDate), left
        )


def timescale(dossier: Dossier) -> Timescale | None:
    """Lanes in the editor's order, events of no track last; None where there is nothing to draw."""
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
