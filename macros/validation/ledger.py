"""Double entry: what a passage says of speakers, dates, manner and doubt, and what the records resting on it say, agree."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.problem import Problem
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.source import Passage, Reading, Source
from macros.models.statement import Statement
from macros.validation.checked import Checked


def _other_side(checked: Checked, statement: Statement, passage: Passage, field: str) -> str:
    """Where the passage says otherwise."""
    source = checked.dossier.source[statement.source]
    where = checked.whereabouts(source, "passages", source.passages.index(passage), field)
    return f"one of the two is wrong; the other is in {where}"


def _passages(dossier: Dossier, statement: Statement | None) -> list[Passage]:
    """The passages of a statement, as far as they are there, of a source that we read in full."""
    source = dossier.source.get(statement.source) if statement else None
    if statement is None or source is None or source.read is not Reading.FULL:
        return []
    return [passage for passage in source.passages if passage.address in statement.passages]


def _resting(checked: Checked) -> Iterator[tuple[Source, int, Passage, list[Statement]]]:
    """Every passage that is used, with the statements that rest on it."""
    for source in checked.dossier.sources:
        if source.read is Reading.FULL:
            for index, passage in enumerate(source.passages):
                resting = [
                    s for s in checked.dossier.statements if s.source == source.id and passage.address in s.passages
                ]
                if resting:
                    yield source, index, passage, resting


def voices_agree(checked: Checked) -> Iterator[Problem]:
    """A statement's chain names exactly those who speak in each of its passages, in the same order."""
    for statement in checked.dossier.statements:
        chain = tuple(level.speaker for level in statement.chain)
        for passage in _passages(checked.dossier, statement):
            if passage.voices != chain:
                said = " → ".join(chain) or "nobody but the outlet"
                heard = " → ".join(passage.voices) or "nobody but the outlet"
                hint = _other_side(checked, statement, passage, "voices")
                message = f"the chain has {said}, but in {passage.address} speaks {heard}"
                yield checked.problem(statement, message, *_first_difference(chain, passage.voices), hint=hint)


def _first_difference(chain: tuple[str, ...], voices: tuple[str, ...]) -> tuple[str | int, ...]:
    """The path of the first level that is not the voice of the passage."""
    for index, (said, heard) in enumerate(zip(chain, voices, strict=False)):
        if said != heard:
            return ("chain", index, "speaker")
    return ("chain",)


def speech_agrees(checked: Checked) -> Iterator[Problem]:
    """A statement's mode is that of its passages, and a passage that is used has one."""
    for statement in checked.dossier.statements:
        for passage in _passages(checked.dossier, statement):
            if passage.speech and statement.mode is not passage.speech:
                hint = _other_side(checked, statement, passage, "speech")
                message = f"the mode is '{statement.mode}', but the speech of {passage.address} is {passage.speech}"
                yield checked.problem(statement, message, "mode", hint=hint)
    for source, index, passage, _ in _resting(checked):
        if passage.speech is None:
            hint = "direct, indirect or mixed"
            yield checked.problem(source, f"'speech' is missing in {passage.address}", "passages", index, hint=hint)


def doubt_agrees(checked: Checked) -> Iterator[Problem]:
    """A passage's word of doubt is carried by a statement that rests on it, and no statement invents one."""
    for source, index, passage, resting in _resting(checked):
        if passage.doubt and passage.doubt not in {statement.modality for statement in resting}:
            message = f"no statement carries the words of doubt '{passage.doubt}' of {passage.address}"
            yield checked.problem(source, message, "passages", index, "doubt", hint="add 'modality' to the statement")
    for statement in checked.dossier.statements:
        passages = _passages(checked.dossier, statement)
        if statement.modality and passages and statement.modality not in {passage.doubt for passage in passages}:
            message = f"none of its passages has the words of doubt '{statement.modality}'"
            hint = _other_side(checked, statement, passages[0], "doubt")
            yield checked.problem(statement, message, "modality", hint=hint)


def _given(dossier: Dossier, names: tuple[str, ...]) -> set[str]:
    """The dates that the passages of some statements name."""
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
    telling = (*event.statements, *(refusal.statement for refusal in event.refusals))
    if isinstance(event.date, HonestDate):
        yield ("date",), event.date, telling
    if event.known_on:
        yield ("known_on",), event.known_on, telling
    for index, refusal in enumerate(event.refusals):
        yield ("refusals", index, "date"), refusal.date, (refusal.statement,)


def dates_agree(checked: Checked) -> Iterator[Problem]:
    """Every date of a statement or an event is named by a passage on which it rests."""
    dossier = checked.dossier
    for statement in dossier.statements:
        for index, level in enumerate(statement.chain):
            given = _given(dossier, (statement.id,))
            if level.date and level.date.text not in given and _passages(dossier, statement):
                message = f"none of its passages gives the date {level.date.text}"
                yield checked.problem(statement, message, "chain", index, "date", hint=_hint(given))
    for event in dossier.events:
        for path, date, telling in _event_dates(event):
            given = _given(dossier, telling)
            if date.text not in given and _rests_on_read_passages(dossier, telling):
                message = f"no passage of its statements gives the date {date.text}"
                yield checked.problem(event, message, *path, hint=_hint(given))


def _hint(given: set[str]) -> str:
    return f"they give {', '.join(sorted(given))}" if given else "they give none"


def every_date_of_a_passage_is_taken_up(checked: Checked) -> Iterator[Problem]:
    """A date that a passage names is that of a statement or an event resting on it."""
    for source, index, passage, resting in _resting(checked):
        names = {statement.id for statement in resting}
        taken = {level.date.text for statement in resting for level in statement.chain if level.date}
        for event in checked.dossier.events:
            taken |= {date.text for _, date, telling in _event_dates(event) if names.intersection(telling)}
        for number, date in enumerate(passage.dates):
            if date.text not in taken:
                message = f"no record takes up the date {date.text} of {passage.address}"
                yield checked.problem(source, message, "passages", index, "dates", number)
