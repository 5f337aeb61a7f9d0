"""Checks of paraphrases: they give no date and no number that their passages do not give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.evidence.cue_words import ENGLISH
from macros.evidence.quotations import without_quotations
from macros.evidence.written_dates import (
    DateParts,
    dates_in,
    parts_of,
    parts_of_a_time,
    plain,
    says_part_of_a_time,
    without_dates,
)
from macros.evidence.written_numbers import digits_in, numbers_in
from macros.models.base import Nothing, Record
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.source import Passage, Source
from macros.problems.problem import Problem
from macros.validation.context import CheckContext
from macros.validation.other_sources import places_of_dates

Path = tuple[str | int, ...]

PARAPHRASING = ("statements", "events", "checks", "later_facts")
"""The kinds of record that say in our words what a source says."""

PARAPHRASED = ("title", "says", "setting", "date_in_words", "repeats", "series", "venue", "format")
"""Their fields that do so. Other texts are remarks of ours, which may count what they speak of; `hindsight` reads their dates."""

_NESTED = ("chain", "refusals", "stages")
_DATED = ("date", "dating", "known_on", "postponed_to")

Finding = tuple[str, str]
"""A message and a hint."""


@dataclass(frozen=True)
class _Given:
    """What the sources of a record give.

    Attributes:
        dates: The dates of the passages or reports.
        published: When they were published, and the as-of date. Our words can count from these days: "shortly before 3 May".
        words: The words in which the dossier has their numbers.
        in_english: Whether all these words are English. If not, number words cannot be compared, but digits can.
    """

    dates: set[DateParts]
    published: set[DateParts]
    words: str = ""
    in_english: bool = True

    def false_dates(self, text: str) -> Iterator[Finding]:
        """Each date in our words that is not given."""
        for one in dates_in(text, ENGLISH):
            is_a_month = one.parts[1] is not None and not one.has_day
            if not one.is_among(self.dates if is_a_month else self.dates | self.published):
                yield f"gives {'the day ' if one.has_day else ''}'{one.text}'", "if one does, add the date to its dates"

    def false_numbers(self, text: str) -> Iterator[Finding]:
        """Each number and each part of a month or a year in our words that is not given."""
        hint = "if one does, add it to its numbers, in three to five words as published"
        ours, published = without_dates(text, ENGLISH), without_dates(self.words, ENGLISH)
        if not self.in_english:
            hint += "; if the source is not in English and has it in words, write it in words"
            for digits in sorted(digits_in(ours, ENGLISH) - digits_in(published, ENGLISH)):
                yield f"gives the number '{digits}'", hint
            return
        known = set().union(*numbers_in(published, ENGLISH).values())
        for number, needs in numbers_in(ours, ENGLISH).items():
            if not needs <= known:
                yield f"gives the number '{number}'", hint
        for part in parts_of_a_time(text, ENGLISH):
            if not says_part_of_a_time(part, self.words):
                yield f"says '{part}'", hint


def _texts(record: Record, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Our words for what a source says, without quotations, with their paths."""
    for name in PARAPHRASED:
        text = getattr(record, name, None)
        if isinstance(text, str) and not isinstance(text, Nothing):
            yield (*path, name), plain(" … ".join(without_quotations(text)))
    for name in _NESTED:
        for index, inner in enumerate(getattr(record, name, ())):
            yield from _texts(inner, (*path, name, index))


def _dates(record: Record) -> Iterator[HonestDate]:
    values = (getattr(record, name, None) for name in _DATED)
    yield from (value for value in values if isinstance(value, HonestDate))
    for name in _NESTED:
        for inner in getattr(record, name, ()):
            yield from _dates(inner)


def _beside(source: Source, passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages of the same paragraphs, to which "three weeks earlier" and "that meeting" refer."""
    paragraphs = {passage.paragraph for passage in passages}
    return (passage for passage in source.passages if passage.paragraph in paragraphs)


def _dates_of(passages: Iterable[Passage]) -> Iterator[DateParts]:
    """The dates of some passages: those that an editor recorded, and those in their known words."""
    for passage in passages:
        yield from parts_of(passage.dates)
        yield from (one.parts for one in dates_in(passage.known_words, ENGLISH))


def _given_by_passages(dossier: Dossier, record: Record, names: Iterable[str]) -> _Given:
    dates, published = parts_of(_dates(record)), parts_of([dossier.cover.as_of])
    words: list[str] = []
    languages: set[str] = set()
    for statement in (dossier.statement[name] for name in names):
        source = dossier.source[statement.source]
        passages = [passage for passage in source.passages if passage.address in statement.passages]
        published |= parts_of([source.issued])
        dates |= {*parts_of(_dates(statement)), *_dates_of(_beside(source, passages))}
        words += [passage.known_words for passage in passages]
        languages.add(source.language.split("-")[0])
    return _Given(dates, published, " … ".join(words), in_english=languages <= {"en"})


def paraphrases_give_what_their_passages_give(context: CheckContext) -> Iterator[Problem]:
    """Each date and number in our words for a statement, an event or a state is given by a passage on which it is based."""
    dossier = context.dossier
    based: list[tuple[Record, Path, Record, tuple[str, ...]]] = [
        (one, (), one, (one.id,)) for one in dossier.statements
    ]
    based += [(one, (), one, one.told_by) for one in dossier.events]
    for track in dossier.tracks:
        based += [(track, ("states", index), one, one.statements) for index, one in enumerate(track.states)]
    for record, start, part, names in based:
        given = _given_by_passages(dossier, part, names)
        for path, text in _texts(part, start):
            for message, hint in (*given.false_dates(text), *given.false_numbers(text)):
                yield context.problem(record, f"none of its passages {message}", *path, hint=hint)


def reports_give_dates_of_their_sources(context: CheckContext) -> Iterator[Problem]:
    """Each date in our words for what other sources report is given by one of them, or by the base that they are compared with."""
    dossier = context.dossier
    base = {*_dates_of(passage for source in dossier.base_layer for passage in source.passages)}
    for report in dossier.reports:
        sources = [dossier.source[name] for name in report.sources]
        dates = (*_dates(report), *(when for one in sources for when in one.dates))
        given = _Given(base | parts_of(dates), parts_of(one.issued for one in sources))
        for path, text in _texts(report):
            for message, hint in given.false_dates(text):
                where = places_of_dates(context, report)
                hint = f"{hint}, in {where}" if where else hint
                yield context.problem(report, f"none of its sources {message}", *path, hint=hint)
