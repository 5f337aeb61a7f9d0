"""Checks of what is not written or not checked yet: statements without words, and fields that a program guessed."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.base import Record
from macros.models.references import named_by
from macros.problems.problem import Problem, did_you_mean
from macros.validation.context import CheckContext


def guesses_are_of_fields(context: CheckContext) -> Iterator[Problem]:
    """What is guessed is a field of the record."""
    dossier = context.dossier
    for record in (dossier.cover, *dossier.sources, *dossier.actors, *dossier.statements, *dossier.unfinished):
        yield from _wrong_names(context, record, record)
    for source in dossier.sources:
        for index, passage in enumerate(source.passages):
            yield from _wrong_names(context, source, passage, "passages", index)


def _wrong_names(context: CheckContext, record: Record, part: Record, *steps: str | int) -> Iterator[Problem]:
    fields = type(part).model_fields
    for index, name in enumerate(getattr(part, "guessed", ())):
        if name not in fields:
            message = f"'guessed' names '{name}', which is not a field"
            hint = did_you_mean(name, fields) or "delete the name"
            yield context.problem(record, message, *steps, "guessed", index, hint=hint)


def nothing_rests_on_unfinished_statements(context: CheckContext) -> Iterator[Problem]:
    """No record names a statement that is not finished. No page shows such a statement, nor could it show what rests on it."""
    unfinished = {statement.id: statement for statement in context.dossier.unfinished}
    for raw in context.raw if unfinished else ():
        for ref, path, name in named_by(raw.model) if raw.model else ():
            if name in unfinished and "statements" in ref.kinds:
                has_words = unfinished[name].says
                missing = "has guesses that nobody has confirmed" if has_words else "has no words yet"
                hint = "check them, then delete its 'guessed'" if has_words else "write its 'says' first"
                yield raw.problem(f"the statement '{name}' {missing}", *path, hint=hint)
