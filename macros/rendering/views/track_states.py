"""The states of a track, each with the date by which it is placed in time."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.base import Nothing
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.part_of_a_time import narrowed
from macros.models.track import Track, TrackState


@dataclass(frozen=True)
class ShownState:
    """One state of a track.

    Attributes:
        record: The state, as the editor recorded it.
        reported: The day on which somebody first said so.
        order_date: The date by which it is sorted: its own, else the day on which it was reported.
    """

    record: TrackState
    reported: HonestDate
    order_date: HonestDate


def states(dossier: Dossier, track: Track) -> tuple[ShownState, ...]:
    """The states of a track, in the editor's order, which is that of time. The last one holds on the as-of date."""
    found = []
    for one in track.states:
        reported = dossier.reported_on(one.statements)
        order = reported if isinstance(one.date, Nothing) else narrowed(one.date, one.date_in_words)
        found.append(ShownState(one, reported, order))
    return tuple(found)


def state_now(dossier: Dossier, track: Track) -> ShownState | None:
    """The state of a track on the as-of date; None if no state is recorded, and then no page claims one."""
    return next(reversed(states(dossier, track)), None)
