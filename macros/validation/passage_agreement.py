"""Checks that passages and the records that rest on them agree on speakers, dates, mode of speech and doubt.

Editors enter these facts twice, so that an error in one of the two places is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import dates_in, parts_of
from macros.models.base import Record
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.source import Extent, Passage, Source
from macros.models.statement import Statement
from macros.models.track import Track
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def _other_side(context: CheckContext, statement: Statement, passage: Passage, field: str) -> str:
    """A hint that gives the place of the passage."""
    source = context.dossier.source[statement.source]
    where = context.whereabouts(source, "passages", source.passages.index(passage), field)
    return f"the statement and the passage must match; the passage is in {where}"


def _passages(dossier: Dossier, statement: Statement | None) -> list[Passage]:
    """The passages of a statement that exist, if its source was read in full."""
    source = dossier.source.get(statement.source) if statement else None
    if statement is None or source is None or source.read is not Extent.FULL:
        return []
    return [passage for passage in source.passages if passage.address in statement.passages]


def _resting(context: CheckContext) -> Iterator[tuple[Source, int, Passage, list[Statement]]]:
    """Every passage that statements use, with those statements."""
    for source in context.dossier.sources:
        if source.read is Extent.FULL:
            for index, passage in enumerate(source.passages):
                resting = [
                    s for s in context.dossier.statements if s.source == source.id and passage.address in s.passages
                ]
                if resting:
                    yield source, index, passage, resting


def voices_agree(context: CheckContext) -> Iterator[Problem]:
    """The chain of a statement names exactly the voices of each of its passages, in the same order."""
    for statement in context.dossier.statements:
        chain = tuple(level.speaker for level in statement.chain)
        for passage in _passages(context.dossier, statement):
            if passage.voices != chain:
                said = " → ".join(chain) or "only the outlet"
                heard = " → ".join(passage.voices) or "only the outlet"
                hint = _other_side(context, statement, passage, "voices")
                message = f"the chain is {said}, but the voices of {passage.address} are {heard}"
                yield context.problem(statement, message, *_first_difference(chain, passage.voices), hint=hint)


def _first_difference(chain: tuple[str, ...], voices: tuple[str, ...]) -> tuple[str | int, ...]:
    """The path of the first level whose speaker is not the voice of the passage, else of the chain."""
    for index, (said, heard) in enumerate(zip(chain, voices, strict=False)):
        if said != heard:
            return ("chain", index, "speaker")
    return ("chain",)


def speech_agrees(context: CheckContext) -> Iterator[Problem]:
    """The mode of a statement is the speech of its passages, and every passage that is used has a speech."""
    for statement in context.dossier.statements:
        for passage in _passages(context.dossier, statement):
            if passage.speech and statement.mode is not passage.speech:
                hint = _other_side(context, statement, passage, "speech")
                message = f"the mode is '{statement.mode}', but the speech of {passage.address} is '{passage.speech}'"
                yield context.problem(statement, message, "mode", hint=hint)
    for source, index, passage, _ in _resting(context):
        if passage.speech is None:
            hint = "write direct, indirect or mixed"
            yield context.problem(source, f"'speech' is missing in {passage.address}", "passages", index, hint=hint)


def doubt_agrees(context: CheckContext) -> Iterator[Problem]:
    """The words of doubt of a passage are in a statement that rests on it, and no statement has others."""
    for source, index, passage, resting in _resting(context):
        if passage.doubt and passage.doubt not in {statement.modality for statement in resting}:
            message = f"no statement has the words of doubt '{passage.doubt}' of {passage.address}"
            yield context.problem(source, message, "passages", index, "doubt", hint="add 'modality' to the statement")
    for statement in context.dossier.statements:
        passages = _passages(context.dossier, statement)
        if statement.modality and passages and statement.modality not in {passage.doubt for passage in passages}:
            message = f"none of its passages has the words of doubt '{statement.modality}'"
            hint = _other_side(context, statement, passages[0], "doubt")
            yield context.problem(statement, message, "modality", hint=hint)


def _given(dossier: Dossier, names: tuple[str, ...]) -> set[str]:
    """The dates that the passages of some statements give."""
    return {
        date.text
        for name in names
        for passage in _passages(dossier, dossier.statement.get(name))
        for date in passage.dates
    }


def _rests_on_read_passages(dossier: Dossier, names: tuple[str, ...]) -> bool:
    return any(_passages(dossier, dossier.statement.get(name)) for name in names)


def _event_dates(event: Event) -> Iterator[tuple[tuple[str | int, ...], HonestDate, tuple[str, ...]]]:
    """Every date of an event, with its path and the statements that must give it."""
    if isinstance(event.date, HonestDate):
        yield ("date",), event.date, event.told_by
    if event.known_on:
        yield ("known_on",), event.known_on, event.told_by
    for index, refusal in enumerate(event.refusals):
        yield ("refusals", index, "date"), refusal.date, (refusal.statement,)


def _track_dates(track: Track) -> Iterator[tuple[tuple[str | int, ...], HonestDate, tuple[str, ...]]]:
    """Every date of a track, with its path and the statements that must give it."""
    for index, one in enumerate(track.states):
        if isinstance(one.date, HonestDate):
            yield ("states", index, "date"), one.date, one.statements


def _dated(dossier: Dossier) -> Iterator[tuple[Record, tuple[str | int, ...], HonestDate, tuple[str, ...]]]:
    """Every date of the events and the tracks, with its record, its path, and the statements that must give it."""
    for event in dossier.events:
        yield from ((event, *dated) for dated in _event_dates(event))
    for track in dossier.tracks:
        yield from ((track, *dated) for dated in _track_dates(track))


def dates_agree(context: CheckContext) -> Iterator[Problem]:
    """Every date of a statement, an event or a track is given by a passage on which it rests."""
    dossier = context.dossier
    for statement in dossier.statements:
        for index, level in enumerate(statement.chain):
            given = _given(dossier, (statement.id,))
            if level.date and level.date.text not in given and _passages(dossier, statement):
                message = f"none of its passages gives the date {level.date.text}"
                yield context.problem(statement, message, "chain", index, "date", hint=_hint(given))
    for record, path, date, telling in _dated(dossier):
        given = _given(dossier, telling)
        if date.text not in given and _rests_on_read_passages(dossier, telling):
            message = f"no passage of its statements gives the date {date.text}"
            yield context.problem(record, message, *path, hint=_hint(given))


def dates_in_the_words_of_a_passage_are_its_dates(context: CheckContext) -> Iterator[Problem]:
    """A date in the recorded words of a passage is one of its dates, or that of the publication."""
    for source in context.dossier.sources:
        for index, passage in enumerate(source.passages if source.read is Extent.FULL else ()):
            given = parts_of((source.issued, *passage.dates))
            for one in dates_in(passage.known_words, ENGLISH):
                if not one.is_among(given):
                    message = f"the words of {passage.address} give '{one.text}', but its dates do not"
                    hint = "correct its dates, or the date of publication"
                    yield context.problem(source, message, "passages", index, "dates", hint=hint)


def _hint(given: set[str]) -> str:
    return f"they give {', '.join(sorted(given))}" if given else "they give none"


def every_date_of_a_passage_is_taken_up(context: CheckContext) -> Iterator[Problem]:
    """Every date of a passage is used by a statement, an event or a track that rests on it, or named in a statement."""
    for source, index, passage, resting in _resting(context):
        names = {statement.id for statement in resting}
        taken = {level.date.text for statement in resting for level in statement.chain if level.date}
        taken |= {date.text for _, _, date, telling in _dated(context.dossier) if names.intersection(telling)}
        named = [one for statement in resting for one in dates_in(statement.says, ENGLISH)]
        for number, date in enumerate(passage.dates):
            if date.text not in taken and not any(one.is_among(parts_of([date])) for one in named):
                message = f"no record uses the date {date.text} of {passage.address}"
                yield context.problem(source, message, "passages", index, "dates", number)
