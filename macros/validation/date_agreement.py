"""Checks that passages and the records that rest on them agree on dates.

Editors enter dates twice, so that an error in one of the two places is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import WrittenDate, dates_in, parts_of
from macros.models.base import Record
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.source import Extent, Passage, Source
from macros.models.track import Track
from macros.problems.problem import MOST_PLACES, Problem
from macros.validation.context import CheckContext
from macros.validation.passage_agreement import read_passages

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
"""A number without a month is read as a year only if it is between these."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class _Ungiven:
    """A date of a record that none of the passages gives on which it rests."""

    record: Record
    path: Path
    date: HonestDate
    passages: tuple[tuple[Source, Passage], ...]

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """The source and the address of each of its passages."""
        return tuple((source.id, passage.address) for source, passage in self.passages)

    @property
    def places(self) -> tuple[tuple[str, str, str], ...]:
        """The date with each of its passages: if several records miss a date in one passage, that passage is wrong."""
        return tuple((self.date.text, *address) for address in self.addresses)


def _event_dates(event: Event) -> Iterator[tuple[tuple[str | int, ...], HonestDate, tuple[str, ...]]]:
    """Every date of an event, with its path and the statements that must give it."""
    if isinstance(event.date, HonestDate):
        yield ("date",), event.date, event.told_by
    if event.known_on:
        yield ("known_on",), event.known_on, event.told_by
    if event.postponed_to:
        yield ("postponed_to",), event.postponed_to, event.told_by
    for index, refusal in enumerate(event.refusals):
        yield ("refusals", index, "date"), refusal.date, (refusal.statement,)
    for index, stage in enumerate(event.stages):
        if isinstance(stage.date, HonestDate):
            yield ("stages", index, "date"), stage.date, stage.statements


def _track_dates(track: Track) -> Iterator[tuple[tuple[str | int, ...], HonestDate, tuple[str, ...]]]:
    """Every date of a track, with its path and the statements that must give it."""
    for index, one in enumerate(track.states):
        if isinstance(one.date, HonestDate):
            yield ("states", index, "date"), one.date, one.statements


def dated(dossier: Dossier) -> Iterator[tuple[Record, Path, HonestDate, tuple[str, ...]]]:
    """Every date of the statements, events and tracks, with its record, its path, and the statements that must give it."""
    for statement in dossier.statements:
        for index, level in enumerate(statement.chain):
            if level.date:
                yield statement, ("chain", index, "date"), level.date, (statement.id,)
    for event in dossier.events:
        yield from ((event, *dated) for dated in _event_dates(event))
    for track in dossier.tracks:
        yield from ((track, *dated) for dated in _track_dates(track))


def _ungiven(dossier: Dossier) -> Iterator[_Ungiven]:
    for record, path, date, telling in dated(dossier):
        found = [one for name in telling for one in read_passages(dossier, dossier.statement.get(name))]
        passages = {(source.id, passage.address): (source, passage) for source, passage in found}
        # That a report says it makes it known.
        published = {source.issued.text for source, _ in found} if path == ("known_on",) else set()
        given = {date.text for _, passage in found for date in passage.dates}
        if found and date.text not in given | published:
            yield _Ungiven(record, path, date, tuple(passages.values()))


def dates_agree(context: CheckContext) -> Iterator[Problem]:
    """Every date of a statement, an event or a track is given by a passage on which it rests."""
    found = list(_ungiven(context.dossier))
    missed = Counter(place for one in found for place in one.places)
    wrong: dict[tuple[str, str, str], list[_Ungiven]] = {}
    for one in found:
        wrong.setdefault(max(one.places, key=missed.__getitem__), []).append(one)
    for (_, source, address), alike in wrong.items():
        if len({id(one.record) for one in alike}) > 1:
            yield _of_passage(context, context.dossier.source[source], address, alike)
            continue
        for one in alike:
            given = sorted({date.text for _, passage in one.passages for date in passage.dates})
            hint = f"they give {', '.join(given)}, in {_places(context, one)}" if given else "they give none"
            message = f"none of its passages gives the date {one.date.text}"
            yield context.problem(one.record, message, *one.path, hint=hint)


def _places(context: CheckContext, one: _Ungiven) -> str:
    """Where the dates of its passages are, because these can be wrong too."""
    places = [
        context.whereabouts(source, "passages", source.passages.index(passage), "dates")
        for source, passage in one.passages
        if passage.dates
    ]
    return ", ".join(places[:MOST_PLACES])


def _of_passage(context: CheckContext, source: Source, address: str, alike: list[_Ungiven]) -> Problem:
    """One problem of a passage that lacks a date which several records give."""
    passage = next(one for one in source.passages if one.address == address)
    places = list(dict.fromkeys(context.whereabouts(one.record, *one.path) for one in alike))
    gives = f"it gives {', '.join(date.text for date in passage.dates)}" if passage.dates else "it gives none"
    message = f"{passage.address} does not give the date {alike[0].date.text}, but the records that rest on it do"
    hint = f"{gives}; correct its dates, or those of the records in {', '.join(places[:MOST_PLACES])}"
    return context.problem(source, message, "passages", source.passages.index(passage), "dates", hint=hint)


def dates_in_the_words_of_a_passage_are_its_dates(context: CheckContext) -> Iterator[Problem]:
    """A date in the recorded words of a passage is one of its dates, or that of the publication."""
    # If a record has a date that its passage lacks, that is reported already.
    reported = {place for one in _ungiven(context.dossier) for place in one.addresses}
    for source in context.dossier.sources:
        for index, passage in enumerate(source.passages if source.read is Extent.FULL else ()):
            # Dates that are guessed are checked when an editor confirms them.
            if (source.id, passage.address) in reported or "dates" in passage.guessed:
                continue
            given = parts_of((source.issued, *passage.dates))
            for one in dates_in(passage.known_words, ENGLISH):
                if not one.is_among(given) and not _is_a_number(one):
                    message = f"the words of {passage.address} give '{one.text}', but its dates do not"
                    hint = "correct its dates, or the date of publication"
                    yield context.problem(source, message, "passages", index, "dates", hint=hint)


def _is_a_number(one: WrittenDate) -> bool:
    """Whether what could be a year is more likely a number: 1200 in "1200 people"."""
    year, month, _ = one.parts
    return month is None and year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR
