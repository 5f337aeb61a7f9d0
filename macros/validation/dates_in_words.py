"""Checks of dates in words: they are vague, and they say nothing else than the date beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.evidence.cue_words import CUE_WORDS
from macros.models.base import Record
from macros.models.date import Form, HonestDate, Precision
from macros.models.dossier import Dossier
from macros.models.event import Event, Refusal, Stage
from macros.models.part_of_a_time import MONTHS, PART_OF_A_TIME
from macros.models.statement import Level
from macros.models.track import TrackState
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

_A_PLAIN_DATE = re.compile(
    rf"(?:on |in )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?(?:(?:{'|'.join(MONTHS)})(?:,? \d{{4}})?|\d{{4}})",
    re.IGNORECASE,
)

_Worded = Level | Event | Refusal | Stage | TrackState


def _worded(dossier: Dossier) -> Iterator[tuple[Record, tuple[str | int, ...], _Worded]]:
    """Everything with a date in words, with its record and its path in it."""
    parts: list[tuple[Record, tuple[str | int, ...], _Worded]] = []
    for statement in dossier.statements:
        parts += [(statement, ("chain", index), level) for index, level in enumerate(statement.chain)]
    for event in dossier.events:
        parts += [(event, (), event), *((event, ("refusals", n), one) for n, one in enumerate(event.refusals))]
        parts += [(event, ("stages", n), one) for n, one in enumerate(event.stages)]
    for track in dossier.tracks:
        parts += [(track, ("states", n), one) for n, one in enumerate(track.states)]
    return ((record, (*path, "date_in_words"), part) for record, path, part in parts if part.date_in_words)


def _differences(words: str, date: HonestDate) -> Iterator[tuple[str, str]]:
    """A message and a hint for each way in which words say something else than their date."""
    if _A_PLAIN_DATE.fullmatch(words):
        yield f"'{words}' is not vague", "leave it out; pages write the date in words"
    elif any(one.uncertain for one in date.moments) and not CUE_WORDS["en"].hedges.search(words):
        yield f"'{words}' does not keep the doubt of {date.text}", f"write 'possibly {words}'"
    part = PART_OF_A_TIME.match(words)
    if part and date.form is Form.ONE and date.start:
        month = (part["month"] or "").capitalize()
        is_wrong = month in MONTHS and month != MONTHS[date.start.first.month - 1]
        if is_wrong and date.start.precision is not Precision.YEAR:
            yield f"'{words}' is in {month}, but the date is {date.text}", "one of them is wrong"
        if part["year"] and int(part["year"]) != date.start.first.year:
            yield f"'{words}' is in {part['year']}, but the date is {date.text}", "one of them is wrong"


def a_date_in_words_keeps_its_date(context: CheckContext) -> Iterator[Problem]:
    """The words of a date are vague, keep its doubt, and name the same month or year."""
    for record, path, part in _worded(context.dossier):
        if isinstance(part.date, HonestDate):
            for message, hint in _differences(part.date_in_words or "", part.date):
                yield context.problem(record, message, *path, hint=hint)
        elif isinstance(part, Level):
            yield context.problem(
                record, "a date in words needs a date", *path, hint="add 'date', or leave the words out"
            )
