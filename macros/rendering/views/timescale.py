"""The drawing of the timeline: a lane for each track, and a line at the as-of date. A vague date is drawn as a range.

The text of a label is in the template. This module gives each mark a position, and reserves enough room for its label
even if the browser uses the widest common sans-serif font.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, EventKind
from macros.models.track import Track
from macros.rendering.views.meetings import MeetingStatus, in_order, status_of
from macros.rendering.views.time_axis import Axis, Reach, Tick, axis_for
from macros.rendering.views.upright_timescale import UprightScale, upright_timescale

WIDTH = 1180
_LEFT, _RIGHT = 156, 1160
"""The left and right edge of the plot. The names of the lanes are to the left of it."""
_TOP = 40
_ROW = 42
_LANE_PADDING = 10
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
        reach: Its date on the axis.
        y: The middle of the row.
        is_dated: Whether the event has a date; if not, it is drawn on the day when its status became known.
        label_left: Whether the label is to the left of the mark.
    """

    event: Event
    status: MeetingStatus
    reach: Reach
    y: int
    is_dated: bool
    label_left: bool


@dataclass(frozen=True)
class Lane:
    """The events of one track; `track` is None for events that belong to no track."""

    track: Track | None
    y: int
    height: int
    marks: tuple[Mark, ...]


class KeyEntry(StrEnum):
    """What the key of the drawing explains, apart from the statuses of meetings."""

    HAPPENED = "happened"
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
        closes: The position of the as-of date.
        key: What the key explains: only what the drawing shows.
        upright: The same events on a scale that runs down, for phones and paper.
    """

    width: int
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    closes: int
    key: tuple[MeetingStatus | KeyEntry, ...]
    upright: UprightScale | None


def _placed(axis: Axis, closes: int, events: Iterable[Event], top: int) -> Iterator[Mark]:
    """Places marks in rows so that no label covers another."""
    taken: list[list[tuple[float, float]]] = []
    for event in in_order(events):
        reach = axis.reach(event.order_date)
        room = max(_MIN_LABEL_WIDTH, len(event.title) * _CHARACTER_WIDTH)
        # A label must stay inside the drawing and must not cross the line at the as-of date.
        label_left = reach.end + room > (closes if reach.end < closes else _RIGHT)
        span = (reach.start - room, reach.end + 12) if label_left else (reach.start - 12, reach.end + room)
        row = next(
            (n for n, spans in enumerate(taken) if all(span[1] < a or b < span[0] for a, b in spans)), len(taken)
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        y = top + _LANE_PADDING + row * _ROW + _ROW // 2
        yield Mark(event, status_of(event), reach, y, isinstance(event.date, HonestDate), label_left)


def _key(marks: Iterable[Mark], closes: int) -> Iterator[MeetingStatus | KeyEntry]:
    shown = list(marks)
    statuses = {mark.status for mark in shown if mark.event.kind is EventKind.MEETING}
    yield from (status for status in MeetingStatus if status in statuses)
    if any(mark.event.kind is not EventKind.MEETING for mark in shown):
        yield KeyEntry.HAPPENED
    ranges = [mark.reach for mark in shown if mark.is_dated and mark.reach.is_vague]
    if not all(reach.is_soft for reach in ranges):
        yield KeyEntry.LASTED
    if any(reach.is_soft for reach in ranges):
        yield KeyEntry.VAGUE
    if not all(mark.is_dated for mark in shown):
        yield KeyEntry.UNDATED
    if any(mark.reach.start > closes for mark in shown):
        yield KeyEntry.BEYOND


def timescale(dossier: Dossier) -> Timescale | None:
    """The drawing, with lanes in the editor's order and events without a track last; None if there are no events."""
    if not dossier.events:
        return None
    dates = [event.order_date for event in dossier.events] + [dossier.cover.as_of]
    axis = axis_for(dates, _LEFT, _RIGHT, soft=16, opening=90)
    closes = axis.at(dossier.cover.as_of.latest or axis.last)
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
    ticks = tuple(axis.ticks(_MIN_TICK_DISTANCE))
    key = tuple(_key((mark for lane in lanes for mark in lane.marks), closes))
    return Timescale(WIDTH, top + 4, tuple(lanes), ticks, closes, key, upright_timescale(dossier))
