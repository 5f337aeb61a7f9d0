"""Checks of fingerprints and their passages."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.fingerprint import digest_of, hash_shingles
from macros.evidence.words import SHINGLE, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint
from macros.models.source import Extent, Passage, Source
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def every_source_read_in_full_has_a_fingerprint(context: CheckContext) -> Iterator[Problem]:
    """A source read in full has a fingerprint of exactly its passages, and nobody has changed the fingerprint."""
    for source in context.dossier.sources:
        fingerprint = context.dossier.fingerprint.get(source.id)
        if fingerprint is None:
            if source.read is Extent.FULL:
                hint = f"make it: nox -s fingerprint -- {source.id} <text file>"
                yield context.problem(source, "it was read in full, but has no fingerprint", "read", hint=hint)
            continue
        yield from _same_passages(context, source, fingerprint)
        if digest_of(fingerprint.passages) != fingerprint.digest:
            yield context.problem(
                fingerprint, "the fingerprint was changed by hand", "digest", hint="make it again: nox -s fingerprint"
            )


def _same_passages(context: CheckContext, source: Source, fingerprint: Fingerprint) -> Iterator[Problem]:
    listed = [passage.address for passage in source.passages]
    printed = [passage.address for passage in fingerprint.passages]
    for index, address in enumerate(listed):
        if address not in printed:
            message = f"the fingerprint has no passage '{address}'"
            yield context.problem(
                source, message, "passages", index, "address", hint="make it again: nox -s fingerprint"
            )
    for index, address in enumerate(printed):
        if address not in listed:
            message = f"the source lists no passage '{address}'"
            yield context.problem(
                fingerprint, message, "passages", index, "address", hint="list it, even if it is left out"
            )
    if sorted(listed) == sorted(printed) and listed != printed:
        yield context.problem(source, "the passages are not in the order of the text", "passages")


def _mismatch(passage: Passage, fingerprint: PassageFingerprint, source: str) -> Iterator[tuple[str, str]]:
    for field, position in (("starts", 0), ("ends", -1)):
        words = words_of(getattr(passage, field))
        # Fewer words than a shingle cannot be compared.
        if len(words) < min(SHINGLE, fingerprint.words):
            continue
        hashes = hash_shingles(words, source)
        same = fingerprint.hashes[: len(hashes)] if position == 0 else fingerprint.hashes[-len(hashes) :]
        if hashes != same:
            yield field, f"the passage does not {'begin' if position == 0 else 'end'} with these words"


def passages_begin_and_end_as_they_say(context: CheckContext) -> Iterator[Problem]:
    """The first and last words of a passage are those of the text. Fewer than three words are not compared."""
    for source in context.dossier.sources:
        fingerprint = context.dossier.fingerprint.get(source.id)
        # The check above reports a fingerprint that was changed by hand.
        is_sound = fingerprint is not None and digest_of(fingerprint.passages) == fingerprint.digest
        for index, passage in enumerate(source.passages if is_sound else ()):
            one = fingerprint.passage.get(passage.address) if fingerprint else None
            for field, message in _mismatch(passage, one, source.id) if one else ():
                yield context.problem(source, f"{passage.address}: {message}", "passages", index, field)
