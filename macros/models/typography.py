"""Letters and names: the first letter of a text as a capital, a form of a text that compares equal in any case, names in a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

_DOT_ABOVE = "\u0307"


def capital_first(text: str) -> str:
    """The text with its first letter as a capital. The other letters do not change.

    The capital is that of titles (Unicode `Titlecase_Mapping`): Georgian has none, although it has letters for all-capital words.
    """
    return text[:1].title() + text[1:]


def lower_first(text: str) -> str:
    """The text with its first letter in lower case, for a date in the middle of a sentence."""
    return text[:1].lower() + text[1:]


def together(names: Iterable[str]) -> str:
    """Names in one phrase: "A", "A and B", "A, B and C"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


@cache
def _folded_letter(letter: str) -> str:
    if unicodedata.category(letter) == "Cf":
        return ""
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())


@cache
def folded(text: str) -> tuple[str, Sequence[int]]:
    """A form of a text that compares equal however it is typed: in any case, composed or not, with invisible characters or not.

    It is a caseless match of compatible letters (Unicode Standard, section 3.13, D146), except that İ is an i.

    Returns:
        The form, and for each of its letters the place in the text from which it is, with the length of the text at the end. A
        letter can become several, as ß does.
    """
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for place, typed in enumerate(text):
        for letter in _folded_letter(typed):
            if letter != _DOT_ABOVE or letters[-1:] != ["i"]:
                letters.append(letter)
                places.append(place)
    return "".join(letters), (*places, len(text))
