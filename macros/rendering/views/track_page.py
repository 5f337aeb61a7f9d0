"""The page of one track: its events, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.event_kind import Group
from macros.models.gap import Gap
from macros.models.position import AskedOf, Issue, Position
from macros.models.statement import Statement
from macros.models.track import Track
from macros.rendering.views.events import Step, groups_on_tracks, in_order, of_groups, steps, steps_of
from macros.rendering.views.standing import Standing, standing_of
from macros.rendering.views.track_states import ShownState, states


@dataclass(frozen=True)
class Account:
    """Everything that is told of one event.

    Attributes:
        event: The record.
        standing: Its status on the as-of date.
        first: The event on its own date.
        stages: Its later stages.
        told_by: Ids of the statements to show below it. What is shown as the reason of a refusal is not shown again.
    """

    event: Event
    standing: Standing
    first: Step
    stages: tuple[Step, ...]
    told_by: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """The events of one group, or of all groups that do not show how far a track has come."""

    group: Group
    accounts: tuple[Account, ...]


@dataclass(frozen=True)
class PartyView:
    """How one party sees one mediator. The issue is None if the dossier has only one that asks about mediators."""

    party: Actor
    mediator: Actor
    issue: Issue | None
    position: Position


@dataclass(frozen=True)
class PartyViews:
    """How parties see mediators: the views that there are, then the others, by kind of nothing."""

    given: tuple[PartyView, ...]
    missing: tuple[tuple[Nothing, tuple[PartyView, ...]], ...]

    @classmethod
    def of(cls, views: tuple[PartyView, ...]) -> PartyViews | None:
        """Sorts some views; None if there are none."""
        by_kind = ((kind, tuple(one for one in views if one.position.nothing is kind)) for kind in Nothing)
        given = tuple(one for one in views if not one.position.nothing)
        return cls(given, tuple((kind, found) for kind, found in by_kind if found)) if views else None


@dataclass(frozen=True)
class TrackView:
    """The page of one track.

    Attributes:
        track: The track.
        mediators: Who mediates.
        latest: The latest step of the track, if there is one.
        is_about_meetings: Whether it is worth saying if this track has no meetings.
        states: Its states, in order of time.
        sections: Its events, group by group.
        statements: What is said about the track and stands below no event.
        party_views: How the parties see its mediators.
        gaps: Open questions.
    """

    track: Track
    mediators: tuple[Actor, ...]
    latest: Step | None
    is_about_meetings: bool
    states: tuple[ShownState, ...]
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    party_views: PartyViews | None
    gaps: tuple[Gap, ...]


def party_views(dossier: Dossier, mediators: Iterable[str]) -> tuple[PartyView, ...]:
    """How each party sees each of some mediators: by mediator, and then in the editor's order."""
    several = len([one for one in dossier.issues if one.asked_of is AskedOf.PARTIES_ABOUT_MEDIATORS]) > 1
    return tuple(
        PartyView(
            dossier.actor[position.actor],
            dossier.actor[mediator],
            dossier.issue[position.issue] if several else None,
            position,
        )
        for mediator in mediators
        for position in dossier.positions
        if position.toward == mediator and dossier.issue[position.issue].asked_of is AskedOf.PARTIES_ABOUT_MEDIATORS
    )


def gaps_about(dossier: Dossier, ids: Iterable[str]) -> tuple[Gap, ...]:
    """The gaps that concern at least one of the given records."""
    wanted = set(ids)
    return tuple(gap for gap in dossier.gaps if wanted.intersection(gap.about))


def _account(dossier: Dossier, event: Event) -> Account:
    first, *stages = steps_of(dossier, event)
    grounds = {name for refusal in event.refusals for name in refusal.ground if not isinstance(refusal.ground, Nothing)}
    told_by = tuple(name for name in first.told_by if name in event.statements or name not in grounds)
    return Account(event, standing_of(event), first, tuple(stages), told_by)


def _is_about_meetings(dossier: Dossier) -> bool:
    """Whether the dossier has meetings, or no events at all."""
    return not dossier.events or bool(of_groups(dossier.events, Group.MEETINGS))


def _sections(dossier: Dossier, events: Iterable[Event]) -> tuple[Section, ...]:
    """The sections of a page. That of meetings is there even if it is empty, unless the dossier is not about meetings."""
    own = tuple(events)
    groups = ((Group.MEETINGS,), (Group.AGREEMENTS,), (Group.FORCE, Group.OTHERS))
    found = (
        Section(group[-1], tuple(_account(dossier, one) for one in in_order(of_groups(own, *group))))
        for group in groups
    )
    is_said = _is_about_meetings(dossier)
    return tuple(one for one in found if one.accounts or (one.group is Group.MEETINGS and is_said))


def track(dossier: Dossier, track_id: str) -> TrackView:
    """Everything that the page of one track shows."""
    record = dossier.track[track_id]
    own = dossier.events_of(record)
    shown = {name for event in own for name in (*event.told_by, *event.readings)}
    shown |= {name for one in record.states for name in one.statements}
    on_track = steps(dossier, of_groups(own, *groups_on_tracks(dossier)))
    return TrackView(
        track=record,
        mediators=tuple(dossier.actor[mediator] for mediator in record.mediators),
        latest=on_track[-1] if on_track else None,
        is_about_meetings=_is_about_meetings(dossier),
        states=states(dossier, record),
        sections=_sections(dossier, own),
        # The page shows the others below their events and states; they are not repeated.
        statements=tuple(dossier.statement[name] for name in record.statements if name not in shown),
        party_views=PartyViews.of(party_views(dossier, record.mediators)),
        gaps=gaps_about(dossier, (track_id, *(event.id for event in own))),
    )
