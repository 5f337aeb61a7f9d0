"""Finds borrowed sentences: runs of words in our own text that are also in a source, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.evidence.fingerprint import hash_shingles
from macros.evidence.words import SHINGLE, words_of
from macros.models.fingerprint import Fingerprint

LONGEST_RUN = 7
"""Words in a row that our text may share with a source outside a quotation; DESIGN forbids eight."""

_FEWEST_HASHES = LONGEST_RUN + 1 - SHINGLE + 1
"""Number of hashes in the shortest run that is too long. To notice such a run, it is enough to look up one hash in this
many."""

_SHORTEST = 2 * LONGEST_RUN + 1
"""Number of characters in the shortest text that can contain a run that is too long: eight words of one letter, and seven
separators. This is certain only for a text in ASCII, because some Unicode characters normalise to several words."""


@dataclass(frozen=True)
class Borrowed:
    """A run of words that is also in a source."""

    words: str
    source: str
    address: str


def borrowed_runs(text: str, fingerprint: Fingerprint) -> Iterator[Borrowed]:
    """Runs of at least eight words of a text that are also in a source.

    Args:
        text: A part of our own text, without quotations.
        fingerprint: The fingerprint of the source.
    """
    if len(text) < _SHORTEST and text.isascii():
        return
    words = words_of(text)
    if len(words) <= LONGEST_RUN:
        return
    if fingerprint.places.keys().isdisjoint(hash_shingles(words, fingerprint.source, every=_FEWEST_HASHES)):
        return
    hashes = hash_shingles(words, fingerprint.source)
    start = 0
    while start < len(hashes):
        runs = [(_run(hashes, start, fingerprint, place), place) for place in fingerprint.places.get(hashes[start], ())]
        length, place = max(runs, default=(0, 0))
        if length >= _FEWEST_HASHES:
            typed = " ".join(word.typed for word in words[start : start + length + SHINGLE - 1])
            yield Borrowed(typed, fingerprint.source, fingerprint.stream[place][1])
        start += max(1, length)


def _run(hashes: tuple[str, ...], start: int, fingerprint: Fingerprint, place: int) -> int:
    length = 0
    while (
        start + length < len(hashes)
        and place + length < len(fingerprint.stream)
        and hashes[start + length] == fingerprint.stream[place + length][0]
    ):
        length += 1
    return length
