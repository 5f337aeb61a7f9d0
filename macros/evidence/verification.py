"""Verifies quotations word for word against a fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from macros.evidence.cue_words import CUE_WORDS
from macros.evidence.fingerprint import longest_match
from macros.evidence.placing import Phrases, Span, forms_of, places_within, spans_of, ways
from macros.evidence.quotations import MOST_WORDS, Quotation
from macros.evidence.words import Word, amount, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint

MOST_INSERTED = 4
"""Most words in square brackets. More words would be a sentence of ours inside the quotation."""

_GAP = regex.compile(r"…|\.\.\.|\[([^\]]*)\]")
_CAPITAL_CHANGED = regex.compile(r"\[(\p{L})\](?=\p{L})")
"""A capital that was made a small letter, or the reverse: "[t]he"."""

_NEAR = 4
"""A denial of ours that belongs to a quotation is among so many words before or after it."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with a quotation, and a hint."""

    message: str
    hint: str = ""


def _typed(words: Sequence[Word]) -> str:
    """Words for a message. Where a script writes no blanks, the message has none either."""
    texts = [word.typed if word.script else f" {word.typed} " for word in words]
    return " ".join("".join(texts).split())


def _parts_of(quotation: str) -> list[list[Word]]:
    """The words of a quotation, split at ellipses and at insertions in square brackets."""
    return [words for words in map(words_of, _GAP.split(_CAPITAL_CHANGED.sub(r"\1", quotation))[::2]) if words]


def _nearest(words: list[Word], fingerprint: Fingerprint) -> str:
    """The nearest passage for a part of a quotation, and the first word that differs."""
    forms = forms_of(words, fingerprint)
    matched, address = max((longest_match(forms, p.exact), p.address) for p in fingerprint.passages)
    if matched == len(forms):
        return f"'{_typed(words)}' is in {address}"
    if not matched:
        return f"no passage has the words '{_typed(words[: fingerprint.shingle])}'"
    differing = words[matched + fingerprint.shingle - 1]
    return f"the nearest passage is {address}; the first word that differs is '{differing.exact}{differing.mark}'"


def _problems_of_length(quotation: Quotation, parts: list[list[Word]], size: int) -> Iterator[Finding]:
    count = amount(word for words in parts for word in words)
    if not parts or count > MOST_WORDS:
        message = f"the quotation {quotation} has {count} word{'s' if count != 1 else ''}"
        yield Finding(message, f"at most {MOST_WORDS} words are allowed" if parts else "quote at least one word")
    elif (total := count + sum(amount(words_of(text)) for text in quotation.joined)) > MOST_WORDS:
        yield Finding(
            f"the quotation {quotation} and those directly before it have {total} words",
            f"together they are one quotation; at most {MOST_WORDS} words are allowed",
        )
    for words in parts if len(parts) > 1 else ():
        if len(words) < size:
            message = f"the part '{_typed(words)}' of the quotation is too short to verify"
            yield Finding(message, f"each part needs at least {size} words")


def _problems_of_insertions(quotation: Quotation) -> Iterator[Finding]:
    text = _CAPITAL_CHANGED.sub(r"\1", quotation.text).strip()
    inserted = [found[1] for found in _GAP.finditer(text) if found[1] is not None]
    if regex.search(r"[\p{L}\p{N}]\[|\][\p{L}\p{N}]", text):
        yield Finding(
            f"a word of the quotation {quotation} is changed by brackets", "replace the whole word, or quote it"
        )
    if inserted and (text.startswith("[") or text.endswith("]")):
        yield Finding(
            f"the quotation {quotation} begins or ends with words of ours", "write them outside the quotation"
        )
    if amount(words_of(" ".join(inserted))) > MOST_INSERTED:
        yield Finding(
            f"more than {MOST_INSERTED} words are added to the quotation {quotation}", "write them outside it"
        )
    for words in inserted:
        if any(one.negations.search(words) or one.reversals.search(words) for one in CUE_WORDS.values()):
            yield Finding(f"'[{words}]' turns the meaning of the quotation {quotation}", "quote only what is said")


def _denies(text: str) -> bool:
    return any(words.negations.search(text) for words in CUE_WORDS.values())


