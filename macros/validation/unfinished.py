"""What is not finished: records that nobody uses, words that are missing, pages without an introduction.

These checks run only if nothing is wrong. They yield tasks, which do not stop anybody from looking at the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from macros.models.actor import Part
from macros.models.base import IdentifiedRecord, Record
from macros.models.cover import PageName
from macros.models.kinds import FILE_KINDS
from macros.models.references import Pattern, contained, located_values
from macros.models.source import Extent, Passage
from macros.models.uses import used_ids
from macros.problems.task import Step, Task
from macros.validation.context import CheckContext
from macros.validation.unused_dates import unused_dates_of_excerpts, unused_dates_of_passages

TaskFunction = Callable[[CheckContext], Iterator[Task]]
"""A check of what is left to do."""

_PAGES_THAT_NEED = {
    PageName.ARGUMENT: "arguments",
    PageName.TRACKS: "tracks",
    PageName.TIMELINE: "events",
    PageName.GLOSSARY: "terms",
    PageName.UNKNOWNS: "gaps",
}
_PAGES_OF_PARTS = {PageName.MEDIATORS: Part.MEDIATOR, PageName.PARTIES: Part.PARTY}
"""Pages that are empty if the dossier has no records of a kind."""


def unused_passages(context: CheckContext) -> Iterator[Task]:
    """Passages of a source read in full that no statement uses, and that are not left out with a reason."""
    written = (*context.dossier.statements, *context.dossier.unfinished)
    used = {(statement.source, address) for statement in written for address in statement.passages}
    for source in context.dossier.sources:
        for index, passage in enumerate(source.passages if source.read is Extent.FULL else ()):
            if not passage.left_out and (source.id, passage.address) not in used:
                here = ("passages", index, "address")
                message, hint = (
                    f"no statement uses the passage '{passage.address}'",
                    "use it, or give a reason in 'left_out'",
                )
                yield context.task(Step.PASSAGES, source, message, *here, hint=hint, anchor=passage.address)


def unwritten_statements(context: CheckContext) -> Iterator[Task]:
    """Statements whose words nobody has written. No page shows them."""
    for statement in context.dossier.unfinished:
        if not statement.says:
            check = f", check {', '.join(statement.guessed)}, then delete 'guessed'" if statement.guessed else ""
            yield context.task(Step.WORDS, statement, "it has no words yet", "says", hint=f"write 'says'{check}")


@cache
def _guessing(model: type[Record]) -> tuple[Pattern, ...]:
    """Where a record can have guesses: in itself, and in the models that it contains."""
    every = (((), model), *contained(model))
    return tuple(pattern for pattern, part in every if "guessed" in part.model_fields)


def unconfirmed_guesses(context: CheckContext) -> Iterator[Task]:
    """Fields that a program guessed, and that nobody has checked. Those of a statement without words are checked with its words."""
    dossier = context.dossier
    written = (record for kind in FILE_KINDS for record in dossier.of_kind(kind))
    for record in (*written, *(statement for statement in dossier.unfinished if statement.says)):
        for pattern in _guessing(type(record)):
            for path, part in located_values(record, pattern):
                if part.guessed:
                    anchor = part.address if isinstance(part, Passage) else ""
                    message = f"check what was guessed: {', '.join(part.guessed)}"
                    yield context.task(
                        Step.GUESSES,
                        record,
                        f"{anchor}: {message}" if anchor else message,
                        *path,
                        "guessed",
                        hint="then delete 'guessed'",
                        anchor=anchor,
                    )


def unverified_sources(context: CheckContext) -> Iterator[Task]:
    """Sources read in full whose quotations the build cannot verify yet, because they have no fingerprint."""
    for source in context.dossier.sources:
        if source.id in context.dossier.unverified_sources:
            hint = f"make it: nox -s fingerprint -- {source.id} <text file>"
            yield context.task(
                Step.QUOTATIONS, source, "it was read in full, but has no fingerprint", "read", hint=hint
            )


def unanswered_question(context: CheckContext) -> Iterator[Task]:
    """The question of the dossier, if neither a short answer nor a statement answers it."""
    cover = context.dossier.cover
    if not cover.short_answer and not cover.gist:
        hint = "write short_answer, or list statements in gist"
        yield context.task(Step.ANSWER, cover, "nothing answers the question", "question", hint=hint)


def unused_records(context: CheckContext) -> Iterator[Task]:
    """Statements that are only on the page of their source, and sources that no page uses."""
    hints = {
        "statements": "use it in a track, event, position, argument, term or gap; or leave it on the page of its source",
        "sources": "use it in a check, a disagreement or a later fact, or remove it",
    }
    for kind, hint in hints.items():
        used = used_ids(context.dossier, kind)
        for record in context.dossier.of_kind(kind):
            if isinstance(record, IdentifiedRecord) and record.id not in used:
                yield context.task(Step.USES, record, "no other record uses it", "id", hint=hint)


def unrecorded_positions(context: CheckContext) -> Iterator[Task]:
    """Issues on which no position is recorded. Everybody who is asked counts as silent, which pages say."""
    recorded = {position.issue for position in context.dossier.positions if context.is_written(position)}
    for issue in context.dossier.issues:
        if issue.id not in recorded:
            hint = "add one to positions.yml; if the sources are silent on it, 'nothing: silent' for one actor says so"
            yield context.task(Step.POSITIONS, issue, "nobody has a position on it", "id", hint=hint)


def missing_story(context: CheckContext) -> Iterator[Task]:
    """A short answer and summaries that nobody has written."""
    dossier = context.dossier
    if dossier.cover.gist and not dossier.cover.short_answer:
        hint = "until then, pages show the statements of 'gist'"
        yield context.task(Step.STORY, dossier.cover, "it has no short_answer", "gist", hint=hint)
    for records in (
        dossier.tracks,
        dossier.playing(Part.MEDIATOR),
        dossier.playing(Part.PARTY),
        dossier.arguments,
    ):
        for record in records:
            if not record.summary:
                yield context.task(Step.STORY, record, "it has no summary", "id")


def missing_introductions(context: CheckContext) -> Iterator[Task]:
    """Pages without an introduction, all of them in one task."""
    cover = context.dossier.cover
    shown = [
        page
        for page in PageName
        if page not in context.dossier.absent_pages
        and (page not in _PAGES_THAT_NEED or context.dossier.of_kind(_PAGES_THAT_NEED[page]))
        and (page not in _PAGES_OF_PARTS or context.dossier.playing(_PAGES_OF_PARTS[page]))
    ]
    missing = [page for page in shown if page is not PageName.ABOUT and page not in cover.introductions]
    if missing:
        message = f"these pages have no introduction: {', '.join(missing)}"
        yield context.task(
            Step.INTRODUCTIONS, cover, message, "introductions", hint="write one or two sentences for each"
        )


TASK_CHECKS: tuple[TaskFunction, ...] = (
    unused_passages,
    unused_dates_of_passages,
    unused_dates_of_excerpts,
    unwritten_statements,
    unconfirmed_guesses,
    unverified_sources,
    unanswered_question,
    unused_records,
    unrecorded_positions,
    missing_story,
    missing_introductions,
)
"""Everything that can be left to do. The order of the list follows from `Step`."""
