"""Finds dates in many languages, with the names of months and days that Babel knows.

`dateparser` was tried: it reads "may" as a month, gives a day where the text gives a month, and joins "3. Mai" and "1400".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from macros.evidence.written_dates import WrittenDate, plain

_SHORTEST_STEM = 4
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"


def _stem(name: str) -> str:
    """A pattern for a name with the endings of its cases."""
    cut = re.sub(r"[aeiouyаеиоуыэюяьй]$", "", name)
    return rf"{re.escape(cut)}\w{{0,3}}" if len(cut) >= _SHORTEST_STEM else re.escape(name)


@cache
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(language.split("-")[0])


def _names(words: object) -> dict[str, int]:
    """The names of months or days in all the forms that Babel has, without short ones that are other words too."""
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in words[context]["wide"].items():  # type: ignore[index]
            found.setdefault(plain(name), number)
    return found


@cache
def _months(language: str) -> dict[str, int]:
    return _names(_locale(language).months)


@cache
def _days(language: str) -> dict[str, int]:
    return _names(_locale(language).days)


def _any(names: dict[str, int]) -> str:
    return "|".join(sorted(map(_stem, names), key=len, reverse=True))


def _number(names: dict[str, int], typed: str) -> int:
    return next(
        number
        for name, number in sorted(names.items(), key=lambda one: -len(one[0]))
        if re.fullmatch(_stem(name), typed)
    )


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    name = rf"(?P<name>{_any(_months(language))})(?!\w)"
    day = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th|º|-ին)?"
    link = r"(?:\.|-го)?\s?(?:de |of |d[’'])?"
    after = rf"(?:,|-ի)?\s?(?:de |del |of )?{_YEAR}"
    forms = (
        rf"{_YEAR}\s?(?:թ\.|թվականի|թվականին)?,?\s?{name}(?:-ի)?\s{day}(?!\d)",
        rf"(?<![\d.,]){day}{link}\s?{name}(?:{after})?",
        rf"(?<!\w){name}\s{day}(?![\d%]|[.,:]\d|\s?(?:pm|am)\b)(?:{after})?",
        rf"{_YEAR}\s?(?:թ\.|թվականի|թվականին),?\s?{name}",
        rf"(?<!\w){name}{after}",
        rf"(?<!\w){name}",
        rf"(?<![\d$€£.,-]){_YEAR}(?!\s?%)",
    )
    return tuple(re.compile(form) for form in forms)


def blanked(text: str, found: list[WrittenDate]) -> str:
    """A text with blanks in place of dates."""
    for one in found:
        text = f"{text[: one.start]}{' ' * (one.end - one.start)}{text[one.end :]}"
    return text


def named(text: str, language: str) -> list[WrittenDate]:
    """The dates of a plain text in which a month is named, and its years, in order of their form."""
    found: list[WrittenDate] = []
    for form in _forms(language):
        fresh = []
        for match in form.finditer(text):
            has = match.groupdict()
            month = _number(_months(language), has["name"]) if has.get("name") else None
            year, day = (int(has[key]) if has.get(key) else None for key in ("year", "day"))
            fresh.append(WrittenDate(match.group(), match.start(), match.end(), (year, month, day)))
        text = blanked(text, fresh)
        found += fresh
    return found


def weekdays_in(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Where each day of the week begins and ends in a plain text, and its number; Monday is 0."""
    for match in re.finditer(rf"(?<!\w)(?:{_any(_days(language))})(?!\w)", text):
        yield match.start(), match.end(), _number(_days(language), match.group())
