"""Checks of events: their status fits their kind and their date, and nothing in it could not be known on the as-of date."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.base import Nothing
from macros.models.date import Form, HonestDate, is_certainly_after
from macros.models.event import Event
from macros.models.event_kind import (
    CALLED_OFF,
    DONE,
    OPEN,
    STATUSES,
    TO_COME,
    UNTOLD,
    EventStatus,
)
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def _quoted(statuses: tuple[str, ...]) -> str:
    *first, last = (f"'{one}'" for one in statuses)
    return f"{', '.join(first)} or {last}" if first else last


def _has_known_status(event: Event) -> bool:
    return event.status in (*STATUSES[event.kind], *UNTOLD)


def the_status_is_one_of_the_kind(context: CheckContext) -> Iterator[Problem]:
    """An event has a status of its kind, or none because the outcome is not told."""
    for event in context.dossier.events:
        if not _has_known_status(event):
            hint = f"write {_quoted((*STATUSES[event.kind], Nothing.SILENT))}"
            message = f"'{event.status}' is not a status of the kind '{event.kind}'"
            yield context.problem(event, message, "status", hint=hint)


def events_after_the_as_of_date_are_announced(context: CheckContext) -> Iterator[Problem]:
    """An event dated after `as_of` is still to come; no other date of an event is after `as_of`."""
    as_of = context.dossier.cover.as_of
    for event in context.dossier.events:
        ahead = tuple(one for one in STATUSES[event.kind] if one in OPEN)
        if _has_known_status(event) and event.status not in OPEN and is_certainly_after(event.date, as_of):
            message = f"it is '{event.status}' on {event.date.text}, after the as-of date {as_of.text}"  # type: ignore[union-attr]
            hint = f"an event after the as-of date must be {_quoted(ahead)}" if ahead else "correct the date"
            yield context.problem(event, message, "status", hint=hint)
        if is_certainly_after(event.known_on, as_of):
            yield context.problem(event, f"known_on is after the as-of date {as_of.text}", "known_on")
        for index, refusal in enumerate(event.refusals):
            if is_certainly_after(refusal.date, as_of):
                message = f"the refusal is dated after the as-of date {as_of.text}"
                yield context.problem(event, message, "refusals", index, "date")


def what_is_announced_lies_ahead(context: CheckContext) -> Iterator[Problem]:
    """The date of an event that is still to come is not before `as_of`."""
    as_of = context.dossier.cover.as_of
    for event in context.dossier.events:
        if event.status in TO_COME and is_certainly_after(as_of, event.date):
            others = tuple(one for one in STATUSES[event.kind] if one not in OPEN)
            where = context.whereabouts(event, "date")
            hint = f"write {_quoted((*others, Nothing.SILENT))}, or correct the date in {where}"
            yield context.problem(event, f"its date has passed, but it is '{event.status}'", "status", hint=hint)
        elif event.status in TO_COME and _has_begun(event.date, as_of):
            message = f"it began before the as-of date, but it is '{event.status}'"
            yield context.problem(event, message, "date", hint="correct the status, or the date")


def what_is_to_come_does_not_go_on(context: CheckContext) -> Iterator[Problem]:
    """An open date, such as `2024-05/..`, is that of something that goes on: pages say "since"."""
    for event in context.dossier.events:
        for field, date in (("date", event.date), ("postponed_to", event.postponed_to)):
            if event.status in OPEN and isinstance(date, HonestDate) and date.is_open:
                message = f"'{date.text}' is the date of what goes on, but it is '{event.status}'"
                hint = f"write '{date.text.removesuffix('..')}' if nobody says when it is to end"
                yield context.problem(event, message, field, hint=hint)


def _has_begun(date: HonestDate | Nothing, as_of: HonestDate) -> bool:
    """Whether something that lasts certainly began before the as-of date."""
    if not isinstance(date, HonestDate) or date.form is not Form.SPAN:
        return False
    return bool(date.start and as_of.earliest and date.start.last < as_of.earliest)


def a_new_date_is_of_what_was_postponed(context: CheckContext) -> Iterator[Problem]:
    """Only what was postponed has a new date. It is after the old one, and has not passed."""
    as_of = context.dossier.cover.as_of
    for event in context.dossier.events:
        if event.postponed_to and event.status is not EventStatus.POSTPONED:
            message = f"'postponed_to' is given, but the status is '{event.status}'"
            hint = "only an event that is 'postponed' can have it"
        elif is_certainly_after(event.date, event.postponed_to):
            message, hint = "the new date is before the date from which it was postponed", ""
        elif is_certainly_after(as_of, event.postponed_to):
            message = "the new date has passed, but it is 'postponed'"
            hint = "enter what came of it as an event of its own, with the status 'silent' if the source does not say"
        else:
            continue
        yield context.problem(event, message, "postponed_to", hint=hint)


def a_declined_event_has_a_decliner(context: CheckContext) -> Iterator[Problem]:
    """A declined event names who declined it. An event that took place, or that nobody can decline, has no refusals."""
    for event in context.dossier.events:
        if event.status is EventStatus.DECLINED and not event.refusals and _has_known_status(event):
            off = next(one for one in (*STATUSES[event.kind], EventStatus.ANNOUNCED) if one in CALLED_OFF | OPEN)
            message, hint = "it is 'declined', but has no refusals", f"add refusals, or write status: {off}"
            yield context.problem(event, message, "status", hint=hint)
        seen = set()
        for index, one in enumerate(event.refusals):
            if (one.by, one.date.text) in seen:
                message = f"'{one.by}' declined it twice on the same day"
                hint = "remove one; a refusal can have several grounds"
                yield context.problem(event, message, "refusals", index, "by", hint=hint)
            seen.add((one.by, one.date.text))
        if not event.refusals or not _has_known_status(event):
            continue
        if EventStatus.DECLINED not in STATUSES[event.kind]:
            message = f"it has refusals, but nobody can decline an event of the kind '{event.kind}'"
            yield context.problem(event, message, "refusals", hint="enter what was declined as an event of its own")
        elif event.status in DONE:
            hint = "what took place without one side is a separate event"
            yield context.problem(event, f"it is '{event.status}', but has refusals", "refusals", hint=hint)


def only_an_event_not_held_lacks_a_decliner(context: CheckContext) -> Iterator[Problem]:
    """`decliner` and `ground` hold a kind of nothing, so only an event that did not take place can have them."""
    for event in context.dossier.events:
        can_be_declined = event.can_be_declined
        off = tuple(one for one in STATUSES[event.kind] if one in CALLED_OFF)
        for field in ("decliner", "ground"):
            if getattr(event, field) is None or not _has_known_status(event):
                continue
            if not can_be_declined or not off:
                message = f"'{field}' is given, but nobody can decline an event of the kind '{event.kind}'"
                yield context.problem(event, message, field, hint="leave it out")
            elif event.status not in CALLED_OFF:
                message = f"'{field}' is given, but the status is '{event.status}'"
                yield context.problem(event, message, field, hint=f"only an event that is {_quoted(off)} can have it")


def what_was_held_has_a_date(context: CheckContext) -> Iterator[Problem]:
    """An event that took place was on some day, even if nobody says on which."""
    for event in context.dossier.events:
        if event.status in DONE and event.date in (Nothing.NONE, Nothing.NOT_APPLICABLE):
            message = f"it is '{event.status}', but its date is '{event.date}'"
            yield context.problem(event, message, "date", hint="write 'silent' or 'unknown' if no day is given")


def what_repeats_has_a_date(context: CheckContext) -> Iterator[Problem]:
    """What happens again and again does so within a time."""
    for event in context.dossier.events:
        if event.repeats and not (isinstance(event.date, HonestDate) and not event.date.is_exact):
            message = (
                "it repeats, but its date is a single day"
                if isinstance(event.date, HonestDate)
                else "it repeats, but has no date"
            )
            hint = "write the time within which it repeats, such as 2024-05, or 2024-04/.. since April"
            yield context.problem(event, message, "date", hint=hint)
