"""Events and their clocks: no state that could not have been known on the as-of date."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.base import Nothing
from macros.models.date import HonestDate, is_certainly_after
from macros.models.event import EventStatus
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

_FELL_THROUGH = {EventStatus.NOT_HELD, EventStatus.DECLINED}


def nothing_is_settled_after_the_dossier_closes(context: CheckContext) -> Iterator[Problem]:
    """An event dated after `as_of` was announced; it cannot be held, called off or declined."""
    as_of = context.dossier.cover.as_of
    for event in context.dossier.events:
        if event.status is not EventStatus.ANNOUNCED and is_certainly_after(event.date, as_of):
            message = f"it is '{event.status}' on {event.date.text}, after the dossier closes on {as_of.text}"  # type: ignore[union-attr]
            yield context.problem(event, message, "status", hint="an event after the as-of date is 'announced'")
        if is_certainly_after(event.known_on, as_of):
            yield context.problem(event, f"known_on is after the dossier closes on {as_of.text}", "known_on")
        for index, refusal in enumerate(event.refusals):
            if is_certainly_after(refusal.date, as_of):
                yield context.problem(
                    event, f"the refusal is dated after the dossier closes on {as_of.text}", "refusals", index, "date"
                )


def a_declined_event_has_a_decliner(context: CheckContext) -> Iterator[Problem]:
    """Who declined is said, and a held event was declined by nobody."""
    for event in context.dossier.events:
        if event.status is EventStatus.DECLINED and not event.refusals:
            yield context.problem(
                event,
                "it is 'declined', but nobody declined it",
                "status",
                hint="add refusals, or say 'not-held' with decliner: silent",
            )
        if event.status is EventStatus.HELD and event.refusals:
            yield context.problem(
                event,
                "it was held and yet refused",
                "refusals",
                hint="a meeting held without one side is a different meeting",
            )


def what_fell_through_says_why_or_that_nobody_says(context: CheckContext) -> Iterator[Problem]:
    """A meeting that was not held names its decliner and ground, or the kind of nothing in their place."""
    for event in context.dossier.events:
        if event.status not in _FELL_THROUGH or event.refusals:
            continue
        for field in ("decliner", "ground"):
            if getattr(event, field) is None and event.status is EventStatus.NOT_HELD:
                yield context.problem(
                    event,
                    f"it fell through, but '{field}' is not given",
                    "status",
                    hint=f"write '{field}: silent' where the source does not say",
                )


def an_undated_event_says_when_its_status_was_known(context: CheckContext) -> Iterator[Problem]:
    """Where the date is a kind of nothing, `known_on` puts the event in order."""
    for event in context.dossier.events:
        if isinstance(event.date, Nothing) and event.known_on is None:
            yield context.problem(
                event, "an event without a date needs 'known_on'", "date", hint="the day on which its status was stated"
            )


def only_what_fell_through_lacks_a_decliner(context: CheckContext) -> Iterator[Problem]:
    """`decliner` and `ground` tell which kind of nothing stands there; they make sense only where a meeting failed."""
    for event in context.dossier.events:
        for field in ("decliner", "ground"):
            if getattr(event, field) is not None and event.status is not EventStatus.NOT_HELD:
                message = f"'{field}' is given, but it is '{event.status}'"
                yield context.problem(event, message, field, hint="only for an event that is 'not-held'")


def what_is_announced_lies_ahead(context: CheckContext) -> Iterator[Problem]:
    """An announced event is not over by `as_of`."""
    as_of = context.dossier.cover.as_of
    for event in context.dossier.events:
        if event.status is not EventStatus.ANNOUNCED or not isinstance(event.date, HonestDate):
            continue
        if event.date.earliest is None or is_certainly_after(as_of, event.date):
            message = "its date has passed, so it is no longer announced"
            yield context.problem(event, message, "status", hint="say 'held', 'not-held' or 'declined'")
