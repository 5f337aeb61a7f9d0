"""What records say of each other: voices, clocks, offices, twins, and statements that nobody uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from macros.evidence.words import words_of
from macros.models.base import Record
from macros.models.date import is_certainly_after
from macros.models.uses import used_ids
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

_R = TypeVar("_R", bound=Record)


def positions_say_whose_words_they_are(context: CheckContext) -> Iterator[Problem]:
    """A position made of somebody else's statements names that somebody."""
    dossier = context.dossier
    for position in dossier.positions:
        speakers = {dossier.speaker_of(dossier.statement[name]).id for name in position.statements}
        others = {name for name in speakers if not dossier.is_or_speaks_for(name, position.actor)}
        for name in sorted(others.difference(position.told_by)):
            hint = f"add it: told_by: [{name}]"
            yield context.problem(position, f"it rests on words of '{name}' without saying so", "statements", hint=hint)
        for index, name in enumerate(position.told_by):
            if name not in others:
                yield context.problem(position, f"none of its statements is by '{name}'", "told_by", index)


def clocks_run_forward(context: CheckContext) -> Iterator[Problem]:
    """What is reported was said before it was published, and what is quoted before it was quoted."""
    for statement in context.dossier.statements:
        source = context.dossier.source.get(statement.source)
        outer = source.issued if source else None
        for index, level in enumerate(statement.chain):
            too_late = is_certainly_after(level.date, context.dossier.cover.as_of)  # told where the dossier closes
            if is_certainly_after(level.date, outer) and not too_late:
                said = (
                    "after it was published"
                    if index == 0 or outer == (source and source.issued)
                    else "after it was quoted"
                )
                yield context.problem(statement, f"'{level.speaker}' said it {said}", "chain", index, "date")
            outer = level.date or outer
    for event in context.dossier.events:
        for index, refusal in enumerate(event.refusals):
            if is_certainly_after(refusal.date, event.date):
                yield context.problem(event, "it was refused after its date", "refusals", index, "date")


def offices_hold_on_the_day(context: CheckContext) -> Iterator[Problem]:
    """Whoever has an office has it on the day on which he or she is heard."""
    for statement in context.dossier.statements:
        # Of a wrong source the day says nothing; that it is wrong is told by the layers.
        source = context.base_source_of(statement)
        for index, level in enumerate(statement.chain):
            actor = context.dossier.actor.get(level.speaker)
            day = level.date or (source.issued if source else None)
            if is_certainly_after(day, source.issued if source else None):
                continue  # told by the clocks
            if actor and actor.roles and day and actor.role_on(day) is None:
                hint = f"his or her roles are given for {', '.join(role.during.text for role in actor.roles)}"
                yield context.problem(
                    statement, f"no role of '{actor.id}' holds on {day.text}", "chain", index, hint=hint
                )


def every_statement_is_used(context: CheckContext) -> Iterator[Problem]:
    """A statement that no other record uses would stand on no page but that of its source."""
    used = used_ids(context.dossier, "statements")
    for statement in context.dossier.statements:
        if statement.id not in used:
            hint = "use it in a track, event, position, argument, term or gap"
            yield context.problem(statement, "no other record uses it", "id", hint=hint)


def _twins(records: Iterable[_R], key: Callable[[_R], object]) -> Iterator[tuple[_R, _R]]:
    """Each record that shares its key with an earlier one, behind that one."""
    seen: dict[object, _R] = {}
    for record in records:
        first = seen.setdefault(key(record), record)
        if first is not record:
            yield first, record


def _same(text: str) -> str:
    return " ".join(word.normal for word in words_of(text))


def no_two_records_say_the_same(context: CheckContext) -> Iterator[Problem]:
    """Two records with the same words are one record written twice."""
    dossier = context.dossier
    pairs: list[tuple[str, list[tuple[Record, Record]]]] = [
        ("says", [*_twins(dossier.statements, lambda s: (_same(s.says), tuple(level.speaker for level in s.chain)))]),
        ("title", [*_twins(dossier.events, lambda event: (_same(event.title), str(event.date)))]),
        ("title", [*_twins(dossier.tracks, lambda track: _same(track.title))]),
        ("name", [*_twins(dossier.actors, lambda actor: _same(actor.name))]),
        ("term", [*_twins(dossier.terms, lambda term: _same(term.term))]),
        ("question", [*_twins(dossier.gaps, lambda gap: _same(gap.question))]),
        ("url", [*_twins(dossier.sources, lambda source: source.url)]),
    ]
    for field, twins in pairs:
        for first, second in twins:
            message = f"it says the same as '{getattr(first, 'id', '')}'"
            yield context.problem(second, message, field, hint="keep one of them")
