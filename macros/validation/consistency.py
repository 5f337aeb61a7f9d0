"""Checks of what records say about each other: voices, dates, roles and duplicates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from macros.evidence.words import plain_words
from macros.models.base import Record
from macros.models.content import content_of
from macros.models.date import is_certainly_after
from macros.models.statement import Statement
from macros.models.typography import together
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

_R = TypeVar("_R", bound=Record)


def positions_say_whose_words_they_are(context: CheckContext) -> Iterator[Problem]:
    """A position that uses statements by somebody else names that speaker in `told_by`."""
    dossier = context.dossier
    for position in dossier.positions:
        speakers = {one.id for name in position.statements for one in dossier.speakers_of(dossier.statement[name])}
        others = {name for name in speakers if not dossier.is_or_speaks_for(name, position.actor)}
        for name in sorted(others.difference(position.told_by)):
            hint = f"add told_by: [{name}]"
            message = f"it uses statements by '{name}', but 'told_by' does not name '{name}'"
            yield context.problem(position, message, "statements", hint=hint)
        for index, name in enumerate(position.told_by):
            if name in speakers - others:
                message = f"the words of '{name}' are those of '{position.actor}'"
                yield context.problem(position, message, "told_by", index, hint="remove it: 'told_by' names others")
            elif name not in others:
                yield context.problem(position, f"none of its statements is by '{name}'", "told_by", index)


def _misdated_sources(context: CheckContext) -> dict[str, list[Statement]]:
    """The sources with several statements that were made after them: probably the date of the source is wrong."""
    found: dict[str, list[Statement]] = {}
    for statement in context.dossier.statements:
        source = context.base_source_of(statement)
        if source and any(is_certainly_after(level.date, source.issued) for level in statement.chain):
            found.setdefault(source.id, []).append(statement)
    return {source: late for source, late in found.items() if len(late) > 1}


def nothing_is_dated_after_its_report(context: CheckContext) -> Iterator[Problem]:
    """A statement is not dated after its publication or quotation, nor a refusal after its event."""
    misdated = _misdated_sources(context)
    for source_id, late in misdated.items():
        misdating = context.dossier.source[source_id]
        first = context.whereabouts(late[0], "chain", 0, "date")
        message = f"it is dated {misdating.issued.text}, but {len(late)} statements that it reports are later"
        hint = f"correct the date of the source, or those of the statements, the first in {first}"
        yield context.problem(misdating, message, "issued", hint=hint)
    for statement in (one for one in context.dossier.statements if one.source not in misdated):
        source = context.dossier.source.get(statement.source)
        outer = source.issued if source else None
        for index, level in enumerate(statement.chain):
            too_late = is_certainly_after(level.date, context.dossier.cover.as_of)  # reported by another check
            if is_certainly_after(level.date, outer) and not too_late:
                said = (
                    "after it was published"
                    if index == 0 or outer == (source and source.issued)
                    else "after it was quoted"
                )
                yield context.problem(
                    statement, f"{together(map(repr, level.speaker))} said it {said}", "chain", index, "date"
                )
            outer = level.date or outer
    for event in context.dossier.events:
        for index, refusal in enumerate(event.refusals):
            if is_certainly_after(refusal.date, event.date):
                yield context.problem(event, "the refusal is dated after the event", "refusals", index, "date")


def speakers_have_a_role_on_the_day(context: CheckContext) -> Iterator[Problem]:
    """A speaker with roles has one of them on the day of the statement."""
    misdated = _misdated_sources(context)
    for statement in (one for one in context.dossier.statements if one.source not in misdated):
        # The date of a source in a wrong layer says nothing. The checks of the layers report that source.
        source = context.base_source_of(statement)
        for index, level in enumerate(statement.chain):
            actors = [context.dossier.actor[name] for name in level.speaker if name in context.dossier.actor]
            day = level.date or (source.issued if source else None)
            if is_certainly_after(day, source.issued if source else None):
                continue  # reported by nothing_is_dated_after_its_report
            for actor in (one for one in actors if one.roles):
                if day is None or actor.role_on(day):
                    continue
                hint = f"roles are given for {', '.join(role.during.text for role in actor.roles)}"
                yield context.problem(statement, f"'{actor.id}' has no role on {day.text}", "chain", index, hint=hint)


def _duplicates(records: Iterable[_R], key: Callable[[_R], object]) -> Iterator[tuple[_R, _R]]:
    """Pairs of records with the same key: the first one, and a later one."""
    seen: dict[object, _R] = {}
    for record in records:
        first = seen.setdefault(key(record), record)
        if first is not record:
            yield first, record


def _normalised(text: str) -> str:
    return " ".join(plain_words(text))


def no_two_records_say_the_same(context: CheckContext) -> Iterator[Problem]:
    """No two records have the same words. They would be one record that is written twice."""
    dossier = context.dossier
    known = [
        one for one in dossier.statements if all(level.to is None or level.to in dossier.actor for level in one.chain)
    ]
    said = _duplicates(
        known, lambda s: (_normalised(content_of(dossier, s)), tuple(level.speaker for level in s.chain))
    )
    pairs: list[tuple[str, list[tuple[Record, Record]]]] = [
        ("says", [*said]),
        ("title", [*_duplicates(dossier.events, lambda event: (_normalised(event.title), str(event.date)))]),
        ("title", [*_duplicates(dossier.tracks, lambda track: _normalised(track.title))]),
        ("name", [*_duplicates(dossier.actors, lambda actor: _normalised(actor.name))]),
        ("term", [*_duplicates(dossier.terms, lambda term: _normalised(term.term))]),
        ("question", [*_duplicates(dossier.gaps, lambda gap: _normalised(gap.question))]),
        ("url", [*_duplicates(dossier.sources, lambda source: source.url)]),
    ]
    for field, duplicates in pairs:
        for first, second in duplicates:
            message = f"it says the same as '{getattr(first, 'id', '')}'"
            yield context.problem(second, message, field, hint="keep one of them")
