"""Meetings, tracks, and the state of each on the as-of date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from macros.models.actor import Actor
from macros.models.dossier import Dossier
from macros.models.event import Event, EventKind, EventStatus
from macros.models.gap import Gap
from macros.models.position import AskedOf, Position
from macros.models.statement import Statement
from macros.models.track import Track


class Standing(StrEnum):
    """How a meeting or a track stands on the as-of date."""

    HELD = "held"
    NOT_HELD = "not-held"
    DECLINED = "declined"
    ANNOUNCED = "announced"
    REFUSED_AHEAD = "refused-ahead"
    NO_MEETING = "no-meeting"


def standing_of(event: Event) -> Standing:
    """The standing of one meeting: an announced one that somebody has refused is a case of its own."""
    if event.status is EventStatus.ANNOUNCED and event.refusals:
        return Standing.REFUSED_AHEAD
    return Standing(event.status)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events from the earliest to the latest; undated ones by the day their status was known."""
    return tuple(sorted(events, key=lambda event: event.order_date.order))


@dataclass(frozen=True)
class Meeting:
    """One meeting with everything the board says of it."""

    event: Event
    standing: Standing
    track: Track | None


@dataclass(frozen=True)
class TrackRow:
    """One row of the board of tracks."""

    track: Track
    mediators: tuple[Actor, ...]
    standing: Standing
    latest: Event | None
    held: tuple[Event, ...]


@dataclass(frozen=True)
class TracksView:
    """The board of tracks."""

    rows: tuple[TrackRow, ...]
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True)
class PartyView:
    """How one party sees one mediator."""

    party: Actor
    mediator: Actor
    position: Position


@dataclass(frozen=True)
class TrackView:
    """One track."""

    row: TrackRow
    meetings: tuple[Meeting, ...]
    other_events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    party_views: tuple[PartyView, ...]
    gaps: tuple[Gap, ...]


def meetings(dossier: Dossier, events: Iterable[Event] | None = None) -> tuple[Meeting, ...]:
    """Every meeting in order, of the whole dossier or of some events."""
    among = dossier.events if events is None else events
    found = in_order(event for event in among if event.kind is EventKind.MEETING)
    return tuple(Meeting(event, standing_of(event), dossier.track.get(event.track or "")) for event in found)


def track_row(dossier: Dossier, track: Track) -> TrackRow:
    """The state of one track: that of its latest meeting."""
    rounds = in_order(event for event in dossier.events_of(track) if event.kind is EventKind.MEETING)
    latest = rounds[-1] if rounds else None
    return TrackRow(
        track=track,
        mediators=tuple(dossier.actor[mediator] for mediator in track.mediators),
        standing=standing_of(latest) if latest else Standing.NO_MEETING,
        latest=latest,
        held=tuple(event for event in rounds if event.status is EventStatus.HELD),
    )


def tracks(dossier: Dossier) -> TracksView:
    """The board: tracks in the editor's order, meetings in order of time."""
    return TracksView(tuple(track_row(dossier, track) for track in dossier.tracks), meetings(dossier))


def party_views(dossier: Dossier, mediators: Iterable[str]) -> tuple[PartyView, ...]:
    """How each party sees each of some mediators, in the editor's order."""
    wanted = set(mediators)
    return tuple(
        PartyView(dossier.actor[position.actor], dossier.actor[position.toward], position)
        for position in dossier.positions
        if position.toward in wanted and dossier.issue[position.issue].asked_of is AskedOf.PARTIES_ABOUT_MEDIATORS
    )


def gaps_about(dossier: Dossier, ids: Iterable[str]) -> tuple[Gap, ...]:
    """Gaps that concern any of some records."""
    wanted = set(ids)
    return tuple(gap for gap in dossier.gaps if wanted.intersection(gap.about))


def track(dossier: Dossier, track_id: str) -> TrackView:
    """Everything the page of one track shows."""
    shown = dossier.track[track_id]
    own = dossier.events_of(shown)
    told = {statement for event in own for statement in (*event.statements, *event.readings)}
    return TrackView(
        row=track_row(dossier, shown),
        meetings=meetings(dossier, own),
        other_events=in_order(event for event in own if event.kind is not EventKind.MEETING),
        # What the account of the meetings has told already is not told again.
        statements=tuple(dossier.statement[name] for name in shown.statements if name not in told),
        party_views=party_views(dossier, shown.mediators),
        gaps=gaps_about(dossier, (track_id, *(event.id for event in own))),
    )
