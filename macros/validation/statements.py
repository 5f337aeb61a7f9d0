"""Checks of statements and passages: dates, words of doubt, and passages that are listed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.evidence.words import amount, words_of
from macros.models.date import is_certainly_after
from macros.models.source import Layer
from macros.models.statement import FEWEST_WORDS, FEWEST_WORDS_AFTER_A_FRAME
from macros.models.verb import Frame, Verb
from macros.models.voice import Mode
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def the_dossier_closes_after_a_source(context: CheckContext) -> Iterator[Problem]:
    """At least one source of the base layer was published by the as-of date."""
    cover, sources = context.dossier.cover, context.dossier.base_layer
    if sources and all(is_certainly_after(source.issued, cover.as_of) for source in sources):
        where = context.whereabouts(sources[0], "issued")
        hint = f"write the last day that the dossier covers, or correct the date of the source in {where}"
        message = (
            f"the as-of date {cover.as_of.text} is before '{sources[0].id}' was published, {sources[0].issued.text}"
        )
        yield context.problem(cover, message, "as_of", hint=hint)


def nothing_was_said_after_the_dossier_closes(context: CheckContext) -> Iterator[Problem]:
    """Nothing was said after `as_of`, and no source was published after it, except in the layer 'afterwards'."""
    as_of = context.dossier.cover.as_of
    for source in context.dossier.sources:
        is_later = source.layer is Layer.AFTERWARDS
        if not is_later and is_certainly_after(source.issued, as_of):
            yield context.problem(source, f"it was published after the as-of date {as_of.latest}", "issued")
    for statement in context.dossier.statements:
        for index, level in enumerate(statement.chain):
            if is_certainly_after(level.date, as_of):
                message = f"it was said after the as-of date {as_of.latest}"
                yield context.problem(statement, message, "chain", index, "date")


def a_statement_has_enough_words(context: CheckContext) -> Iterator[Problem]:
    """The proofreader recognises a statement by its first words, so a clause must not be too short. "To comment" is no clause."""
    for statement in context.dossier.statements:
        count = amount(words_of(statement.says))
        fewest = FEWEST_WORDS if statement.frame is Frame.THAT else FEWEST_WORDS_AFTER_A_FRAME
        if count < fewest:
            message = f"'says' has {count} word{'s' if count != 1 else ''}; at least {fewest} are needed"
            yield context.problem(statement, message, "says", hint="write all of what was said")


def doubt_is_not_lost(context: CheckContext) -> Iterator[Problem]:
    """The words of doubt of a statement are in its `says`."""
    for statement in context.dossier.statements:
        if statement.modality and statement.modality.casefold() not in statement.says.casefold():
            yield context.problem(statement, f"the words of doubt '{statement.modality}' are not in 'says'", "says")


def doubt_about_a_claim_has_its_words(context: CheckContext) -> Iterator[Problem]:
    """A statement that records whose claim is doubted has words of doubt."""
    for statement in context.dossier.statements:
        if statement.modality_about and not statement.modality:
            hint = "add 'modality', or remove 'modality_about'"
            yield context.problem(statement, "it has no words of doubt", "modality_about", hint=hint)


def _begins(frames: Iterable[Frame]) -> str:
    forms = (
        "write a clause; pages put 'that' before it"
        if one is Frame.THAT
        else f"begin with '{one}'{', how, why or the like' if one is Frame.WHETHER else ''}"
        for one in frames
    )
    return ", or ".join(forms)


def a_verb_has_what_it_takes(context: CheckContext) -> Iterator[Problem]:
    """The actor who was spoken to, and the words after the verb, fit the verb of each level."""
    for statement in context.dossier.statements:
        for index, level in enumerate(statement.chain):
            verb, here = level.verb, ("chain", index)
            if level.to and verb.before is None:
                message = f"nobody is spoken to after '{verb}'"
                yield context.problem(statement, message, *here, "to", hint="leave 'to' out, or write 'verb: said'")
            elif level.to in level.speaker:
                message = f"'{level.to}' speaks to '{level.to}'"
                yield context.problem(statement, message, *here, "to", hint="name somebody else, or leave 'to' out")
            elif verb.needs and not level.to:
                hint = "add 'to' with the id of an actor"
                yield context.problem(statement, f"'{verb}' needs somebody who was spoken to", *here, "verb", hint=hint)
            if index + 1 < len(statement.chain) and not verb.closes:
                message = f"'{verb}' cannot pass on the words of another speaker"
                hint = "write 'verb: said', and say in 'says' what it was about"
                yield context.problem(statement, message, *here, "verb", hint=hint)
        last = statement.chain[-1].verb if statement.chain else Verb.SAID
        if statement.says.casefold().startswith(f"{Frame.THAT} "):
            message = "'says' begins with 'that', which pages put before it"
            yield context.problem(statement, message, "says", hint="leave 'that' out")
        elif last.frame_of(statement.says) is None:
            hint = f"{_begins(last.frames)}; or choose another verb"
            yield context.problem(statement, f"'says' does not fit the verb '{last}'", "says", hint=hint)


def only_a_speaker_is_quoted(context: CheckContext) -> Iterator[Problem]:
    """A statement with direct or mixed speech has a speaker."""
    for statement in context.dossier.statements:
        if statement.mode is not Mode.INDIRECT and not statement.chain:
            yield context.problem(statement, f"the mode is '{statement.mode}', but the chain names no speaker", "mode")


def a_passage_is_listed_once_and_used_or_left_out(context: CheckContext) -> Iterator[Problem]:
    """Each passage is listed once, and is not both used and left out."""
    written = (*context.dossier.statements, *context.dossier.unfinished)
    used = {(statement.source, address) for statement in written for address in statement.passages}
    for source in context.dossier.sources:
        seen: set[str] = set()
        for index, passage in enumerate(source.passages):
            here = ("passages", index, "address")
            if passage.address in seen:
                yield context.problem(source, f"the passage '{passage.address}' is listed twice", *here)
            elif (source.id, passage.address) in used and passage.left_out:
                yield context.problem(source, f"the passage '{passage.address}' is both used and left out", *here)
            seen.add(passage.address)
