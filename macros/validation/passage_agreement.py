"""Checks that passages and the records that rest on them agree on speakers, mode of speech and doubt.

Editors enter doubt twice, so that an error in one of the two places is found. Speakers and mode are compared where they are
entered twice. The same check of dates is in `date_agreement`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.evidence.quotations import quotations_in
from macros.models.dossier import Dossier
from macros.models.source import Extent, Passage, Source
from macros.models.statement import Statement
from macros.models.voice import Mode, Path, path_of, same, shown
from macros.problems.problem import Problem
from macros.validation.context import CheckContext
from macros.validation.derivation import heard, mode_of


def _other_side(context: CheckContext, statement: Statement, passage: Passage, field: str) -> str:
    """A hint that gives the place of the passage."""
    source = context.dossier.source[statement.source]
    where = context.whereabouts(source, "passages", source.passages.index(passage), field)
    return f"the statement and the passage must match; the passage is in {where}"


def read_passages(dossier: Dossier, statement: Statement | None) -> list[tuple[Source, Passage]]:
    """The passages of a statement that exist, with their source, if it was read in full."""
    source = dossier.source.get(statement.source) if statement else None
    if statement is None or source is None or source.read is not Extent.FULL:
        return []
    return [(source, passage) for passage in source.passages if passage.address in statement.passages]


def passages_in_use(context: CheckContext) -> Iterator[tuple[Source, int, Passage, list[Statement]]]:
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
        for source, passage in read_passages(context.dossier, statement):
            voices = source.heard_in(passage)
            if "chain" in statement.model_fields_set and not any(same(statement.path, voice) for voice in voices):
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
        voices_of = {
            passage.address: (source, passage) for source, passage in read_passages(context.dossier, statement)
        }
        heard_in = {name: source.heard_in(passage) for name, (source, passage) in voices_of.items()}
        for name, voices in heard_in.items():
            if any(speech is None and same(voice, statement.path) for voice, speech in voices.items()):
                source, passage = voices_of[name]
                missing[source.id, name] = source, passage, statement.path
        heard_as = mode_of(statement.path, heard_in.values())
        if statement.chain and heard_as and statement.mode is not heard_as:
            name = next(
                name for name, voices in heard_in.items() if any(same(statement.path, voice) for voice in voices)
            )
            hint = _other_side(context, statement, voices_of[name][1], "speech")
            of = name if len(heard_in) == 1 else f"{' and '.join(heard_in)} together"
            message = f"the mode is '{statement.mode}', but the speech of {of} is '{heard_as}'"
            yield context.problem(statement, message, "mode", hint=hint)
    for source, passage, path in missing.values():
        here = ("passages", source.passages.index(passage))
        of = f"{passage.address}, in which {shown(path)} speaks" if len(passage.voices) > 1 else passage.address
        yield context.problem(source, f"'speech' is missing in {of}", *here, hint="write direct, indirect or mixed")


def only_quoted_words_are_a_speakers(context: CheckContext) -> Iterator[Problem]:
    """What `says` quotes are words that its passages quote too, not the outlet's. Long quotations have a check of their own."""
    for statement in context.dossier.statements:
        is_retold = statement.chain and statement.mode is Mode.INDIRECT
        passages = read_passages(context.dossier, statement) if is_retold else []
        if passages and quotations_in(statement.says):
            source, passage = passages[0]
            where = context.whereabouts(source, "passages", source.passages.index(passage), "speech")
            hint = f"paraphrase the words; if the passage has them in quotation marks, its speech is mixed: {where}"
            message = f"it quotes {shown(statement.path[-1:])}, but the outlet retells the words"
            yield context.problem(statement, message, "says", hint=hint)


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
    for source, index, passage, resting in passages_in_use(context):
        if passage.doubt and passage.doubt not in {statement.modality for statement in resting}:
            message = f"no statement has the words of doubt '{passage.doubt}' of {passage.address}"
            yield context.problem(source, message, "passages", index, "doubt", hint="add 'modality' to the statement")
    for statement in context.dossier.statements:
        passages = [passage for _, passage in read_passages(context.dossier, statement)]
        if statement.modality and passages and statement.modality not in {passage.doubt for passage in passages}:
            message = f"none of its passages has the words of doubt '{statement.modality}'"
            hint = _other_side(context, statement, passages[0], "doubt")
            yield context.problem(statement, message, "modality", hint=hint)
