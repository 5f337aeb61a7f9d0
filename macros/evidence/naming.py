"""Finds out whether a source has some words or a name, as far as its fingerprint can prove it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.fingerprint import hashed, position_of
from macros.evidence.quotations import quotations_in
from macros.evidence.words import plain_words, shingles_of, words_of
from macros.models.dossier import Dossier
from macros.models.fingerprint import Fingerprint, PassageFingerprint
from macros.models.source import Source

_ENDS = ("", *".,;:?!")
"""Punctuation that can follow a phrase in a passage, and that an editor may leave out."""


def has_words(passage: PassageFingerprint, phrase: str, fingerprint: Fingerprint) -> bool:
    """Whether a passage has a phrase as it stands, signs and currencies included. A phrase of fewer than three words is never found."""
    words = words_of(phrase)
    texts = [word.form for word in words]
    for mark in (words[-1].mark, *_ENDS) if len(words) >= fingerprint.shingle else ():
        shingles = shingles_of([*texts[:-1], words[-1]._replace(mark=mark).form], fingerprint.shingle)
        if position_of([frozenset({one}) for one in hashed(shingles, fingerprint.source)], passage.exact) is not None:
            return True
    return False


def _known_words(dossier: Dossier, source: Source) -> Iterator[str]:
    """Words of the source that the dossier has: those by which passages are found, and quotations."""
    for passage in source.passages:
        yield from (passage.starts, passage.ends)
    for statement in dossier.statements:
        if statement.source == source.id:
            yield from (quotation.text for quotation in quotations_in(statement.says))


def _is_within(name: str, phrase: str) -> bool:
    wanted, words = plain_words(name), plain_words(phrase)
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words)))


def is_written(dossier: Dossier, name: str) -> bool:
    """Whether a source of the base layer has a name in one of its passages.

    A fingerprint has no single words. So a short name must stand in a longer phrase that the dossier has, and that the fingerprint
    confirms.
    """
    return any(
        _is_within(name, phrase) and any(has_words(passage, phrase, fingerprint) for passage in fingerprint.passages)
        for source in dossier.base_layer
        if (fingerprint := dossier.fingerprint.get(source.id))
        for phrase in (name, *_known_words(dossier, source))
    )
