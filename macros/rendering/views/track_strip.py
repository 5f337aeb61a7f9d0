"""The state of each track at a glance: its meetings in order of time, each with its status."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.dossier import Dossier
from macros.models.track import Track
from macros.rendering.views.meetings import Board, Meeting, board, meetings
from macros.rendering.views.track_states import ShownState, state_now


@dataclass(frozen=True)
class TrackStrip:
    """The meetings of one track; `track` is None for meetings that belong to no track.

    Attributes:
        track: The track.
        mediators: Who mediates.
        meetings: The meetings, in chronological order.
        state: The state of the track on the as-of date, if one is recorded.
    """

    track: Track | None
    mediators: tuple[Actor, ...]
    meetings: tuple[Meeting, ...]
    state: ShownState | None = None


def track_strips(dossier: Dossier) -> tuple[TrackStrip, ...]:
    """A strip for each track in the editor's order, and one for meetings without a track if there are any."""
    strips = [
        TrackStrip(
            track,
            tuple(dossier.actor[mediator] for mediator in track.mediators),
            meetings(dossier, dossier.events_of(track)),
            state_now(dossier, track),
        )
        for track in dossier.tracks
    ]
    others = meetings(dossier, (event for event in dossier.events if event.track is None))
    return (*strips, *([TrackStrip(None, (), others)] if others else []))


@dataclass(frozen=True)
class TracksView:
    """The page with all tracks and meetings."""

    strips: tuple[TrackStrip, ...]
    board: Board


def tracks(dossier: Dossier) -> TracksView:
    """All tracks in the editor's order, and all meetings in chronological order."""
    return TracksView(track_strips(dossier), board(dossier))
