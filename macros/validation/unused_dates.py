"""Dates of passages and excerpts that no record uses. An editor uses them, or finds that they are wrong: a task, not a problem."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import DateParts, WrittenDate, dates_in, parts_of
from macros.models.source import Layer, Source
from macros.problems.task import Step, Task
from macros.validation.context import CheckContext
from macros.validation.date_agreement import dated
from macros.validation.other_sources import dates_of
from macros.validation.passage_agreement import passages_in_use

_MONTHS_AHEAD = 3
"""A report names months to come up to so many months ahead. A month farther ahead is one of the year before."""

_HINT = "use it in a statement or an event, or delete it if it is not a date of these words"


def unused_dates_of_passages(context: CheckContext) -> Iterator[Task]:
    """Dates of a passage that no statement, event or track uses that rests on it."""
    dossier = context.dossier
    for source, index, passage, resting in passages_in_use(context):
        names = {statement.id for statement in resting}
        taken = {date.text for _, _, date, telling in dated(dossier) if names.intersection(telling)}
        # A date in the recorded words of the passage is proved, and cannot be left out.
        words = (passage.known_words, *(statement.says for statement in resting))
        named = [one for text in words for one in dates_in(text, ENGLISH)]
        for number, date in enumerate(passage.dates):
            if date.text not in taken and not any(one.is_among(parts_of([date])) for one in named):
                message = f"no record uses the date {date.text} of {passage.address}"
                here = ("passages", index, "dates", number)
                yield context.task(Step.PASSAGES, source, message, *here, hint=_HINT, anchor=passage.address)


def _meant(written: WrittenDate, source: Source) -> Iterator[DateParts]:
    """What a date in words can mean. Without a year, it is in the year of the source, or in the last months of the year before."""
    year, month, day = written.parts
    if year is not None or not source.issued.earliest:
        yield written.parts
    else:
        issued = source.issued.earliest
        yield issued.year, month, day
        if month and month > issued.month + _MONTHS_AHEAD:
            yield issued.year - 1, month, day


def unused_dates_of_excerpts(context: CheckContext) -> Iterator[Task]:
    """Dates of an excerpt that no check or later fact has or names."""
    dossier = context.dossier
    used: dict[str, set[str]] = {}
    for record in dossier.reports:
        own = [date for _, date in dates_of(record)]
        for name in record.sources:
            named = {parts for one in dates_in(record.says, ENGLISH) for parts in _meant(one, dossier.source[name])}
            given = (date for date in dossier.source[name].dates if parts_of([date]) & named)
            used.setdefault(name, set()).update(date.text for date in (*own, *given))
    for source in dossier.sources:
        for index, date in enumerate(source.dates if source.layer is not Layer.BASE else ()):
            if date.text not in used.get(source.id, set()):
                yield context.task(
                    Step.PASSAGES, source, f"no record uses the date {date.text}", "dates", index, hint=_HINT
                )
