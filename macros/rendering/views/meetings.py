"""Meetings and tracks, with the status of each on the as-of date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from macros.models.actor import Actor
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.event import Event, EventKind, EventStatus
from macros.models.gap import Gap
from macros.models.position import AskedOf, Position
from macros.models.statement import Statement
from macros.models.track import Track
from macros.rendering.views.track_states import ShownState, states


class MeetingStatus(StrEnum):
    """The status of an event or a track on the as-of date, as the pages show it."""

    HELD = "held"
    NOT_HELD = "not-held"
    DECLINED = "declined"
    ANNOUNCED = "announced"
    REFUSED_AHEAD = "refused-ahead"
    NO_MEETING = "no-meeting"
    HAPPENED = "happened"
    """It took place and is no meeting; pages need no word for that."""


def status_of(event: Event) -> MeetingStatus:
    """The status of an event. The pages distinguish two cases that `EventStatus` does not.

    One is announced, then refused. The other is something that took place and is no meeting.
    """
    if event.status is EventStatus.HELD and event.kind is not EventKind.MEETING:
        return MeetingStatus.HAPPENED
    if event.status is EventStatus.ANNOUNCED and event.refusals:
        return MeetingStatus.REFUSED_AHEAD
    return MeetingStatus(event.status)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in chronological order; an event without a date is placed on the day when its status became known."""
    return tuple(sorted(events, key=lambda event: event.order_date.order))


@dataclass(frozen=True)
class Meeting:
    """One meeting, or another event of a track.

    Attributes:
        event: The record.
        status: Its status on the as-of date.
        track: Its track, if it has one.
        accounts: Ids of the statements to show below it. What is shown as the reason of a refusal is not shown again.
    """

    event: Event
    status: MeetingStatus
    track: Track | None
    accounts: tuple[str, ...]


@dataclass(frozen=True)
class Board:
    """The table of all meetings.

    Attributes:
        meetings: The meetings in chronological order.
        unexplained: The meetings for which the sources are silent about the reason of whoever pulled out, if this is so
            for every meeting that somebody pulled out of or that was not held. The table then has no column for the reason.
    """

    meetings: tuple[Meeting, ...]
    unexplained: tuple[Event, ...]

    @property
    def has_withdrawals(self) -> bool:
        """Whether somebody pulled out of a meeting, or a meeting was not held. If not, no column is about that."""
        return any(meeting.event.refusals or meeting.event.decliner for meeting in self.meetings)


@dataclass(frozen=True)
class TrackRow:
    """A track with its mediators, and the status of its latest meeting."""

    track: Track
    mediators: tuple[Actor, ...]
    status: MeetingStatus


@dataclass(frozen=True)
class PartyView:
    """How one party sees one mediator."""

    party: Actor
    mediator: Actor
    position: Position


@dataclass(frozen=True)
class TrackView:
    """The page of one track."""

    row: TrackRow
    states: tuple[ShownState, ...]
    meetings: tuple[Meeting, ...]
    other_events: tuple[Meeting, ...]
    statements: tuple[Statement, ...]
    party_views: tuple[PartyView, ...]
    gaps: tuple[Gap, ...]


def meetings(dossier: Dossier, events: Iterable[Event] | None = None) -> tuple[Meeting, ...]:
    """The meetings among some events, or in the whole dossier, in chronological order."""
    candidates = dossier.events if events is None else events
    return _shown(dossier, (event for event in candidates if event.kind is EventKind.MEETING))


def _shown(dossier: Dossier, events: Iterable[Event]) -> tuple[Meeting, ...]:
    return tuple(
        Meeting(event, status_of(event), dossier.track.get(event.track or ""), _accounts(event))
        for event in in_order(events)
    )


def _grounds(event: Event) -> list[Nothing | tuple[str, ...]]:
    """The reasons of those who pulled out, or in place of each the kind of nothing."""
    return [refusal.ground for refusal in event.refusals] or ([event.ground] if event.ground else [])


def board(dossier: Dossier) -> Board:
    """The table of all meetings."""
    found = meetings(dossier)
    grounds = [ground for meeting in found for ground in _grounds(meeting.event)]
    is_silent = all(ground is Nothing.SILENT for ground in grounds)
    return Board(found, tuple(one.event for one in found if is_silent and _grounds(one.event)))


def _accounts(event: Event) -> tuple[str, ...]:
    grounds = {name for refusal in event.refusals for name in refusal.ground if not isinstance(refusal.ground, Nothing)}
    return tuple(name for name in event.told_by if name in event.statements or name not in grounds)


def track_row(dossier: Dossier, track: Track) -> TrackRow:
    """A track with the status of its latest meeting."""
    own_meetings = in_order(event for event in dossier.events_of(track) if event.kind is EventKind.MEETING)
    return TrackRow(
        track=track,
        mediators=tuple(dossier.actor[mediator] for mediator in track.mediators),
        status=status_of(own_meetings[-1]) if own_meetings else MeetingStatus.NO_MEETING,
    )


def party_views(dossier: Dossier, mediators: Iterable[str]) -> tuple[PartyView, ...]:
    """How each party sees each of some mediators: by mediator, and then in the editor's order."""
    return tuple(
        PartyView(dossier.actor[position.actor], dossier.actor[mediator], position)
        for mediator in mediators
        for position in dossier.positions
        if position.toward == mediator and dossier.issue[position.issue].asked_of is AskedOf.PARTIES_ABOUT_MEDIATORS
    )


def gaps_about(dossier: Dossier, ids: Iterable[str]) -> tuple[Gap, ...]:
    """The gaps that concern at least one of the given records."""
    wanted = set(ids)
    return tuple(gap for gap in dossier.gaps if wanted.intersection(gap.about))


def track(dossier: Dossier, track_id: str) -> TrackView:
    """Everything that the page of one track shows."""
    record = dossier.track[track_id]
    own = dossier.events_of(record)
    shown = {name for event in own for name in (*event.told_by, *event.readings)}
    shown |= {name for one in record.states for name in one.statements}
    return TrackView(
        row=track_row(dossier, record),
        states=states(dossier, record),
        meetings=meetings(dossier, own),
        other_events=_shown(dossier, (event for event in own if event.kind is not EventKind.MEETING)),
        # The page shows the others below their events and states; they are not repeated.
        statements=tuple(dossier.statement[name] for name in record.statements if name not in shown),
        party_views=party_views(dossier, record.mediators),
        gaps=gaps_about(dossier, (track_id, *(event.id for event in own))),
    )