def _problems_of_denial(
    quotation: Quotation, parts: list[list[Word]], places: list[Span], passage: PassageFingerprint
) -> Iterator[Finding]:
    start, end = places[0][0], places[-1][1]
    before = " ".join(re.split(r"[.?!;:,]\s", quotation.before)[-1].split()[-_NEAR:])
    after = " ".join((quotation.after or "").split()[:_NEAR])
    for first, own, last in passage.denied:
        where = f"word {own + 1} of {passage.address}"
        if own < start <= last and not _denies(before):
            hint = "quote the word that denies too, or deny it directly before the quotation"
            yield Finding(f"the quotation {quotation} leaves out the denial before it, {where}", hint)
        if first <= end < own and quotation.after is not None and not _denies(after):
            hint = "quote the word that denies too, or deny it directly after the quotation"
            yield Finding(f"the quotation {quotation} leaves out the denial after it, {where}", hint)
        for words, (_, until), (following, _) in zip(parts, places, places[1:], strict=False):
            if until < own < following:
                message = f"the quotation {quotation} leaves out a word that denies, {where}"
                yield Finding(message, "quote that word, or make two quotations")
            if own == until:
                message = (
                    f"after '{words[-1].typed}', the quotation {quotation} no longer denies what the source denies"
                )
                yield Finding(message, "quote the words after it")
    is_denied = any(own < start <= last or start == own for _, own, last in passage.denied)
    if not is_denied and (denying := re.search(r"(?<!\w)(?:not|no|never|without|nor|neither)$", before, re.IGNORECASE)):
        message = f"'{denying.group()}' denies the quotation {quotation}, but {passage.address} does not"
        yield Finding(message, "quote what the source says of it")


def _no_phrases(_: str) -> Iterable[str]:
    return ()


def check_quotation(
    quotation: Quotation, addresses: Iterable[str], fingerprint: Fingerprint, phrases: Phrases = _no_phrases
) -> Finding | None:
    """Verifies a quotation.

    Args:
        quotation: The quotation; "…" and "[…]" split it, and each part is verified.
        addresses: The passages that it is said to come from. One of them must contain all parts.
        fingerprint: The fingerprint of the source.
        phrases: The phrases by which one or two words can be proved; see `macros.evidence.placing`.

    Returns:
        None if the quotation is right, else what is wrong.
    """
    size = fingerprint.shingle
    candidates = [fingerprint.passage[address] for address in addresses if address in fingerprint.passage]
    parts = _parts_of(quotation.text)
    if "[" not in quotation.text and len(parts) > 1:
        # The ellipsis can be that of the source, which leaves nothing out.
        whole = words_of(quotation.text)
        if any(spans_of(whole, passage, fingerprint, phrases) for passage in candidates):
            parts = [whole]
    if wrong := [*_problems_of_insertions(quotation), *_problems_of_length(quotation, parts, size)]:
        return wrong[0]
    findings = [
        _finding_in(quotation, parts, places, passage, fingerprint)
        for passage in candidates
        for places in ways([spans_of(words, passage, fingerprint, phrases) for words in parts])
    ]
    if findings:
        return None if None in findings else findings[0]
    where = " or ".join(passage.address for passage in candidates) or "any passage"
    if len(parts[0]) < size:
        return _unproved(quotation, parts[0], [text for p in candidates for text in phrases(p.address)], size)
    missing = next(
        (words for words in parts if not any(spans_of(words, p, fingerprint, phrases) for p in candidates)), parts[0]
    )
    return Finding(f"the quotation {quotation} is not in {where}", _nearest(missing, fingerprint))


def _unproved(quotation: Quotation, words: list[Word], phrases: list[str], size: int) -> Finding | None:
    """What is wrong with a quotation of one or two words that no phrase of the passage proves."""
    known = (phrase for phrase in map(words_of, phrases) if len(phrase) >= size)
    if any(True for phrase in known for _ in places_within(words, phrase)):
        return None  # The passage does not have that phrase; the check of fingerprints reports it.
    hint = "add the words around it, three to five as published, to 'phrases' of its passage"
    return Finding(f"nothing proves the quotation {quotation}, which is too short to verify by itself", hint)


def _finding_in(
    quotation: Quotation,
    parts: list[list[Word]],
    places: list[Span],
    passage: PassageFingerprint,
    fingerprint: Fingerprint,
) -> Finding | None:
    size = fingerprint.shingle
    joined = [words for text in quotation.joined for words in _parts_of(text) if len(words) >= size]
    beside = [words for words in joined if spans_of(words, passage, fingerprint, _no_phrases)]
    if sum(map(len, (*parts, *beside))) >= passage.words:
        return Finding(f"the quotation {quotation} is the whole passage {passage.address}", "quote only a part of it")
    return next(_problems_of_denial(quotation, parts, places, passage), None)
