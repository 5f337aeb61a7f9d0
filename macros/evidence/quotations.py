"""Finds quotations in our texts, and verifies them word for word against a fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from macros.evidence.fingerprint import hash_shingles, longest_match, position_of
from macros.evidence.words import SHINGLE, Word, words_of
from macros.models.fingerprint import Fingerprint, PassageFingerprint

FEWEST_WORDS = 3
MOST_WORDS = 25

_QUOTATION = re.compile(r"“([^“”]*)”")
_GAP = re.compile(r"…|\.\.\.|\[[^\]]*\]")


@dataclass(frozen=True)
class Finding:
    """What is wrong with a quotation, and a hint."""

    message: str
    hint: str = ""


def quotations_in(text: str) -> list[str]:
    """The texts between “ and ”."""
    return _QUOTATION.findall(text)


def parted(text: str) -> list[tuple[bool, str]]:
    """The parts of a text in order, each with whether it is between quotation marks."""
    return [(bool(index % 2), part) for index, part in enumerate(_QUOTATION.split(text)) if part]


def without_quotations(text: str) -> list[str]:
    """The parts of a text that are outside quotation marks."""
    return _QUOTATION.sub("\n", text).split("\n")


def parts_of(quotation: str) -> list[list[Word]]:
    """The words of a quotation, split at ellipses and at insertions in square brackets."""
    return [words for words in map(words_of, _GAP.split(quotation)) if words]


def _is_in(parts: list[tuple[str, ...]], passage: PassageFingerprint) -> bool:
    """Whether all parts are in a passage, in order and without overlap."""
    start = 0
    for part in parts:
        found = position_of(part, passage.hashes, start)
        if found is None:
            return False
        start = found + len(part) + SHINGLE - 1
    return True


def _nearest(words: list[Word], part: tuple[str, ...], fingerprint: Fingerprint) -> str:
    """The nearest passage for a part of a quotation, and the first word that differs."""
    matched, address = max((longest_match(part, p.hashes), p.address) for p in fingerprint.passages)
    if matched == len(part):
        return f"'{' '.join(word.typed for word in words)}' is in {address}"
    if not matched:
        return f"no passage has the words '{' '.join(word.typed for word in words[:SHINGLE])}'"
    return f"the nearest passage is {address}; the first word that differs is '{words[matched + SHINGLE - 1].typed}'"


def check_quotation(quotation: str, addresses: Iterable[str], fingerprint: Fingerprint) -> Finding | None:
    """Verifies a quotation.

    Args:
        quotation: The text between the quotation marks; "…" and "[…]" split it, and each part is verified.
        addresses: The passages that it is said to come from. One of them must contain all parts.
        fingerprint: The fingerprint of the source.

    Returns:
        None if the quotation is right, else what is wrong.
    """
    parts = parts_of(quotation)
    count = sum(map(len, parts))
    if not FEWEST_WORDS <= count <= MOST_WORDS:
        return Finding(
            f"the quotation “{quotation}” has {count} word{'s' if count != 1 else ''}",
            f"{FEWEST_WORDS} to {MOST_WORDS} words are allowed",
        )
    short = next((part for part in parts if len(part) < SHINGLE), None)
    if short is not None:
        typed = " ".join(word.typed for word in short)
        return Finding(
            f"the part '{typed}' of the quotation is too short to verify", f"each part needs at least {SHINGLE} words"
        )
    hashes = [hash_shingles(part, fingerprint.source) for part in parts]
    candidates = [fingerprint.passage[address] for address in addresses if address in fingerprint.passage]
    holding = next((passage for passage in candidates if _is_in(hashes, passage)), None)
    if holding is not None:
        if count < holding.words:
            return None
        return Finding(f"the quotation “{quotation}” is the whole passage {holding.address}", "quote only a part of it")
    missing = next((i for i, part in enumerate(hashes) if not any(_is_in([part], p) for p in candidates)), 0)
    where = " or ".join(passage.address for passage in candidates) or "any passage"
    hint = _nearest(parts[missing], hashes[missing], fingerprint)
    return Finding(f"the quotation “{quotation}” is not in {where}", hint)
