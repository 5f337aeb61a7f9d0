"""Lines of text that fit into a drawing, in every script.

A drawing is made when the site is built, so nobody knows the font of the reader. The widths here are those of the widest common
fonts: DejaVu Sans for the alphabets that it has, about as much for northern Indian scripts, and one em for the letters of others. Lines may be broken where Unicode's
line breaking (UAX 14) allows it in most texts: at blanks, after hyphens, and around ideographs. A word that is longer than a
line is broken between two letters, but never before a mark that belongs to a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, east_asian_width

_COLUMN = 0.63
"""Width of a column in em: a little more than the average letter of running English text."""

_NARROW = frozenset(" !'(),-./:;I[\\]fijlrt|’‘")
_BROAD = frozenset("%@MWm—…ЖФШЩЫЮжмфшщыюЉЊљњԱաթխպտփֆև")
_ALPHABETS = ((0x0000, 0x0AFF), (0x0E00, 0x0EFF), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x1E00, 0x2BFF))
"""Code points of scripts whose letters are about as wide as Latin ones: up to Gujarati, Thai and Lao, Georgian, Latin with marks."""

_MARKS = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})
"""Categories of what belongs to the letter before it."""
_CLOSING = frozenset({"Pe", "Pf", "Po"})
_OPENING = frozenset({"Ps", "Pi"})
_NEVER_FIRST = frozenset("ー々ゝヽっゃゅょッャュョ")

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_AFTER_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")


@cache
def _is_wide(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"}


@cache
def _advance(character: str) -> float:
    """The width of a character in em."""
    kind = category(character)
    if kind in {"Mn", "Me", "Cf"}:
        return 0
    if _is_wide(character):
        return 1.3 if kind == "So" else 1  # emoji are wider than ideographs
    if character in _NARROW:
        return 0.36
    if character in _BROAD or not any(first <= ord(character) <= last for first, last in _ALPHABETS):
        return 1
    return 0.78 if kind == "Lu" or character == "w" else 0.62


def width(text: str) -> float:
    """The width of a text in em, in the widest common font."""
    return sum(map(_advance, text))


def _fits(line: str, columns: int) -> bool:
    return width(line) <= columns * _COLUMN and sum(_advance(character) > 0 for character in line) <= columns


def _letters(word: str) -> list[str]:
    """The letters of a word, each with its marks."""
    letters: list[str] = []
    for character in word:
        if letters and (category(character) in _MARKS or category(letters[-1][-1]) == "Cf"):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _pieces(word: str) -> list[str]:
    """The parts of a word between which a line may be broken."""
    pieces: list[str] = []
    for letter in _letters(word):
        before = pieces[-1][-1] if pieces else ""
        may_begin = category(letter[0]) not in _CLOSING and letter not in _NEVER_FIRST
        if before and (not may_begin or category(before) in _OPENING or not (_is_wide(letter[0]) or _is_wide(before))):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def _units(text: str, columns: int) -> Iterator[tuple[str, str]]:
    """The parts of a text that stay on one line, each with what separates it from the part before."""
    for word in filter(None, _BLANKS.split(text)):
        gap = " "
        for part in _AFTER_HYPHEN.split(word):
            for piece in _pieces(part):
                for unit in [piece] if _fits(piece, columns) else _letters(piece):
                    yield gap, unit
                    gap = ""


def wrap(text: str, columns: int) -> list[str]:
    """The lines of a text.

    Args:
        text: The text.
        columns: The width of a line: as many letters of average width as fit into it.
    """
    lines: list[str] = []
    for gap, unit in _units(text, columns):
        if lines and _fits(f"{lines[-1]}{gap}{unit}", columns):
            lines[-1] += gap + unit
        else:
            lines.append(unit)
    return lines
