"""Tells whether a source writes a name, as far as its fingerprint can prove it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.quotations import check_quotation, quotations_in
from macros.evidence.words import words_of
from macros.models.dossier import Dossier
from macros.models.source import Source


def _known_words(dossier: Dossier, source: Source) -> Iterator[str]:
    """Words of the source that the dossier has: those by which passages are found, and quotations."""
    for passage in source.passages:
        yield from (passage.starts, passage.ends)
    for statement in dossier.statements:
        if statement.source == source.id:
            yield from quotations_in(statement.says)


def _is_within(name: str, phrase: str) -> bool:
    wanted, words = ([word.normal for word in words_of(text)] for text in (name, phrase))
    return any(words[start : start + len(wanted)] == wanted for start in range(len(words)))


def is_written(dossier: Dossier, name: str) -> bool:
    """Whether a source of the base layer has a name in one of its passages.

    A fingerprint has no single words. So a short name must stand in a longer phrase that the dossier has, and that the fingerprint
    confirms.
    """
    return any(
        _is_within(name, phrase) and not check_quotation(phrase, fingerprint.passage, fingerprint)
        for source in dossier.base_layer
        if (fingerprint := dossier.fingerprint.get(source.id))
        for phrase in (name, *_known_words(dossier, source))
    )
