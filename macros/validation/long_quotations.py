"""Checks of long quotations: allowed by the dossier, in their passages, once for each statement, and none beside another."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.long_quotations import check_block
from macros.evidence.quotations import quotations_in
from macros.evidence.words import RULE, SHINGLE, amount, words_of
from macros.models.statement import Statement
from macros.models.voice import Mode
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def _blocks(context: CheckContext) -> Iterator[tuple[Statement, str]]:
    """The statements with a long quotation, if the dossier allows any."""
    for statement in context.dossier.statements if context.dossier.cover.long_quotations else ():
        if statement.block:
            yield statement, statement.block


def long_quotations_are_allowed(context: CheckContext) -> Iterator[Problem]:
    """A statement has a long quotation only if the cover says that the dossier may have such quotations."""
    for statement in context.dossier.statements if not context.dossier.cover.long_quotations else ():
        if statement.block:
            hint = "quote up to 25 words in 'says', or write 'long_quotations: yes' in dossier.yml"
            yield context.problem(statement, "this dossier has no long quotations", "block", hint=hint)


def long_quotations_stand_in_their_passages(context: CheckContext) -> Iterator[Problem]:
    """A long quotation is word for word in the passages of its statement, which must be neighbours if there are several."""
    for statement, block in _blocks(context):
        if statement.source in context.dossier.unverified_sources:
            continue  # a task says that the fingerprint must be made first
        fingerprint = context.dossier.fingerprint.get(statement.source)
        if fingerprint is None or fingerprint.rule != RULE:
            hint = "it can be verified only in a source that is read in full"
            yield context.problem(statement, "the long quotation cannot be verified", "block", hint=hint)
        elif finding := check_block(block, statement.passages, fingerprint):
            yield context.problem(statement, finding.message, "block", hint=finding.hint)


def long_quotations_are_of_the_speaker(context: CheckContext) -> Iterator[Problem]:
    """The source prints the words of the speaker. What it retells are its own words, which the block would give to the speaker."""
    for statement, _ in _blocks(context):
        if statement.chain and statement.mode is Mode.INDIRECT:
            message = "the source retells what the speaker said, so a long quotation would be of the source"
            yield context.problem(statement, message, "block", hint="put it into your own words in 'says'")


def long_quotations_stand_alone(context: CheckContext) -> Iterator[Problem]:
    """Nothing else is quoted in a statement with a long quotation, and none is of the same passage as another, or of the next one."""
    taken: dict[tuple[str, int], Statement] = {}
    for statement, _ in _blocks(context):
        others = [str(one) for one in quotations_in(statement.says) if amount(words_of(one.text)) >= SHINGLE]
        if others:
            message = f"it has a long quotation, and also {others[0]}"
            yield context.problem(statement, message, "says", hint="put one of them into your own words")
        source = context.dossier.source[statement.source]
        places = [n for n, passage in enumerate(source.passages) if passage.address in statement.passages]
        around = {(source.id, n + step) for n in places for step in (-1, 0, 1)}
        other = next((taken[place] for place in sorted(around) if place in taken), None)
        if other:
            message = f"its long quotation adjoins that of '{other.id}' in {context.whereabouts(other, 'block')}"
            hint = "keep one of them; together they would republish the source"
            yield context.problem(statement, message, "block", hint=hint)
        taken |= {(source.id, n): statement for n in places}
