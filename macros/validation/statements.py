"""Statements and passages: clocks, words of doubt, and nothing of the source left unaccounted for."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.words import words_of
from macros.models.date import is_certainly_after
from macros.models.source import Extent, Layer, Mode
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

FEWEST_WORDS_SAID = 4
"""Words without which a statement cannot be told from a phrase that stands elsewhere by chance."""


def the_dossier_closes_on_one_day(context: CheckContext) -> Iterator[Problem]:
    """`as_of` is one exact day, for every clock is read against it."""
    cover = context.dossier.cover
    if not cover.as_of.is_exact:
        yield context.problem(cover, f"as_of must be one exact day, not '{cover.as_of.text}'", "as_of")


def nothing_was_said_after_the_dossier_closes(context: CheckContext) -> Iterator[Problem]:
    """No source was published, but for those of the layer on what came afterwards, and nothing was said after `as_of`."""
    as_of = context.dossier.cover.as_of
    for source in context.dossier.sources:
        is_later = source.layer is Layer.AFTERWARDS
        if not is_later and is_certainly_after(source.issued, as_of):
            yield context.problem(source, f"it was published after the dossier closes on {as_of.latest}", "issued")
    for statement in context.dossier.statements:
        for index, level in enumerate(statement.chain):
            if is_certainly_after(level.date, as_of):
                message = f"it was said after the dossier closes on {as_of.latest}"
                yield context.problem(statement, message, "chain", index, "date")


def what_is_said_can_be_known_again(context: CheckContext) -> Iterator[Problem]:
    """The proofreader knows a statement by its first words; a shorter one would be found in any text."""
    for statement in context.dossier.statements:
        count = len(words_of(statement.says))
        if count < FEWEST_WORDS_SAID:
            message = f"what is said has {count} word{'s' if count != 1 else ''}; {FEWEST_WORDS_SAID} are needed"
            yield context.problem(statement, message, "says", hint="say the whole of what was said")


def doubt_is_not_lost(context: CheckContext) -> Iterator[Problem]:
    """The source's word of doubt stands in the prose of its statement."""
    for statement in context.dossier.statements:
        if statement.modality and statement.modality.casefold() not in statement.says.casefold():
            yield context.problem(statement, f"the words of doubt '{statement.modality}' are not in 'says'", "says")


def only_a_speaker_is_quoted(context: CheckContext) -> Iterator[Problem]:
    """Direct speech has somebody who speaks."""
    for statement in context.dossier.statements:
        if statement.mode is not Mode.INDIRECT and not statement.chain:
            yield context.problem(statement, f"the mode is '{statement.mode}', but the chain names no speaker", "mode")


def every_passage_is_accounted_for(context: CheckContext) -> Iterator[Problem]:
    """Each passage of a source read in full is used by a statement, or left out for a stated reason."""
    used = {(statement.source, address) for statement in context.dossier.statements for address in statement.passages}
    # A statement that names a source of another layer, which has been told, leaves unused what it means; in which source that
    # stands, nobody can know.
    meant = {a for s in context.dossier.statements if context.base_source_of(s) is None for a in s.passages}
    for source in context.dossier.sources:
        addresses = {passage.address for passage in source.passages}
        # A misspelt address leaves the right one unused; that slip has been told.
        misspelt = any(name == source.id and address not in addresses for name, address in used)
        seen: set[str] = set()
        for index, passage in enumerate(source.passages):
            here = ("passages", index, "address")
            is_used = (source.id, passage.address) in used
            is_excused = passage.left_out or misspelt or passage.address in meant
            if passage.address in seen:
                yield context.problem(source, f"the passage '{passage.address}' is listed twice", *here)
            elif source.read is Extent.FULL and not is_used and not is_excused:
                hint = "use it, or say why not in 'left_out'"
                yield context.problem(source, f"no statement uses the passage '{passage.address}'", *here, hint=hint)
            elif is_used and passage.left_out:
                yield context.problem(source, f"the passage '{passage.address}' is used and yet left out", *here)
            seen.add(passage.address)
