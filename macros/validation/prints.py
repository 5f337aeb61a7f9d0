"""Fingerprints and the passages they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.fingerprint import digest_of, hash_shingles
from macros.evidence.words import SHINGLE, words_of
from macros.loading.problem import Problem
from macros.models.fingerprint import Fingerprint, PassagePrint
from macros.models.source import Passage, Reading, Source
from macros.validation.checked import Checked


def every_source_read_in_full_has_a_fingerprint(checked: Checked) -> Iterator[Problem]:
    """A source read in full has a fingerprint of exactly its passages, as it was made."""
    for source in checked.dossier.sources:
        print_ = checked.dossier.fingerprint.get(source.id)
        if print_ is None:
            if source.read is Reading.FULL:
                hint = f"make it: nox -s fingerprint -- {source.id} <text file>"
                yield checked.problem(source, "it was read in full, but has no fingerprint", "read", hint=hint)
            continue
        yield from _same_passages(checked, source, print_)
        if digest_of(print_.passages) != print_.digest:
            yield checked.problem(print_, "it was changed by hand", "digest", hint="make it anew: nox -s fingerprint")


def _same_passages(checked: Checked, source: Source, print_: Fingerprint) -> Iterator[Problem]:
    listed = [passage.address for passage in source.passages]
    printed = [passage.address for passage in print_.passages]
    for index, address in enumerate(listed):
        if address not in printed:
            message = f"the fingerprint has no passage '{address}'"
            yield checked.problem(
                source, message, "passages", index, "address", hint="make it anew: nox -s fingerprint"
            )
    for index, address in enumerate(printed):
        if address not in listed:
            message = f"the source lists no passage '{address}'"
            yield checked.problem(print_, message, "passages", index, "address", hint="list it, used or left out")
    if sorted(listed) == sorted(printed) and listed != printed:
        yield checked.problem(source, "the passages stand in another order than in the text", "passages")


def _mismatch(passage: Passage, print_: PassagePrint, source: str) -> Iterator[tuple[str, str]]:
    for field, position in (("starts", 0), ("ends", -1)):
        words = words_of(getattr(passage, field))
        # Fewer words than a shingle has cannot be compared.
        if len(words) < min(SHINGLE, print_.words):
            continue
        hashes = hash_shingles(words, source)
        same = print_.hashes[: len(hashes)] if position == 0 else print_.hashes[-len(hashes) :]
        if hashes != same:
            yield field, f"the passage does not {'begin' if position == 0 else 'end'} with these words"


def passages_begin_and_end_as_they_say(checked: Checked) -> Iterator[Problem]:
    """The first and last words of a passage, from three on, are those of the text."""
    for source in checked.dossier.sources:
        print_ = checked.dossier.fingerprint.get(source.id)
        # A fingerprint that was changed by hand is told as such.
        is_sound = print_ is not None and digest_of(print_.passages) == print_.digest
        for index, passage in enumerate(source.passages if is_sound else ()):
            one = print_.passage.get(passage.address) if print_ else None
            for field, message in _mismatch(passage, one, source.id) if one else ():
                yield checked.problem(source, f"{passage.address}: {message}", "passages", index, field)
