"""Finds where words are in a passage, as far as its fingerprint can prove it.

A fingerprint has the hashes of three words in a row, so it can prove where three or more words are. It cannot prove one or two
words: hashes of single words would give the text away to anybody with a dictionary. So one or two words are proved by a longer
phrase around them that the dossier has, and that the fingerprint confirms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from macros.evidence.fingerprint import hashed, position_of
from macros.evidence.quotations import quotations_in
from macros.evidence.words import Word, words_of
from macros.models.dossier import Dossier
from macros.models.fingerprint import Fingerprint, PassageFingerprint

FREE_MARKS = ("", ",", ".", ";", ":")
"""Punctuation after the last word of a quotation follows the sentence around it, so it may differ from the source."""

Forms = tuple[frozenset[str], ...]
"""The hashes of the shingles of a part of a quotation, each in all forms that are right."""

Span = tuple[int, int]
"""The positions of the first and last word of a part in a passage."""

Phrases = Callable[[str], Iterable[str]]
"""The phrases that the dossier has of a passage, by the address of the passage."""


def phrases_of(dossier: Dossier, source: str) -> Phrases:
    """The phrases that the dossier has of the passages of a source: those that an editor recorded, and longer quotations."""

    def of_passage(address: str) -> Iterator[str]:
        passage = dossier.passage(source, address)
        yield from (passage.starts, passage.ends, *passage.numbers, *passage.phrases)
        for statement in dossier.statements_in(dossier.source[source], passage):
            yield from (quotation.text for quotation in quotations_in(statement.says))

    return of_passage


def _with_other_capital(word: Word) -> Word:
    """A word with the other case of its first letter, if only that letter can be a capital."""
    rest = word.exact[1:]
    return word._replace(exact=word.exact[:1].swapcase() + rest) if rest == rest.lower() else word


def forms_of(words: Sequence[Word], fingerprint: Fingerprint) -> Forms:
    """The hashes that a part can have in the source: its first capital and its last punctuation mark may differ."""
    size = fingerprint.shingle
    last = words[-1]
    heads = dict.fromkeys((words[0].form, _with_other_capital(words[0]).form))
    tails = [last._replace(mark=mark).form for mark in (FREE_MARKS if last.mark in FREE_MARKS else (last.mark,))]
    texts = [word.form for word in words]
    forms = []
    for start in range(len(words) - size + 1):
        shingle = texts[start : start + size]
        begins = heads if start == 0 else [shingle[0]]
        ends = tails if start + size == len(words) else [shingle[-1]]
        variants = [" ".join((begin, *shingle[1:-1], end)) for begin in begins for end in ends]
        forms.append(frozenset(hashed(variants, fingerprint.source)))
    return tuple(forms)


def _long_spans(words: Sequence[Word], passage: PassageFingerprint, fingerprint: Fingerprint) -> Iterator[Span]:
    forms = forms_of(words, fingerprint)
    found = position_of(forms, passage.exact)
    while found is not None:
        yield found, found + len(words) - 1
        found = position_of(forms, passage.exact, found + 1)


def _is_same(word: Word, other: Word, *, is_first: bool, is_last: bool) -> bool:
    free = is_last and {word.mark, other.mark} <= set(FREE_MARKS)
    exacts = {word.exact, _with_other_capital(word).exact} if is_first else {word.exact}
    return other.exact in exacts and (free or word.mark == other.mark)


def places_within(words: Sequence[Word], phrase: Sequence[Word]) -> Iterator[int]:
    """Where words are in a phrase, letter for letter."""
    end = len(words) - 1
    for start in range(len(phrase) - end):
        pairs = zip(words, phrase[start:], strict=False)
        if all(_is_same(*pair, is_first=i == 0, is_last=i == end) for i, pair in enumerate(pairs)):
            yield start


def spans_of(
    words: Sequence[Word], passage: PassageFingerprint, fingerprint: Fingerprint, phrases: Phrases
) -> list[Span]:
    """All places of a passage where words provably are.

    Args:
        words: The words of a part of a quotation.
        passage: The fingerprint of the passage.
        fingerprint: The fingerprint of the source.
        phrases: The phrases by which fewer words than a shingle can be proved.
    """
    if len(words) >= fingerprint.shingle:
        return list(_long_spans(words, passage, fingerprint))
    found: dict[Span, None] = {}
    for phrase in map(words_of, phrases(passage.address)):
        inside = list(places_within(words, phrase)) if len(phrase) >= fingerprint.shingle else []
        for begin, _ in _long_spans(phrase, passage, fingerprint) if inside else ():
            found |= dict.fromkeys((begin + start, begin + start + len(words) - 1) for start in inside)
    return list(found)


def ways(spans: Sequence[Sequence[Span]], after: int = -1) -> Iterator[list[Span]]:
    """All ways in which the parts of a quotation can stand in a passage one after the other.

    Args:
        spans: For each part, all places where it is.
        after: The position after which the first part must begin.
    """
    if not spans:
        yield []
        return
    for span in spans[0]:
        if span[0] > after:
            yield from ([span, *rest] for rest in ways(spans[1:], span[1]))
