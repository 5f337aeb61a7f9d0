"""Checks of the states of tracks: in order of time, each possible after the one before it, none after the as-of date."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.actor import Part
from macros.models.base import Nothing
from macros.models.date import is_certainly_after
from macros.models.event_kind import DONE, KINDS, Group
from macros.models.track import State, Track, TrackState
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def _written(one: TrackState) -> str:
    return one.date if isinstance(one.date, Nothing) else one.date.text


def mediators_of_a_track_mediate(context: CheckContext) -> Iterator[Problem]:
    """Whoever mediates a track has the part of a mediator, and so a page."""
    # A position that nobody asks for is reported with the same cause.
    reported = {name for one in context.dossier.positions for name in (one.actor, one.toward)}
    for track in context.dossier.tracks:
        for index, name in enumerate(track.mediators):
            actor = context.dossier.actor.get(name)
            if actor and name not in reported and not actor.plays(Part.MEDIATOR):
                message = f"'{name}' is not a mediator in {context.whereabouts(actor, 'id')}"
                hint = "add 'mediator' to its 'part', or name who mediates"
                yield context.problem(track, message, "mediators", index, hint=hint)


def no_state_is_dated_after_the_as_of_date(context: CheckContext) -> Iterator[Problem]:
    """A track has the states that it had on `as_of`. What is to come is an announced event."""
    as_of = context.dossier.cover.as_of
    for track in context.dossier.tracks:
        for index, one in enumerate(track.states):
            if is_certainly_after(one.date, as_of):
                message = f"it is '{one.state}' on {_written(one)}, after the as-of date {as_of.text}"
                hint = "a change that is still to come is an event with the status 'announced'"
                yield context.problem(track, message, "states", index, "date", hint=hint)


def a_state_has_a_date_or_none_is_given(context: CheckContext) -> Iterator[Problem]:
    """A track came to each of its states on some day, even if nobody says on which."""
    for track in context.dossier.tracks:
        for index, one in enumerate(track.states):
            if one.date in (Nothing.NONE, Nothing.NOT_APPLICABLE):
                hint = "write 'silent' or 'unknown' if no day is given"
                yield context.problem(track, f"the date is '{one.date}'", "states", index, "date", hint=hint)


def a_track_comes_from_one_state_to_the_next(context: CheckContext) -> Iterator[Problem]:
    """The states of a track are in order of time, and each can follow the one before it."""
    for track in context.dossier.tracks:
        if track.states and track.states[0].state is State.RESUMED:
            hint = (
                "enter when it was suspended first, with 'date: silent' if the source does not say; or write 'active'"
            )
            message = "it is 'resumed', but no suspension comes before"
            yield context.problem(track, message, "states", 0, "state", hint=hint)
        # A state without a date does not hide that those around it are in the wrong order.
        dated = 0
        for index in range(1, len(track.states)):
            dated = dated if isinstance(track.states[index - 1].date, Nothing) else index - 1
            yield from _step(context, track, index, dated)


def _step(context: CheckContext, track: Track, index: int, dated: int) -> Iterator[Problem]:
    first, earlier, later = track.states[dated], track.states[index - 1], track.states[index]
    before = f"'{earlier.state}' in {context.whereabouts(track, 'states', index - 1)}"
    if is_certainly_after(first.date, later.date):
        where = f"'{first.state}' in {context.whereabouts(track, 'states', dated)}"
        message = f"'{later.state}' is dated {_written(later)}, before {where}, which is dated {_written(first)}"
        hint = "list the states in order of time, or correct a date"
        yield context.problem(track, message, "states", index, "date", hint=hint)
    elif later.state is earlier.state:
        hint = "add its statements to the first one, or enter what happened between them"
        yield context.problem(track, f"it is already {before}", "states", index, "state", hint=hint)
    elif later.state not in earlier.state.next:
        if later.state is State.RESUMED:
            hint = "enter when it was suspended first, with 'date: silent' if the source does not say"
        else:
            hint = f"what can follow is {' or '.join(earlier.state.next)}"
        yield context.problem(
            track, f"it cannot be '{later.state}' after {before}", "states", index, "state", hint=hint
        )


def what_has_not_begun_has_no_meetings(context: CheckContext) -> Iterator[Problem]:
    """On a track that had not begun by `as_of`, nobody has met."""
    for track in context.dossier.tracks:
        if not track.states or track.states[-1].state is not State.NOT_BEGUN:
            continue
        for event in context.dossier.events:
            if event.track == track.id and KINDS[event.kind].group is Group.MEETINGS and event.status in DONE:
                where = context.whereabouts(event, "status")
                message = f"it is 'not-begun', but '{event.id}' in {where} is '{event.status}'"
                hint = "add the state to which it came then, or correct the event"
                yield context.problem(track, message, "states", len(track.states) - 1, "state", hint=hint)
                break
