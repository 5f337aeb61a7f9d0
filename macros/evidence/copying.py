"""Finds borrowed sentences: runs of words in our own text that are also in a source, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.evidence.fingerprint import normal_hashes
from macros.evidence.quotations import MOST_WORDS, parted
from macros.evidence.words import SHINGLE, Word, amount, plain_words, words_of
from macros.models.fingerprint import Fingerprint

LONGEST_RUN = 7
"""Words in a row that our text may share with a source outside a quotation; DESIGN forbids eight."""

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
    """Runs of words of a text that are also in a source, and of which at least eight are not in quotation marks.

    A run goes on through a quotation and through the marks around it. Otherwise a short quotation in the middle would
    hide a borrowed sentence. A run that is only quoted, but longer than a quotation may be, is found too.

    Args:
        text: A text of ours, with its quotations between “ and ”.
        fingerprint: The fingerprint of the source.
    """
    if len(text) < _SHORTEST and text.isascii():
        return
    plain, key, size = plain_words(text), fingerprint.source, fingerprint.shingle
    # Every run that is too long has this many hashes in a row, so it is enough to look up one in so many.
    fewest = max(1, LONGEST_RUN + 1 - size + 1)
    if len(plain) <= LONGEST_RUN or fingerprint.places.keys().isdisjoint(normal_hashes(plain, key, size, fewest)):
        return
    words: list[tuple[Word, int | None]] = []
    for index, (quoted, part) in enumerate(parted(text)):
        of_part = words_of(part)
        # Quotation marks around a word here and there do not make copied words a quotation.
        words += [(word, index if quoted and len(of_part) >= SHINGLE else None) for word in of_part]
    hashes = normal_hashes(plain, key, size)
    start = 0
    while start < len(hashes):
        runs = [(_run(hashes, start, fingerprint, place), place) for place in fingerprint.places.get(hashes[start], ())]
        length, place = max(runs, default=(0, 0))
        run = words[start : start + length + size - 1] if length else []
        if _is_too_long(run):
            yield Borrowed(" ".join(word.typed for word, _ in run), key, fingerprint.stream[place][1])
            start += length
        else:
            # A longer run can begin at the next word, at another place in the source.
            start += 1


def _is_too_long(run: list[tuple[Word, int | None]]) -> bool:
    ours = [word for word, quotation in run if quotation is None]
    # One quotation that is too long is reported where quotations are verified.
    is_one = len({quotation for _, quotation in run}) == 1
    return amount(ours) > LONGEST_RUN or (not is_one and amount(word for word, _ in run) > MOST_WORDS)


def _run(hashes: tuple[str, ...], start: int, fingerprint: Fingerprint, place: int) -> int:
    length = 0
    while (
        start + length < len(hashes)
        and place + length < len(fingerprint.stream)
        and hashes[start + length] == fingerprint.stream[place + length][0]
    ):
        length += 1
    return length
