"""Finds the dates of a sentence, and places those without a year before or after the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from macros.desk.draft.named_dates import blanked, named, weekdays_in
from macros.desk.draft.tense import Tense, tense_of
from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import WrittenDate, plain
from macros.evidence.written_dates import dates_in as english_dates_in

_LAST_MONTH = 12
_NUMERIC = re.compile(
    r"(?<![\d.])(?:(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)|(?P<d2>\d{1,2})(?P<sign>[./])(?P<m2>\d{1,2})[./](?P<y2>(?:19|20)\d\d))(?![\d])"
)
_MONTH_FIRST = ("en", "en-US")
"""In texts of these languages, nobody can say whether 3/4/2024 is in March or in April."""


def _numeric(text: str, language: str) -> Iterator[WrittenDate]:
    for match in _NUMERIC.finditer(text):
        year, month, day = (int(match[f"{key}1"] or match[f"{key}2"]) for key in "ymd")
        is_ambiguous = match["sign"] == "/" and language in _MONTH_FIRST and max(month, day) <= _LAST_MONTH
        month, day = (day, month) if month > _LAST_MONTH else (month, day)
        parts = (None, None, None) if is_ambiguous and month != day else (year, month, day)
        yield WrittenDate(match.group(), match.start(), match.end(), parts)


def _written_in(text: str, language: str) -> list[WrittenDate]:
    """The dates that stand in a plain text, except days of the week. Those of English are read as the checks read them."""
    numeric = list(_numeric(text, language))
    rest = blanked(text, numeric)
    is_english = language.split("-")[0] == "en"
    return numeric + (english_dates_in(rest, ENGLISH) if is_english else named(rest, language))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _year_of(tense: Tense, issued: date, month: int, day: int | None) -> int | None:
    """The year of a month or a day without a year; None if nobody can say which one is meant."""
    years = [year for year in (issued.year - 1, issued.year, issued.year + 1) if 1 <= year <= MAXYEAR]
    now = (issued.year, issued.month, issued.day if day else 0)
    before = [year for year in years if (year, month, day or 0) <= now]
    after = [year for year in years if (year, month, day or 0) >= now]
    match tense:
        case Tense.LAST | Tense.PAST:
            strictly = [year for year in before if tense is Tense.PAST or (year, month, day or 0) != now]
            return max(strictly, default=None)
        case Tense.NEXT | Tense.FUTURE:
            strictly = [year for year in after if tense is Tense.FUTURE or (year, month, day or 0) != now]
            return min(strictly, default=None)
        case Tense.UNCLEAR:
            return None
    nearest = min(years, key=lambda year: abs((date(year, month, min(day or 15, 28)) - issued).days))
    return nearest if nearest in before or tense is Tense.OPEN else None


def _as_edtf(one: WrittenDate, tense: Tense, issued: date) -> str:
    """A date as EDTF; empty if it is none, or if nobody can say which one is meant."""
    year, month, day = one.parts
    if month is None:
        return _year(one, year) if year else ""
    year = year or _year_of(tense, issued, month, day)
    if year is None:
        return ""
    if day is None:
        return f"{year:04}-{month:02}"
    found = _day(year, month, day)
    return found.isoformat() if found else ""


_FIRST_YEAR, _LAST_YEAR = 1900, 2099
"""Other numbers of four digits are years only where a word says so."""
_OF_A_YEAR = re.compile(r"\b(?:in|since|of|by|until|from|around|early|late|mid)[ -](?:the )?$", re.IGNORECASE)


def _year(one: WrittenDate, year: int) -> str:
    if one.text.endswith("s"):
        # The 1900s are a decade or a century.
        return f"{year:04}/{year + 9:04}" if year % 10 == 0 and year % 100 else ""
    return f"{year:04}"


def _weekday(tense: Tense, issued: date, day: int) -> str:
    """A day of the week: the last one, unless the words around it say otherwise."""
    back = (issued.weekday() - day) % 7
    ahead = (day - issued.weekday()) % 7 or 7
    if tense in (Tense.FUTURE, Tense.NEXT):
        return (issued + timedelta(days=ahead)).isoformat()
    if tense in (Tense.OPEN, Tense.UNCLEAR):
        return ""
    return (issued - timedelta(days=back or (7 if tense is Tense.LAST else 0))).isoformat()


def dates_in(text: str, language: str, issued: date) -> tuple[str, ...]:
    """The dates of a sentence, as EDTF, each once. What is not certain from the words around it is left out.

    Args:
        text: The sentence.
        language: A BCP 47 tag.
        issued: When the article was published. What is past is not dated after it.
    """
    rest = plain(text)
    written = _written_in(rest, language)
    found: dict[tuple[int, int], str] = {}
    for one in written:
        is_year = one.parts[1:] != (None, None) or _FIRST_YEAR <= (one.parts[0] or 0) <= _LAST_YEAR
        if is_year or one.text.endswith("s") or _OF_A_YEAR.search(rest[: one.start]):
            place = one.start, len(found)
            found[place] = _as_edtf(one, tense_of(rest, one.start, one.end, language), issued)
    for start, end, day in weekdays_in(blanked(rest, written), language):
        found[start, 0] = _weekday(tense_of(rest, start, end, language), issued, day)
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
