"""Checks of events that belong together: the stages of an agreement, what a violation breaks, the rounds of a series."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from macros.models.base import Nothing
from macros.models.date import is_certainly_after
from macros.models.event import Event, Stage
from macros.models.event_kind import STAGE, STATUSES, EventKind, EventStatus
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def _written(one: Event | Stage) -> str:
    return one.date if isinstance(one.date, Nothing) else one.date.text


def _is_binding(event: Event) -> bool:
    return event.kind in (EventKind.AGREEMENT, EventKind.CEASEFIRE)


def stages_are_those_of_the_kind(context: CheckContext) -> Iterator[Problem]:
    """Only what was drafted, signed or agreed to has stages, and each is a stage of its kind."""
    for event in context.dossier.events:
        if not event.stages or event.status not in (*STATUSES[event.kind], *Nothing):
            continue
        if not _is_binding(event):
            hint = "only an agreement or a ceasefire has them; enter what came later as an event of its own"
            yield context.problem(event, f"an event of the kind '{event.kind}' has no stages", "stages", hint=hint)
        elif event.status not in STAGE:
            message = f"it is '{event.status}', so it cannot have stages"
            hint = "in 'status', write what it was first: " + ", ".join(
                one for one in STATUSES[event.kind] if one in STAGE
            )
            yield context.problem(event, message, "status", hint=hint)
        else:
            yield from _stages(context, event)


def _stages(context: CheckContext, event: Event) -> Iterator[Problem]:
    """A stage is one of its kind, on some day by the as-of date, and can follow the one before it."""
    as_of = context.dossier.cover.as_of
    known = [one for one in STATUSES[event.kind] if one in STAGE]
    earlier: tuple[Event | Stage, ...] = (event, *event.stages)
    dated: Event | Stage = event
    for index, (before, stage) in enumerate(zip(earlier, event.stages, strict=False)):
        if stage.status not in known:
            hint = f"write {', '.join(known)}"
            message = f"'{stage.status}' is not a stage of an event of the kind '{event.kind}'"
            yield context.problem(event, message, "stages", index, "status", hint=hint)
            return
        if before.status is stage.status:
            hint = "add its statements to the earlier one"
            yield context.problem(event, f"it is already '{stage.status}'", "stages", index, "status", hint=hint)
        elif STAGE[stage.status] < STAGE[EventStatus(before.status)]:
            message = f"'{stage.status}' cannot come after '{before.status}'"
            hint = "list what became of it in order of time"
            yield context.problem(event, message, "stages", index, "status", hint=hint)
        if stage.date in (Nothing.NONE, Nothing.NOT_APPLICABLE):
            hint = "write 'silent' or 'unknown' if no day is given"
            yield context.problem(event, f"the date is '{stage.date}'", "stages", index, "date", hint=hint)
        elif is_certainly_after(stage.date, as_of):
            message = f"it is '{stage.status}' on {_written(stage)}, after the as-of date {as_of.text}"
            hint = "what is still to come is an event of its own"
            yield context.problem(event, message, "stages", index, "date", hint=hint)
        elif is_certainly_after(dated.date, stage.date):
            message = f"'{stage.status}' is dated {_written(stage)}, before '{dated.status}', which is dated {_written(dated)}"
            hint = "list what became of it in order of time, or correct a date"
            yield context.problem(event, message, "stages", index, "date", hint=hint)
        # A stage without a date does not hide that those around it are in the wrong order.
        dated = dated if isinstance(stage.date, Nothing) else stage


def a_violation_breaks_an_agreement(context: CheckContext) -> Iterator[Problem]:
    """A violation can name the agreement or the ceasefire that it breaks, and does not come before it."""
    for event in context.dossier.events:
        broken = context.dossier.event.get(event.violates or "")
        if event.violates is None:
            continue
        if event.kind is not EventKind.VIOLATION:
            message = f"an event of the kind '{event.kind}' breaks no agreement"
            yield context.problem(event, message, "violates", hint="write 'kind: violation', or leave it out")
        elif broken and not _is_binding(broken):
            message = f"'{broken.id}' is of the kind '{broken.kind}', so nobody can violate it"
            yield context.problem(event, message, "violates", hint="name an agreement or a ceasefire, or leave it out")
        elif broken and broken.status in EventStatus and not broken.stages and broken.status not in STAGE:
            message = f"it violates '{broken.id}', which is '{broken.status}'"
            hint = "nobody can break what was never agreed: correct that status, or leave 'violates' out"
            yield context.problem(event, message, "violates", hint=hint)
        elif broken and is_certainly_after(broken.date, event.date):
            message = (
                f"the violation is dated {_written(event)}, before '{broken.id}', which is dated {_written(broken)}"
            )
            yield context.problem(
                event, message, "date", hint="one of the dates is wrong, or it violates something else"
            )


def rounds_of_a_series_are_in_order(context: CheckContext) -> Iterator[Problem]:
    """A round has a series. No two events are the same round, and none is dated before the round before it."""
    numbered: dict[str, list[Event]] = {}
    for event in context.dossier.events:
        if event.round and not event.series:
            hint = "add 'series', as after the word of: the harbour talks"
            yield context.problem(event, "it has a round, but no series", "round", hint=hint)
        elif event.round and event.series:
            numbered.setdefault(event.series.casefold(), []).append(event)
    for events in numbered.values():
        ordered = sorted(events, key=lambda event: event.round or 0)
        dated = ordered[0]
        for before, after in pairwise(ordered):
            if before.round == after.round:
                place = f"{before.id} in {context.whereabouts(before, 'round')}"
                yield context.problem(after, f"it is round {after.round}, like {place}", "round")
            elif is_certainly_after(dated.date, after.date):
                place = f"{dated.id} in {context.whereabouts(dated, 'round')}"
                message = f"round {after.round} is dated before round {dated.round}, {place}"
                yield context.problem(after, message, "round", hint="one of the rounds or dates is wrong")
            dated = dated if isinstance(after.date, Nothing) else after
