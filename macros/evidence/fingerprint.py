"""Fingerprints: enough data to verify a quotation and to detect copying, but not the text of the source.

For every passage, the fingerprint keeps the ordered hashes of its overlapping three-word shingles (Broder, *On the
resemblance and containment of documents*, 1997), in two forms of the words: one for finding copies, one for verifying
quotations (see `macros.evidence.words`). Each hash is a BLAKE2b digest (RFC 7693) of 32 bits, keyed with the id of the
source, so that equal words in two sources give different hashes. The shingles that cross the boundary between two passages
are kept too, so that copying across sentences is detected. The positions of words that deny are kept, so that a quotation
cannot leave one out.

What a fingerprint reveals: the number of words, where it denies something, and equal shingles within a source. Someone who
has a text can check whether it is the source. Someone who guesses long enough can confirm three words at a time. So a
fingerprint makes it hard to recover the text, but not impossible.

Probabilities: two different shingles have the same hash with probability 2^-32. A wrong quotation of three words passes
by accident in a passage of 40 words with a probability of about 1 in 10 million, because its ends have up to ten forms; a
run of eight words has six hashes in a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from macros.evidence.cue_words import CUE_WORDS
from macros.evidence.words import RULE, Word, prepared, shingle_size, shingles_of, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint

DIGEST_BYTES = 4
"""Length of a hash. Shorter hashes match more texts and so reveal less. The probabilities above are for this length."""

_FARTHEST_DENIED = 6
"""A word that denies can deny this many words after it, up to the end of the clause or a word that begins another."""


def hashed(shingles: Iterable[str], key: str) -> tuple[str, ...]:
    """The hash of each shingle.

    Args:
        shingles: The shingles.
        key: Id of the source. Only its first 64 bytes are used (the limit of BLAKE2b).
    """
    secret = key.encode()[:64]
    return tuple(blake2b(one.encode(), digest_size=DIGEST_BYTES, key=secret).hexdigest() for one in shingles)


def normal_hashes(words: list[str], key: str, size: int, every: int = 1) -> tuple[str, ...]:
    """The hashes of the shingles of a text for finding copies, in order.

    Args:
        words: The words in their normal form.
        key: Id of the source.
        size: Number of words in a shingle.
        every: 1 for all shingles, 2 for the second, the fourth, and so on.
    """
    return hashed(shingles_of(words, size)[every - 1 :: every], key)


def exact_hashes(words: Sequence[Word], key: str, size: int) -> tuple[str, ...]:
    """The hashes of the shingles of a text for verifying quotations, in order."""
    return hashed(shingles_of([word.form for word in words], size), key)


def digest_of(passages: Sequence[PassageFingerprint], rule: int, shingle: int) -> str:
    """A hash of a whole fingerprint (BLAKE2b, 128 bits). That of rule 1 has only what that rule knew."""
    fields = [(p.hashes, p.onward, p.exact, p.denials)[: 2 if rule == 1 else 4] for p in passages]
    text = "\n".join(
        f"{passage.address} {passage.words} {' / '.join(map(' '.join, values))}"
        for passage, values in zip(passages, fields, strict=True)
    )
    text = text if rule == 1 else f"rule {rule}, shingle {shingle}\n{text}"
    return blake2b(text.encode(), digest_size=16).hexdigest()


def is_sound(fingerprint: Fingerprint) -> bool:
    """Whether nobody has changed a fingerprint by hand."""
    return digest_of(fingerprint.passages, fingerprint.rule, fingerprint.shingle) == fingerprint.digest


def denials_in(text: str, words: Sequence[Word], language: str) -> Iterator[tuple[int, int, int]]:
    """Each word of a text that denies: the first word that it can deny, its own position, and the last word that it can deny.

    Args:
        text: The text.
        words: Its words.
        language: Its language. Nothing is found in a language that has no list of such words.
    """
    lists = CUE_WORDS.get(language.split("-")[0])
    if not lists:
        return
    for found in lists.denials.finditer(prepared(text)):
        own = next(index for index, word in enumerate(words) if word.end > found.start())
        # What stands directly before it is denied too: "would" in "would not".
        first = own - 1 if own and not words[own - 1].mark else own
        last = next((index for index, word in enumerate(words) if word.end >= found.end()), own)
        while (
            last + 1 < len(words)
            and last - own < _FARTHEST_DENIED
            and not words[last].mark
            and words[last + 1].normal not in lists.new_clause
        ):
            last += 1
        yield first, own, last


def make_fingerprint(source: str, passages: Mapping[str, str], language: str = "en") -> Fingerprint:
    """Makes the fingerprint of a text.

    Args:
        source: Id of the source.
        passages: Text of every passage by its address, in the order of the document.
        language: Language of the text.
    """
    all_words = {address: words_of(text) for address, text in passages.items()}
    size = shingle_size([word for words in all_words.values() for word in words])
    addresses = list(passages)
    prints = []
    for index, address in enumerate(addresses):
        words = all_words[address]
        following = [word for later in addresses[index + 1 :] for word in all_words[later]]
        edge = [word.normal for word in words[-(size - 1) :] + following[: size - 1]]
        prints.append(
            PassageFingerprint(
                address=address,
                words=len(words),
                hashes=normal_hashes([word.normal for word in words], source, size),
                onward=normal_hashes(edge, source, size) if following and len(edge) >= size else (),
                exact=exact_hashes(words, source, size),
                denials=tuple("-".join(map(str, one)) for one in denials_in(passages[address], words, language)),
            )
        )
    digest = digest_of(prints, RULE, size)
    return Fingerprint(source=source, rule=RULE, shingle=size, digest=digest, passages=tuple(prints))


def longest_match(needle: Sequence[frozenset[str]], hay: Sequence[str]) -> int:
    """How many hashes from the start of `needle` are in a row somewhere in `hay`. Each place of it has several forms."""
    best = 0
    for start in (index for index, value in enumerate(hay) if needle and value in needle[0]):
        length = 0
        while length < len(needle) and start + length < len(hay) and hay[start + length] in needle[length]:
            length += 1
        best = max(best, length)
    return best


def position_of(needle: Sequence[frozenset[str]], hay: Sequence[str], start: int = 0) -> int | None:
    """Where the whole of `needle` is in `hay`, at `start` or later; None if it is not there."""
    for index in range(start, len(hay) - len(needle) + 1):
        if all(value in forms for value, forms in zip(hay[index:], needle, strict=False)):
            return index
    return None
