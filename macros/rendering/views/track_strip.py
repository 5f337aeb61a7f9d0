"""The state of each track at a glance: its events in order of time, each with its status."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.dossier import Dossier
from macros.models.event_kind import EventKind
from macros.models.track import Track
from macros.rendering.views.events import Board, Step, boards, groups_on_tracks, of_groups, steps
from macros.rendering.views.track_states import ShownState, state_now


@dataclass(frozen=True)
class TrackStrip:
    """The events that show how far one track has come; `track` is None for those that belong to no track.

    Attributes:
        track: The track.
        mediators: Who mediates.
        steps: The events and their later stages, in chronological order.
        state: The state of the track on the as-of date, if one is recorded.
    """

    track: Track | None
    mediators: tuple[Actor, ...]
    steps: tuple[Step, ...]
    state: ShownState | None = None


@dataclass(frozen=True)
class TrackStrips:
    """The strips of all tracks.

    Attributes:
        strips: A strip for each track in the editor's order, and one for events without a track if there are any.
        is_of_meetings: Whether meetings are all that they show.
    """

    strips: tuple[TrackStrip, ...]
    is_of_meetings: bool


def track_strips(dossier: Dossier) -> TrackStrips:
    """The strip of each track."""
    groups = groups_on_tracks(dossier)

    def of_track(name: str | None) -> tuple[Step, ...]:
        events = [event for event in dossier.events if event.track == name]
        # A track of which nothing else is known shows whatever happened on it.
        return steps(dossier, of_groups(events, *groups) or (events if name else ()))

    strips = [
        TrackStrip(
            track,
            tuple(dossier.actor[mediator] for mediator in track.mediators),
            of_track(track.id),
            state_now(dossier, track),
        )
        for track in dossier.tracks
    ]
    others = of_track(None)
    kinds = {step.event.kind for strip in strips for step in strip.steps} | {step.event.kind for step in others}
    return TrackStrips(
        (*strips, *([TrackStrip(None, (), others)] if others else [])), is_of_meetings=kinds <= {EventKind.MEETING}
    )


@dataclass(frozen=True)
class TracksView:
    """The page with all tracks and events.

    Attributes:
        strips: The strip of each track.
        boards: The tables of events, group by group.
    """

    strips: TrackStrips
    boards: tuple[Board, ...]


def tracks(dossier: Dossier) -> TracksView:
    """All tracks in the editor's order, and all events in chronological order."""
    return TracksView(track_strips(dossier), boards(dossier))
