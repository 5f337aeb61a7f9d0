"""Checks that passages and the records that rest on them agree on speakers, dates, mode of speech and doubt.

Editors enter dates and doubt twice, so that an error in one of the two places is found. Speakers and mode are compared where they are
entered twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import WrittenDate, dates_in, parts_of
from macros.models.base import Record
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.source import Extent, Passage, Source
from macros.models.statement import Statement
from macros.models.track import Track
from macros.models.voice import Mode, Path, path_of, shown
from macros.problems.problem import Problem
from macros.validation.context import CheckContext
from macros.validation.derivation import heard, mode_of

_FIRST_YEAR, _LAST_YEAR = 1500, 2100
"""A number without a month is read as a year only if it is between these."""


def _other_side(context: CheckContext, statement: Statement, passage: Passage, field: str) -> str:
    """A hint that gives the place of the passage."""
    source = context.dossier.source[statement.source]
    where = context.whereabouts(source, "passages", source.passages.index(passage), field)
    return f"the statement and the passage must match; the passage is in {where}"


def _passages(dossier: Dossier, statement: Statement | None) -> list[tuple[Source, Passage]]:
    """The passages of a statement that exist, with their source, if it was read in full."""
    source = dossier.source.get(statement.source) if statement else None
    if statement is None or source is None or source.read is not Extent.FULL:
        return []
    return [(source, passage) for passage in source.passages if passage.address in statement.passages]


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


def the_chain_is_known(context: CheckContext) -> Iterator[Problem]:
    """A statement without a chain rests on passages with one voice, so that its speakers are known."""
    for statement in context.dossier.statements:
        paths = list(dict.fromkeys(path for voices in heard(context.dossier, statement) for path in voices))
        if "chain" not in statement.model_fields_set and len(paths) > 1:
            of = statement.passages[0] if len(statement.passages) == 1 else "its passages"
            message = f"it has no 'chain', and the voices of {of} are {_listed(paths)}"
            yield context.problem(statement, message, "passages", hint="write a chain with the speakers of one of them")


def _listed(paths: Iterable[Path]) -> str:
    return "; ".join(map(shown, paths))


def voices_agree(context: CheckContext) -> Iterator[Problem]:
    """The chain of a statement is a voice of each of its passages."""
    for statement in context.dossier.statements:
        for source, passage in _passages(context.dossier, statement):
            voices = source.heard_in(passage)
            if "chain" in statement.model_fields_set and statement.path not in voices:
                verb = "voice of {} is" if len(voices) == 1 else "voices of {} are"
                message = (
                    f"the chain is {shown(statement.path)}, but the {verb.format(passage.address)} {_listed(voices)}"
                )
                hint = _other_side(context, statement, passage, "voices")
                yield context.problem(statement, message, *_first_difference(statement.path, voices), hint=hint)


def _first_difference(chain: Path, voices: Iterable[Path]) -> tuple[str | int, ...]:
    """The path of the first level whose speaker is not that of the only voice of the passage, else of the chain."""
    first, *others = voices
    for index, (said, heard_here) in enumerate(zip(chain, first if not others else (), strict=False)):
        if said != heard_here:
            return ("chain", index, "speaker")
    return ("chain",)


def a_voice_is_somebody_else(context: CheckContext) -> Iterator[Problem]:
    """A passage lists a voice once, nobody passes on his own words, and the outlet is no level of a voice."""
    for source in context.dossier.sources:
        for index, passage in enumerate(source.passages):
            seen: set[Path] = set()
            for number, voice in enumerate(passage.voices):
                here = ("passages", index, "voices", number)
                path = path_of(voice, source.publisher)
                speakers = [name for together in path for name in together]
                if twice := next((name for name in speakers if speakers.count(name) > 1), None):
                    message = f"in the voice {shown(path)}, '{twice}' speaks through '{twice}'"
                    yield context.problem(source, message, *here, hint="name every speaker once")
                elif source.publisher in speakers:
                    hint = "leave it out; it passes on everything"
                    yield context.problem(
                        source, f"the outlet '{source.publisher}' is part of a voice", *here, hint=hint
                    )
                elif path in seen:
                    yield context.problem(source, f"the voice {shown(path)} is listed twice", *here)
                seen.add(path)


def speech_agrees(context: CheckContext) -> Iterator[Problem]:
    """The mode of a statement is the speech of its voice in its passages, and every voice that is used has a speech."""
    missing: dict[tuple[str, str], tuple[Source, Passage, Path]] = {}
    for statement in context.dossier.statements:
        voices_of = {passage.address: (source, passage) for source, passage in _passages(context.dossier, statement)}
        heard_in = {name: source.heard_in(passage) for name, (source, passage) in voices_of.items()}
        for name, voices in heard_in.items():
            if voices.get(statement.path, Mode.INDIRECT) is None:
                source, passage = voices_of[name]
                missing[source.id, name] = source, passage, statement.path
        heard_as = mode_of(statement.path, heard_in.values())
        if statement.chain and heard_as and statement.mode is not heard_as:
            name = next(name for name, voices in heard_in.items() if statement.path in voices)
            hint = _other_side(context, statement, voices_of[name][1], "speech")
            of = name if len(heard_in) == 1 else f"{' and '.join(heard_in)} together"
            message = f"the mode is '{statement.mode}', but the speech of {of} is '{heard_as}'"
            yield context.problem(statement, message, "mode", hint=hint)
    for source, passage, path in missing.values():
        here = ("passages", source.passages.index(passage))
        of = f"{passage.address}, in which {shown(path)} speaks" if len(passage.voices) > 1 else passage.address
        yield context.problem(source, f"'speech' is missing in {of}", *here, hint="write direct, indirect or mixed")


def only_a_voice_is_quoted(context: CheckContext) -> Iterator[Problem]:
    """A passage in which only the outlet speaks has no direct or mixed speech. While its voices are a guess, nobody knows yet."""
    for source in context.dossier.sources:
        for index, passage in enumerate(source.passages):
            if "voices" in passage.guessed or passage.speech in (None, Mode.INDIRECT):
                continue
            if not any(source.heard_in(passage)):
                hint = "list who is quoted in 'voices', or write indirect"
                message = f"the speech of {passage.address} is '{passage.speech}', but it has no voice"
                yield context.problem(source, message, "passages", index, "speech", hint=hint)


def doubt_agrees(context: CheckContext) -> Iterator[Problem]:
    """The words of doubt of a passage are in a statement that rests on it, and no statement has others."""
    for source, index, passage, resting in _resting(context):
        if passage.doubt and passage.doubt not in {statement.modality for statement in resting}:
            message = f"no statement has the words of doubt '{passage.doubt}' of {passage.address}"
            yield context.problem(source, message, "passages", index, "doubt", hint="add 'modality' to the statement")
    for statement in context.dossier.statements:
        passages = [passage for _, passage in _passages(context.dossier, statement)]
        if statement.modality and passages and statement.modality not in {passage.doubt for passage in passages}:
            message = f"none of its passages has the words of doubt '{statement.modality}'"
            hint = _other_side(context, statement, passages[0], "doubt")
            yield context.problem(statement, message, "modality", hint=hint)


def _given(dossier: Dossier, names: tuple[str, ...]) -> set[str]:
    """The dates that the passages of some statements give."""
    return {
        date.text
        for name in names
        for _, passage in _passages(dossier, dossier.statement.get(name))
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
        # That a report says it makes it known.
        published = {dossier.source[dossier.statement[name].source].issued.text for name in telling}
        is_known = path == ("known_on",) and date.text in published
        if date.text not in given and not is_known and _rests_on_read_passages(dossier, telling):
            message = f"no passage of its statements gives the date {date.text}"
            yield context.problem(record, message, *path, hint=_hint(given))


def dates_in_the_words_of_a_passage_are_its_dates(context: CheckContext) -> Iterator[Problem]:
    """A date in the recorded words of a passage is one of its dates, or that of the publication."""
    for source in context.dossier.sources:
        for index, passage in enumerate(source.passages if source.read is Extent.FULL else ()):
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
