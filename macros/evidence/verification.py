"""Verifies quotations word for word against a fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from macros.evidence.cue_words import CUE_WORDS
from macros.evidence.fingerprint import hashed, longest_match, position_of
from macros.evidence.quotations import FEWEST_WORDS, MOST_WORDS, Quotation
from macros.evidence.words import Word, amount, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint

MOST_INSERTED = 4
"""Most words in square brackets. More words would be a sentence of ours inside the quotation."""

_GAP = regex.compile(r"…|\.\.\.|\[([^\]]*)\]")
_CAPITAL_CHANGED = regex.compile(r"\[(\p{L})\](?=\p{L})")
"""A capital that was made a small letter, or the reverse: "[t]he"."""

_FREE_MARKS = ("", ",", ".", ";", ":")
"""Punctuation after the last word of a quotation follows the sentence around it, so it may differ from the source."""

Forms = tuple[frozenset[str], ...]
"""The hashes of the shingles of a part of a quotation, each in all forms that are right."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with a quotation, and a hint."""

    message: str
    hint: str = ""


@dataclass(frozen=True)
class _Part:
    """A part of a quotation without omissions, and what is inserted after it: None at the end, empty for an omission."""

    words: list[Word]
    inserted: str | None

    @property
    def typed(self) -> str:
        return " ".join(word.typed for word in self.words)


def _parts_of(quotation: str) -> list[_Part]:
    """A quotation, split at ellipses and at insertions in square brackets."""
    pieces = _GAP.split(_CAPITAL_CHANGED.sub(r"\1", quotation))
    pairs = zip(pieces[::2], [*(inserted or "" for inserted in pieces[1::2]), None], strict=True)
    parts = [_Part(words_of(text), inserted) for text, inserted in pairs]
    # Two gaps in a row are one gap, and one at either end leaves out nothing between words.
    return [part for part in parts if part.words]


def _forms(words: Sequence[Word], fingerprint: Fingerprint) -> Forms:
    """The hashes that a part can have in the source: its first capital and its last punctuation mark may differ."""
    size = fingerprint.shingle
    firsts = (words[0].exact, words[0].exact[:1].swapcase() + words[0].exact[1:])
    marks = _FREE_MARKS if words[-1].mark in _FREE_MARKS else (words[-1].mark,)
    texts = [word.exact + word.mark for word in words]
    forms = []
    for start in range(len(words) - size + 1):
        shingle = texts[start : start + size]
        heads = [f"{first}{words[0].mark}" for first in firsts] if start == 0 else [shingle[0]]
        tails = [f"{words[-1].exact}{mark}" for mark in marks] if start + size == len(words) else [shingle[-1]]
        variants = [" ".join((head, *shingle[1:-1], tail)) for head in heads for tail in tails]
        forms.append(frozenset(hashed(variants, fingerprint.source)))
    return tuple(forms)


def _places_in(parts: Sequence[Forms], passage: PassageFingerprint, size: int) -> list[tuple[int, int]] | None:
    """The positions of the first and last word of each part in a passage, in order; None if one is not there."""
    places: list[tuple[int, int]] = []
    for part in parts:
        found = position_of(part, passage.exact, places[-1][1] + 1 if places else 0)
        if found is None:
            return None
        places.append((found, found + len(part) + size - 2))
    return places


def _nearest(part: _Part, forms: Forms, fingerprint: Fingerprint) -> str:
    """The nearest passage for a part of a quotation, and the first word that differs."""
    matched, address = max((longest_match(forms, p.exact), p.address) for p in fingerprint.passages)
    if matched == len(forms):
        return f"'{part.typed}' is in {address}"
    words = part.words
    if not matched:
        return f"no passage has the words '{' '.join(word.typed for word in words[: fingerprint.shingle])}'"
    differing = words[matched + fingerprint.shingle - 1]
    return f"the nearest passage is {address}; the first word that differs is '{differing.exact}{differing.mark}'"


def _problems_of_length(quotation: Quotation, parts: list[_Part], size: int) -> Iterator[Finding]:
    count = amount(word for part in parts for word in part.words)
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        yield Finding(
            f"the quotation {quotation} has {count} word{'s' if count != 1 else ''}",
            f"{FEWEST_WORDS} to {MOST_WORDS} words are allowed",
        )
    elif (total := count + sum(amount(words_of(text)) for text in quotation.joined)) > MOST_WORDS:
        yield Finding(
            f"the quotation {quotation} and those directly before it have {total} words",
            f"together they are one quotation; at most {MOST_WORDS} words are allowed",
        )
    for part in parts:
        if len(part.words) < size:
            message = f"the part '{part.typed}' of the quotation is too short to verify"
            yield Finding(message, f"each part needs at least {size} words")


