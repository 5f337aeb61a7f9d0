"""Verifies a long quotation: a block of words that can go on from one passage to the next."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from macros.evidence.placing import Span, forms_of
from macros.evidence.verification import Finding
from macros.evidence.words import Word, amount, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint

FEWEST_IN_BLOCK = 26
MOST_IN_BLOCK = 60
"""A shorter quotation stands in our sentence. A longer one would republish the source."""

Piece = tuple[PassageFingerprint, Span]
"""A passage, and the positions of the first and last of its words that are quoted."""


def _begins(words: Sequence[Word], passage: PassageFingerprint, fingerprint: Fingerprint) -> Iterator[int]:
    """The positions in a passage from which words stand in it, up to its end or to the last of the words."""
    size = fingerprint.shingle
    for start in range(passage.words - size + 1):
        count = min(len(words), passage.words - start)
        forms = forms_of(words[:count], fingerprint) if count >= size else ()
        if forms and all(one in form for one, form in zip(passage.exact[start:], forms, strict=False)):
            yield start


def _pieces(
    words: Sequence[Word], passages: Sequence[PassageFingerprint], fingerprint: Fingerprint
) -> list[Piece] | None:
    """Where words stand in passages that follow each other, the first of them from any word on; None if they do not."""
    for start in _begins(words, passages[0], fingerprint) if passages else ():
        count = min(len(words), passages[0].words - start)
        piece = (passages[0], (start, start + count - 1))
        if count == len(words):
            return [piece]
        rest = _pieces(words[count:], passages[1:], fingerprint)
        if rest and rest[0][1][0] == 0:
            return [piece, *rest]
    return None


def _found(words: Sequence[Word], addresses: Collection[str], fingerprint: Fingerprint) -> list[Piece] | None:
    """Where words stand in the named passages, of which only neighbours can have one part each."""
    for start in range(len(fingerprint.passages)):
        run = list(takewhile(lambda one: one.address in addresses, fingerprint.passages[start:]))
        if pieces := _pieces(words, run, fingerprint):
            return pieces
    return None


def passages_of_block(text: str, addresses: Collection[str], fingerprint: Fingerprint) -> list[str]:
    """The addresses of the passages from which a long quotation is."""
    return [passage.address for passage, _ in _found(words_of(text), addresses, fingerprint) or ()]


def _problems_of_denial(pieces: list[Piece]) -> Iterator[Finding]:
    (opening, (start, _)), (closing, (_, end)) = pieces[0], pieces[-1]
    for _, own, last in opening.denied:
        if own < start <= last:
            where = f"word {own + 1} of {opening.address}"
            yield Finding(f"the long quotation leaves out the denial before it, {where}", "quote that word too")
    for first, own, _ in closing.denied:
        if first <= end < own:
            where = f"word {own + 1} of {closing.address}"
            yield Finding(f"the long quotation leaves out the denial after it, {where}", "quote that word too")


def check_block(text: str, addresses: Sequence[str], fingerprint: Fingerprint) -> Finding | None:
    """Verifies a long quotation.

    Args:
        text: The words as published, without marks around them and without omissions.
        addresses: The passages in which they stand.
        fingerprint: The fingerprint of the source.

    Returns:
        None if the quotation is right, else what is wrong.
    """
    words = words_of(text)
    if not FEWEST_IN_BLOCK <= (count := amount(words)) <= MOST_IN_BLOCK:
        hint = f"{FEWEST_IN_BLOCK} to {MOST_IN_BLOCK} words are allowed; quote fewer in 'says'"
        return Finding(f"the long quotation has {count} word{'s' if count != 1 else ''}", hint)
    if "…" in text or "..." in text or "[" in text:
        return Finding("the long quotation is changed", "quote it without omissions and square brackets")
    passages = [passage for passage in fingerprint.passages if passage.address in addresses]
    pieces = _found(words, addresses, fingerprint)
    if pieces is None:
        return Finding(
            f"the long quotation is not in {' and '.join(addresses)}", _differing(words, passages, fingerprint)
        )
    return next(_problems_of_denial(pieces), None)


def _differing(words: Sequence[Word], passages: Sequence[PassageFingerprint], fingerprint: Fingerprint) -> str:
    """The first word that stands in none of the passages together with the words before it."""
    size = fingerprint.shingle
    known = {one for passage in passages for one in passage.exact}
    for start in range(len(words) - size + 1):
        (forms,) = forms_of(words[start : start + size], fingerprint)
        if forms.isdisjoint(known) and not _crosses(words, start, passages, fingerprint):
            return f"the words '{' '.join(word.typed for word in words[start : start + size])}' are not there"
    return "its parts are there, but not in this order, or less than three words of a sentence are quoted"


def _crosses(
    words: Sequence[Word], start: int, passages: Sequence[PassageFingerprint], fingerprint: Fingerprint
) -> bool:
    """Whether a shingle can go on from one passage to the next, so that no passage has it."""
    size = fingerprint.shingle
    for end in range(start + 1, start + size):
        left = words[max(0, end - size) : end]
        if len(left) == size and any(passage.exact[-1] in forms_of(left, fingerprint)[0] for passage in passages):
            return True
    return False
