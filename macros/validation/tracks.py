"""Checks of the states of tracks: in order of time, each possible after the one before it, none after the as-of date."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.base import Nothing
from macros.models.date import is_certainly_after
from macros.models.track import State, Track, TrackState
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def _written(one: TrackState) -> str:
    return one.date if isinstance(one.date, Nothing) else one.date.text


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
        for index, (earlier, later) in enumerate(zip(track.states, track.states[1:], strict=False), start=1):
            yield from _step(context, track, index, earlier, later)


def _step(context: CheckContext, track: Track, index: int, earlier: TrackState, later: TrackState) -> Iterator[Problem]:
    before = f"'{earlier.state}' in {context.whereabouts(track, 'states', index - 1)}"
    if is_certainly_after(earlier.date, later.date):
        message = f"'{later.state}' is dated {_written(later)}, before {before}, which is dated {_written(earlier)}"
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