def _problems_of_insertions(quotation: Quotation, parts: list[_Part]) -> Iterator[Finding]:
    if regex.search(r"[\p{L}\p{N}]\[|\][\p{L}\p{N}]", _CAPITAL_CHANGED.sub(r"\1", quotation.text)):
        yield Finding(
            f"a word of the quotation {quotation} is changed by brackets", "replace the whole word, or quote it"
        )
    for inserted in (part.inserted for part in parts if part.inserted):
        if amount(words_of(inserted)) > MOST_INSERTED:
            yield Finding(f"'[{inserted}]' is longer than {MOST_INSERTED} words", "write it outside the quotation")
        elif any(words.negations.search(inserted) or words.reversals.search(inserted) for words in CUE_WORDS.values()):
            yield Finding(f"'[{inserted}]' turns the meaning of the quotation {quotation}", "quote only what is said")


def _problems_of_denial(
    quotation: Quotation, parts: list[_Part], places: list[tuple[int, int]], passage: PassageFingerprint
) -> Iterator[Finding]:
    denied, start = passage.denied, places[0][0]
    sentence = re.split(r"[.?!;:]\s", quotation.before)[-1]
    denying = [found for words in CUE_WORDS.values() for found in words.negations.finditer(sentence)]
    reach = next((f"word {first + 1} of {passage.address}" for first, last in denied if first < start <= last), "")
    if reach and not denying:
        hint = "quote the word that denies too, or deny it before the quotation"
        yield Finding(f"the quotation {quotation} leaves out the denial before it, {reach}", hint)
    elif not reach and denying and denying[-1].end() == len(sentence.rstrip()):
        message = f"'{denying[-1].group()}' denies the quotation {quotation}, but {passage.address} does not"
        yield Finding(message, "quote what the source says of it")
    for part, (_, end), (following, _) in zip(parts, places, places[1:], strict=False):
        lost = [first for first, _ in denied if end < first < following]
        if lost:
            left_out = f"leaves out a word that denies, word {lost[0] + 1} of {passage.address}"
            yield Finding(f"the quotation {quotation} {left_out}", "quote that word, or make two quotations")
        elif any(first == end for first, _ in denied):
            message = (
                f"after '{part.words[-1].typed}', the quotation {quotation} no longer denies what the source denies"
            )
            yield Finding(message, "quote the words after it")


def check_quotation(quotation: Quotation, addresses: Iterable[str], fingerprint: Fingerprint) -> Finding | None:
    """Verifies a quotation.

    Args:
        quotation: The quotation; "…" and "[…]" split it, and each part is verified.
        addresses: The passages that it is said to come from. One of them must contain all parts.
        fingerprint: The fingerprint of the source.

    Returns:
        None if the quotation is right, else what is wrong.
    """
    parts = _parts_of(quotation.text)
    wrong = [*_problems_of_insertions(quotation, parts), *_problems_of_length(quotation, parts, fingerprint.shingle)]
    if wrong:
        return wrong[0]
    forms = [_forms(part.words, fingerprint) for part in parts]
    candidates = [fingerprint.passage[address] for address in addresses if address in fingerprint.passage]
    holding = [(places, one) for one in candidates if (places := _places_in(forms, one, fingerprint.shingle))]
    findings = [_finding_in(quotation, parts, places, passage, fingerprint) for places, passage in holding]
    if findings:
        return None if None in findings else findings[0]
    missing = next(
        (i for i, one in enumerate(forms) if not any(_places_in([one], p, fingerprint.shingle) for p in candidates)), 0
    )
    where = " or ".join(passage.address for passage in candidates) or "any passage"
    return Finding(
        f"the quotation {quotation} is not in {where}", _nearest(parts[missing], forms[missing], fingerprint)
    )


def _finding_in(
    quotation: Quotation,
    parts: list[_Part],
    places: list[tuple[int, int]],
    passage: PassageFingerprint,
    fingerprint: Fingerprint,
) -> Finding | None:
    joined = [part for text in quotation.joined for part in _parts_of(text)]
    size = fingerprint.shingle
    beside = [
        part
        for part in joined
        if len(part.words) >= size and _places_in([_forms(part.words, fingerprint)], passage, size)
    ]
    count = sum(len(part.words) for part in (*parts, *beside))
    if count >= passage.words:
        return Finding(f"the quotation {quotation} is the whole passage {passage.address}", "quote only a part of it")
    return next(_problems_of_denial(quotation, parts, places, passage), None)
