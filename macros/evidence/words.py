"""Splits text into words that compare equal however they are typed, and groups words into overlapping shingles."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SHINGLE = 3
"""Number of words in a shingle."""

_WORD = re.compile(r"\w+(?:[’'ʼ`´]\w+)*")
_APOSTROPHES = re.compile(r"[’'ʼ`´]")


class Word(NamedTuple):
    """A word, normalised for comparison and as typed."""

    normal: str
    typed: str


def words_of(text: str) -> list[Word]:
    """The words of a text: Unicode NFKC, case folded, without punctuation, apostrophes or spaces.

    Normalisation follows Unicode Standard Annex 15 (NFKC) and the Unicode case folding that `str.casefold`
    implements. A hyphen separates words, so "well-known" is two words. An apostrophe does not, so "don’t" is one.
    """
    words: list[str] = _WORD.findall(unicodedata.normalize("NFKC", text))
    return [Word(word.casefold() if word.isalnum() and word.isascii() else _normal(word), word) for word in words]


def _normal(word: str) -> str:
    return _APOSTROPHES.sub("", word).casefold()


def shingles_of(words: list[Word]) -> list[str]:
    """Overlapping runs of three words, in order. A shorter text gives one run of all its words."""
    normal = [word.normal for word in words]
    if not normal:
        return []
    return [" ".join(normal[start : start + SHINGLE]) for start in range(max(1, len(normal) - SHINGLE + 1))]
