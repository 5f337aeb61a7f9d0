"""Checks of fingerprints and their passages."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.fingerprint import is_sound, normal_hashes
from macros.evidence.naming import has_words
from macros.evidence.words import RULE, amount, plain_words, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint
from macros.models.source import Passage, Source
from macros.problems.problem import MOST_PLACES, Problem
from macros.validation.context import CheckContext

FEWEST_WORDS = 3
MOST_WORDS = 5
"""More words of a passage would begin to be its text."""

_FEWEST_PASSAGES = 3
"""If most of at least so many passages are not those of the fingerprint, it is of another text."""


def a_fingerprint_is_of_its_source(context: CheckContext) -> Iterator[Problem]:
    """A fingerprint is of exactly the passages of its source, and nobody has changed it."""
    for source in context.dossier.sources:
        fingerprint = context.dossier.fingerprint.get(source.id)
        if fingerprint is None:
            continue
        if not is_sound(fingerprint):
            yield context.problem(fingerprint, "the fingerprint was changed by hand", "digest", hint=_again(source))
        elif fingerprint.rule != RULE:
            message = f"it follows rule {fingerprint.rule} for words, and quotations are verified by rule {RULE}"
            yield context.problem(fingerprint, message, "source", hint=_again(source))


def _again(source: Source) -> str:
    return f"make it again: nox -s fingerprint -- --renew {source.id} <text file>"


def passages_are_those_of_the_fingerprint(context: CheckContext) -> Iterator[Problem]:
    """A source lists exactly the passages of its fingerprint, in the same order."""
    for source in context.dossier.sources:
        fingerprint = context.dossier.fingerprint.get(source.id)
        if fingerprint and is_sound(fingerprint):
            yield from _same_passages(context, source, fingerprint)


def _same_passages(context: CheckContext, source: Source, fingerprint: Fingerprint) -> Iterator[Problem]:
    listed = [passage.address for passage in source.passages]
    printed = [passage.address for passage in fingerprint.passages]
    new = [address for address in listed if address not in printed]
    lost = [address for address in printed if address not in listed]
    if new:
        message, hint = f"the fingerprint has no passage {_quoted(new)}", _again(source)
        if lost:
            message += f", but {_quoted(lost)}"
            hint = f"correct the address{'' if len(new) == 1 else 'es'}, or {hint}"
        yield context.problem(source, message, "passages", listed.index(new[0]), "address", hint=hint)
    elif lost:
        message = f"the passages lack {_quoted(lost)} of the fingerprint"
        hint = f"list what is missing, even if it is left out, or {_again(source)}"
        yield context.problem(source, message, "passages", hint=hint)
    elif listed != printed and sorted(listed) == sorted(printed):
        yield context.problem(source, "the passages are not in the order of the text", "passages")


def _quoted(addresses: list[str]) -> str:
    shown = ", ".join(f"'{address}'" for address in addresses[:MOST_PLACES])
    return f"{shown} and {len(addresses) - MOST_PLACES} more" if len(addresses) > MOST_PLACES else shown


def _compared(context: CheckContext) -> Iterator[tuple[Source, Fingerprint]]:
    """The sources whose passages can be compared with a fingerprint. Another check reports those that cannot."""
    for source in context.dossier.sources:
        fingerprint = context.dossier.fingerprint.get(source.id)
        if fingerprint and is_sound(fingerprint) and fingerprint.rule == RULE:
            yield source, fingerprint


def a_fingerprint_is_of_the_text(context: CheckContext) -> Iterator[Problem]:
    """Most passages of a source begin and end as in its fingerprint. Otherwise every passage and quotation would be reported."""
    for source, fingerprint in _compared(context):
        pairs = [(one, fingerprint.passage.get(one.address)) for one in source.passages]
        found = [any(_wrong_ends(one, printed, fingerprint)) for one, printed in pairs if printed]
        if len(found) >= _FEWEST_PASSAGES and 2 * sum(found) > len(found):
            message = f"{sum(found)} of {len(found)} passages of '{source.id}' do not begin or end as in it"
            hint = (
                f"it is of another text, or was made for another id: {_again(source).removeprefix('make it again: ')}"
            )
            yield context.problem(fingerprint, message, "source", hint=hint)


def passages_name_few_of_their_words(context: CheckContext) -> Iterator[Problem]:
    """The first and last words of a passage are a few: we do not republish sentences."""
    for source in context.dossier.sources:
        for index, passage in enumerate(source.passages):
            for field, which in (("starts", "first"), ("ends", "last")):
                if (count := amount(words_of(getattr(passage, field)))) > MOST_WORDS:
                    message, hint = f"{field} has {count} words", f"write only the {which} two to five"
                    yield context.problem(source, f"{passage.address}: {message}", "passages", index, field, hint=hint)


def _wrong_ends(
    passage: Passage, one: PassageFingerprint, fingerprint: Fingerprint
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for field, position in (("starts", 0), ("ends", -1)):
        words = plain_words(getattr(passage, field))
        # Fewer words than a shingle cannot be compared.
        if len(words) < min(fingerprint.shingle, one.words):
            continue
        hashes = normal_hashes(words, fingerprint.source, fingerprint.shingle)
        same = one.hashes[: len(hashes)] if position == 0 else one.hashes[-len(hashes) :]
        if hashes != same:
            yield (field,), f"the passage does not {'begin' if position == 0 else 'end'} with these words"


def _mismatch(
    passage: Passage, one: PassageFingerprint, fingerprint: Fingerprint
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from _wrong_ends(passage, one, fingerprint)
    recorded = [("numbers", "number", index, words) for index, words in enumerate(passage.numbers)]
    recorded += [("phrases", "phrase", index, words) for index, words in enumerate(passage.phrases)]
    for field, what, index, phrase in recorded:
        if not FEWEST_WORDS <= amount(words_of(phrase)) <= MOST_WORDS:
            yield (field, index), f"a {what} is recorded in {FEWEST_WORDS} to {MOST_WORDS} words of the passage"
        elif not has_words(one, phrase, fingerprint):
            yield (field, index), "the passage does not have these words"


def passages_have_the_words_that_they_say(context: CheckContext) -> Iterator[Problem]:
    """The words of a passage that the dossier has are those of the text. For first and last words, fewer than three are not compared."""
    for source, fingerprint in _compared(context):
        for index, passage in enumerate(source.passages):
            one = fingerprint.passage.get(passage.address)
            for field, message in _mismatch(passage, one, fingerprint) if one else ():
                yield context.problem(source, f"{passage.address}: {message}", "passages", index, *field)
