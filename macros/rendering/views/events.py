"""Events in order of time: the steps of each, and the tables in which kinds that belong together stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.models.base import Nothing
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, Stage
from macros.models.event_kind import DONE, KINDS, EventKind, EventStatus, Group
from macros.models.part_of_a_time import narrowed
from macros.models.track import Track
from macros.rendering.views.standing import Look, Standing, standing_of


@dataclass(frozen=True)
class Step:
    """An event on the day of its first status, or one of its later stages on the day of that.

    Attributes:
        event: The record.
        stage: The stage; None for the event itself.
        standing: The status on that day.
        order_date: The date by which it is sorted.
        known_on: If it has no date, the day on which somebody reported it.
        track: Its track, if it has one.
    """

    event: Event
    stage: Stage | None
    standing: Standing
    order_date: HonestDate
    known_on: HonestDate | None
    track: Track | None

    @property
    def told_by(self) -> tuple[str, ...]:
        """Ids of the statements that report it."""
        if self.stage:
            return self.stage.statements
        return tuple(dict.fromkeys((*self.event.statements, *(one.statement for one in self.event.refusals))))

    @property
    def date(self) -> HonestDate | Nothing:
        """Its date as recorded."""
        return (self.stage or self.event).date

    @property
    def date_in_words(self) -> str | None:
        """Its date in the words of the source."""
        return (self.stage or self.event).date_in_words

    @property
    def repeats(self) -> str | None:
        """How often it happens within its date."""
        return None if self.stage else self.event.repeats

    @property
    def postponed_to(self) -> HonestDate | None:
        """The new date of what was postponed."""
        return None if self.stage else self.event.postponed_to

    @property
    def is_done(self) -> bool:
        """Whether it is told to have taken place."""
        return self.standing.status in DONE

    @property
    def is_dated(self) -> bool:
        """Whether it has a date. If not, it is placed on the day of its report."""
        return isinstance(self.date, HonestDate)


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events in chronological order; an event without a date is placed on the day when its status became known."""
    return tuple(sorted(events, key=lambda event: (*event.order_date.order, event.round or 0)))


def steps_of(dossier: Dossier, event: Event) -> Iterator[Step]:
    """An event and each of its later stages, in order of time."""
    track = dossier.track.get(event.track or "")
    standing = standing_of(event, event.status)
    yield Step(event, None, standing, event.order_date, event.known_on, track)
    for stage in event.stages:
        reported = dossier.reported_on(stage.statements)
        order = reported if isinstance(stage.date, Nothing) else narrowed(stage.date, stage.date_in_words)
        yield Step(event, stage, standing_of(event, stage.status), order, reported, track)


def steps(dossier: Dossier, events: Iterable[Event]) -> tuple[Step, ...]:
    """The steps of some events, in chronological order."""
    found = (step for event in in_order(events) for step in steps_of(dossier, event))
    return tuple(sorted(found, key=lambda step: step.order_date.order))


def of_groups(events: Iterable[Event], *groups: Group) -> tuple[Event, ...]:
    """The events whose kinds belong to some groups."""
    return tuple(event for event in events if KINDS[event.kind].group in groups)


ON_TRACKS = (Group.MEETINGS, Group.AGREEMENTS)
"""The groups that show how far a track has come, if the dossier has any of their kinds."""


def groups_on_tracks(dossier: Dossier) -> tuple[Group, ...]:
    """The groups of events that stand on the strips of tracks: all of them if the dossier has neither meetings nor agreements."""
    return ON_TRACKS if of_groups(dossier.events, *ON_TRACKS) else tuple(Group)


@dataclass(frozen=True)
class Board:
    """The table of the events of one group.

    Attributes:
        group: The group.
        steps: Its events with their stages, in chronological order.
        unexplained: The events for which the sources are silent about the reason of whoever pulled out, if this is so for
            every event that somebody pulled out of or that was called off. The table then has no column for the reason.
    """

    group: Group
    steps: tuple[Step, ...]
    unexplained: tuple[Event, ...]

    @property
    def kinds(self) -> frozenset[EventKind]:
        """The kinds of its events."""
        return frozenset(step.event.kind for step in self.steps)

    @property
    def has_withdrawals(self) -> bool:
        """Whether somebody pulled out, or something was called off. If not, no column is about that."""
        return any(step.event.refusals or step.event.decliner for step in self.steps)

    @property
    def has_outcomes(self) -> bool:
        """Whether there is a status that does not go without saying. If not, no column is about that."""
        return not all(step.standing.is_plain for step in self.steps)

    @property
    def has_open_events(self) -> bool:
        """Whether something was still to come, or did not come."""
        return any(step.standing.look in {Look.DUE, Look.OFF, Look.REFUSED, Look.UNTOLD} for step in self.steps)

    @property
    def has_breaches(self) -> bool:
        """Whether something was broken."""
        kinds = {step.event.kind for step in self.steps}
        return EventKind.VIOLATION in kinds or any(step.standing.status is EventStatus.BREACHED for step in self.steps)


def _grounds(event: Event) -> list[Nothing | tuple[str, ...]]:
    """The reasons of those who pulled out, or in place of each the kind of nothing."""
    return [refusal.ground for refusal in event.refusals] or ([event.ground] if event.ground else [])


def board(dossier: Dossier, group: Group) -> Board:
    """The table of a group."""
    events = of_groups(dossier.events, group)
    grounds = [ground for event in events for ground in _grounds(event)]
    is_silent = all(ground is Nothing.SILENT for ground in grounds)
    unexplained = tuple(event for event in in_order(events) if is_silent and _grounds(event))
    return Board(group, steps(dossier, events), unexplained)


def boards(dossier: Dossier) -> tuple[Board, ...]:
    """The tables of the groups of which the dossier has events."""
    return tuple(one for one in (board(dossier, group) for group in Group) if one.steps)
