"""Fingerprints: enough of a source to verify a quotation and to catch copying, useless for reading.

For every passage we keep the ordered hashes of its overlapping three-word shingles (Broder, *On the
resemblance and containment of documents*, 1997), each a BLAKE2b digest (RFC 7693) of 32 bits, keyed with
the id of the source so that equal words in two sources give different hashes. Between two passages the
two shingles that straddle the boundary are kept too, so that copying across sentences shows.

What it reveals: the number of words, and equal shingles within a source. Who already holds a text can tell whether it is
the source; who guesses long enough can confirm three words at a time, so this is a fence and not a vault.

Odds: two different shingles share a hash with probability 2^-32. A quotation of three words passes by accident in a
passage of 40 words with odds of about 1 in 100 million; a run of eight words is six hashes in a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from macros.evidence.words import SHINGLE, Word, shingles_of, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint

DIGEST_BYTES = 4
"""Length of a hash. Shorter hashes fit more texts and so give less away; the odds above are for this length."""


def hash_shingles(words: list[Word], key: str, every: int = 1) -> tuple[str, ...]:
    """The hashes of the shingles of a text, in order.

    Args:
        words: The words.
        key: Id of the source; up to 64 bytes count (the limit of BLAKE2b).
        every: 1 for all shingles, 2 for the second, the fourth and so on.
    """
    secret = key.encode()[:64]
    return tuple(
        blake2b(shingle.encode(), digest_size=DIGEST_BYTES, key=secret).hexdigest()
        for shingle in shingles_of(words)[every - 1 :: every]
    )


def digest_of(passages: Sequence[PassageFingerprint]) -> str:
    """A hash of a whole fingerprint (BLAKE2b, 128 bits)."""
    text = "\n".join(f"{p.address} {p.words} {' '.join(p.hashes)} / {' '.join(p.onward)}" for p in passages)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def make_fingerprint(source: str, passages: Mapping[str, str]) -> Fingerprint:
    """Makes the fingerprint of a text.

    Args:
        source: Id of the source.
        passages: Text of every passage by its address, in the order of the document.
    """
    all_words = {address: words_of(text) for address, text in passages.items()}
    addresses = list(passages)
    prints = []
    for index, address in enumerate(addresses):
        words = all_words[address]
        following = [word for later in addresses[index + 1 :] for word in all_words[later]]
        edge = words[-(SHINGLE - 1) :] + following[: SHINGLE - 1]
        onward = hash_shingles(edge, source) if following and len(edge) >= SHINGLE else ()
        hashes = hash_shingles(words, source)
        prints.append(PassageFingerprint(address=address, words=len(words), hashes=hashes, onward=onward))
    return Fingerprint(source=source, digest=digest_of(prints), passages=tuple(prints))


def longest_match(needle: Sequence[str], hay: Sequence[str]) -> int:
    """How many hashes from the beginning of `needle` stand in a row somewhere in `hay`."""
    best = 0
    for start in (index for index, value in enumerate(hay) if needle and value == needle[0]):
        length = 0
        while length < len(needle) and start + length < len(hay) and needle[length] == hay[start + length]:
            length += 1
        best = max(best, length)
    return best


def position_of(needle: Sequence[str], hay: Sequence[str], start: int = 0) -> int | None:
    """Where `needle` stands whole in `hay`, at `start` or later; None where it does not."""
    for index in range(start, len(hay) - len(needle) + 1):
        if tuple(hay[index : index + len(needle)]) == tuple(needle):
            return index
    return None
