"""Fingerprints: enough data to verify a quotation and to detect copying, but not the text of the source.

For every passage, the fingerprint keeps the ordered hashes of its overlapping three-word shingles (Broder, *On the
resemblance and containment of documents*, 1997). Each hash is a BLAKE2b digest (RFC 7693) of 32 bits, keyed with the id
of the source, so that equal words in two sources give different hashes. The two shingles that cross the boundary between
two passages are kept too, so that copying across sentences is detected.

What a fingerprint reveals: the number of words, and equal shingles within a source. Someone who has a text can check
whether it is the source. Someone who guesses long enough can confirm three words at a time. So a fingerprint makes it
hard to recover the text, but not impossible.

Probabilities: two different shingles have the same hash with probability 2^-32. A wrong quotation of three words passes
by accident in a passage of 40 words with a probability of about 1 in 100 million; a run of eight words has six hashes in
a row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from macros.evidence.words import SHINGLE, Word, shingles_of, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint

DIGEST_BYTES = 4
"""Length of a hash. Shorter hashes match more texts and so reveal less. The probabilities above are for this length."""


def hash_shingles(words: list[Word], key: str, every: int = 1) -> tuple[str, ...]:
    """The hashes of the shingles of a text, in order.

    Args:
        words: The words.
        key: Id of the source. Only its first 64 bytes are used (the limit of BLAKE2b).
        every: 1 for all shingles, 2 for the second, the fourth, and so on.
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
    """How many hashes from the start of `needle` are in a row somewhere in `hay`."""
    best = 0
    for start in (index for index, value in enumerate(hay) if needle and value == needle[0]):
        length = 0
        while length < len(needle) and start + length < len(hay) and needle[length] == hay[start + length]:
            length += 1
        best = max(best, length)
    return best


def position_of(needle: Sequence[str], hay: Sequence[str], start: int = 0) -> int | None:
    """Where the whole of `needle` is in `hay`, at `start` or later; None if it is not there."""
    for index in range(start, len(hay) - len(needle) + 1):
        if tuple(hay[index : index + len(needle)]) == tuple(needle):
            return index
    return None
