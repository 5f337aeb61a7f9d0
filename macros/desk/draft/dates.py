"""Finds the dates of a sentence in many languages, with the names of months and days that Babel knows.

`dateparser` was tried: it reads "may" as a month, gives a day where the text gives a month, and joins "3. Mai" and "1400".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from babel import Locale, UnknownLocaleError

from macros.evidence.written_dates import plain

_SHORTEST_STEM = 4
_LAST_MONTH = 12
_NUMERIC = re.compile(
    r"(?<![\d.])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>(?:19|20)\d\d))(?![\d])"
)
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


def _nearest_year(issued: date, month: int, day: int | None) -> int:
    """The year in which a day without a year is nearest to the day of publication."""

    def distance(year: int) -> int:
        return abs((date(year, month, min(day or 15, 28)) - issued).days)

    return min((issued.year - 1, issued.year, issued.year + 1), key=distance)


def _written(year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def dates_in(text: str, language: str, issued: date) -> tuple[str, ...]:
    """The dates of a sentence, as EDTF, each once. A day of the week is taken for the last one before the publication.

    Args:
        text: The sentence.
        language: A BCP 47 tag.
        issued: When the article was published.
    """
    rest, found = plain(text), {}
    for match in _NUMERIC.finditer(rest):
        year, month, day = (int(match[f"{key}1"] or match[f"{key}2"]) for key in "ymd")
        month, day = (day, month) if month > _LAST_MONTH else (month, day)
        found[match.start()] = _written(year, month, day) if month <= _LAST_MONTH else ""
    rest = _NUMERIC.sub(lambda match: " " * len(match.group()), rest)
    for form in _forms(language):
        for match in form.finditer(rest):
            parts = match.groupdict()
            month_of = _number(_months(language), parts["name"]) if parts.get("name") else None
            day_of = int(parts["day"]) if parts.get("day") else None
            year_of = int(parts["year"]) if parts.get("year") else _nearest_year(issued, month_of or 1, day_of)
            found[match.start()] = _written(year_of, month_of, day_of)
        rest = form.sub(lambda match: " " * len(match.group()), rest)
    for match in re.finditer(rf"(?<!\w)(?:{_any(_days(language))})(?!\w)", rest):
        back = (issued.weekday() - _number(_days(language), match.group())) % 7
        found[match.start()] = (issued - timedelta(days=back)).isoformat()
    return tuple(dict.fromkeys(found[place] for place in sorted(found) if found[place]))


def day_in(line: str) -> str:
    """The one day that a line names, in any language in which news is read here; empty if it names none or several."""
    found = {
        day
        for language in ("en", "de", "fr", "es", "ru", "hy", "it", "pt", "uk")
        for day in dates_in(line, language, date(1, 1, 1) + timedelta(days=400))
        if re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", day)
    }
    return found.pop() if len(found) == 1 else ""
