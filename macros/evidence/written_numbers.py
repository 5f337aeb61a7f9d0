"""Reads the numbers in our texts: 4, four, 1,200, -5, 40%, 40 per cent, $5 million, 5m euros, 77km, 500万, twice, half, Monday."""

from __future__ import annotations

import re
from functools import cache

from macros.evidence.cue_words import CueWords
from macros.evidence.written_dates import SPACED

_SCALES = "万萬亿億兆만억"
_SIGNS = f"[%‰$€£¥₽₺₴₾֏₼₹₩₪₫₦₱{_SCALES}]"
_SHORT = {"k": "thousand", "m": "million", "bn": "billion", None: ""}
_GROUPED = re.compile(r"(?<=\d)[.,’' ](?=\d{3}(?!\d))")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@cache
def _pattern(words: CueWords) -> re.Pattern[str]:
    spoken = "|".join(sorted(words.numbers, key=len, reverse=True))
    no_word = rf"(?![{SPACED}\d_])"
    digits = rf"(?P<digits>-?\d+(?:[.,]\d+)*)(?:(?P<short>m|bn|k){no_word})?(?!\d)"
    number = rf"(?:{digits}|(?P<spoken>(?i:(?:{spoken})(?:-(?:one|{spoken}))?)){no_word})"
    return re.compile(
        rf"(?<![{SPACED}\d_])(?<!\d[.,])(?P<before>{_SIGNS} ?)?{number}"
        rf"(?:[ -]?(?P<after>{_SIGNS}|(?i:{'|'.join(words.units)}){no_word}))?"
    )


def _value(typed: str, words: CueWords) -> str:
    if typed[-1].isdecimal():
        return typed.replace(",", "") if _THOUSANDS.fullmatch(typed) else typed
    values = [words.numbers.get(part, "1") for part in typed.casefold().split("-")]
    return str(sum(map(int, values))) if all(map(str.isdecimal, values)) else typed.casefold()


def _sign(typed: str | None, words: CueWords) -> str:
    found = (sign for unit, sign in words.units.items() if re.fullmatch(unit, typed or "", re.IGNORECASE))
    return next(found, (typed or "").strip())


def numbers_in(text: str, words: CueWords) -> dict[str, set[str]]:
    """The numbers in a text as typed, each with what must be given for it: its value, its scale, its unit.

    Args:
        text: The text without its dates; see `written_dates`.
        words: The word lists of its language.
    """
    found: dict[str, set[str]] = {}
    for one in _pattern(words).finditer(text):
        value = _value(one["digits"] or one["spoken"], words)
        needs = {value, _SHORT[one["short"]], _sign(one["before"], words), _sign(one["after"], words)}
        found.setdefault(one.group(), set()).update(needs - {""})
    return found


def digits_in(text: str, words: CueWords) -> set[str]:
    """The numbers in digits in a text, in a form that is equal whichever signs a language has for thousands and decimals.

    A sign that multiplies the digits beside it, as in 500万, is a part of them.

    Args:
        text: The text without its dates; see `written_dates`.
        words: The word lists of a language.
    """
    found = [one for one in _pattern(words).finditer(_GROUPED.sub("", text)) if one["digits"]]
    scales = (one["after"] if one["after"] and one["after"] in _SCALES else "" for one in found)
    return {one["digits"].replace(",", ".") + scale for one, scale in zip(found, scales, strict=True)}
