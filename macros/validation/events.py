"""Checks of events and their dates: no event has a status that could not be known on the as-of date."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.base import Nothing
from macros.models.date import HonestDate, is_certainly_after
from macros.models.event import EventStatus
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def events_after_the_as_of_date_are_announced(context: CheckContext) -> Iterator[Problem]:
    """An event dated after `as_of` is announced; no other date of an event is after `as_of`."""
    as_of = context.dossier.cover.as_of
    for event in context.dossier.events:
        if event.status is not EventStatus.ANNOUNCED and is_certainly_after(event.date, as_of):
            message = f"it is '{event.status}' on {event.date.text}, after the as-of date {as_of.text}"  # type: ignore[union-attr]
            yield context.problem(event, message, "status", hint="an event after the as-of date must be 'announced'")
        if is_certainly_after(event.known_on, as_of):
            yield context.problem(event, f"known_on is after the as-of date {as_of.text}", "known_on")
        for index, refusal in enumerate(event.refusals):
            if is_certainly_after(refusal.date, as_of):
                yield context.problem(
                    event, f"the refusal is dated after the as-of date {as_of.text}", "refusals", index, "date"
                )


def a_declined_event_has_a_decliner(context: CheckContext) -> Iterator[Problem]:
    """A declined event names who declined it, and a held event has no refusals."""
    for event in context.dossier.events:
        if event.status is EventStatus.DECLINED and not event.refusals:
            yield context.problem(
                event,
                "it is 'declined', but has no refusals",
                "status",
                hint="add refusals, or write status: not-held and decliner: silent",
            )
        if event.status is EventStatus.HELD and event.refusals:
            yield context.problem(
                event,
                "it is 'held', but has refusals",
                "refusals",
                hint="a meeting that was held without one side is a separate event",
            )


def an_event_not_held_has_decliner_and_ground(context: CheckContext) -> Iterator[Problem]:
    """An event that was not held has refusals, or a kind of nothing as its decliner and its ground."""
    for event in context.dossier.events:
        if event.status is not EventStatus.NOT_HELD or event.refusals:
            continue
        for field in ("decliner", "ground"):
            if getattr(event, field) is None:
                yield context.problem(
                    event,
                    f"it is 'not-held', but '{field}' is missing",
                    "status",
                    hint=f"write '{field}: silent' if the source does not say",
                )


def an_undated_event_says_when_its_status_was_known(context: CheckContext) -> Iterator[Problem]:
    """If the date is a kind of nothing, `known_on` gives the event its place in the timeline."""
    for event in context.dossier.events:
        if isinstance(event.date, Nothing) and event.known_on is None:
            yield context.problem(
                event,
                "an event without a date needs 'known_on'",
                "date",
                hint="write the day on which its status was stated",
            )


def what_was_held_has_a_date(context: CheckContext) -> Iterator[Problem]:
    """An event that was held was on some day, even if nobody says on which."""
    for event in context.dossier.events:
        if event.status is EventStatus.HELD and event.date in (Nothing.NONE, Nothing.NOT_APPLICABLE):
            message = f"it is 'held', but its date is '{event.date}'"
            yield context.problem(event, message, "date", hint="write 'silent' or 'unknown' if no day is given")


def only_an_event_not_held_lacks_a_decliner(context: CheckContext) -> Iterator[Problem]:
    """`decliner` and `ground` hold a kind of nothing, so only an event that was not held can have them."""
    for event in context.dossier.events:
        for field in ("decliner", "ground"):
            if getattr(event, field) is not None and event.status is not EventStatus.NOT_HELD:
                message = f"'{field}' is given, but the status is '{event.status}'"
                yield context.problem(event, message, field, hint="only an event that is 'not-held' can have it")


def what_is_announced_lies_ahead(context: CheckContext) -> Iterator[Problem]:
    """The date of an announced event is not before `as_of`."""
    as_of = context.dossier.cover.as_of
    for event in context.dossier.events:
        if event.status is not EventStatus.ANNOUNCED or not isinstance(event.date, HonestDate):
            continue
        if is_certainly_after(as_of, event.date):
            message = "its date has passed, but it is 'announced'"
            yield context.problem(event, message, "status", hint="write 'held', 'not-held' or 'declined'")
