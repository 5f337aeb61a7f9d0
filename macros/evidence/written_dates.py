"""Reads the dates in our texts, however people write them: 28 February 2024, Feb. 28th, 2024-02-28, 28/02/2024, in 2024."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from macros.evidence.cue_words import CueWords
from macros.models.date import HonestDate, Moment

DateParts = tuple[int | None, int | None, int | None]
"""Year, month and day, each as far as it is given."""

SPACED = r"A-Za-zÀ-ÖØ-öø-\u0587"
"""Letters of scripts that put blanks between words and that can name things, as in p4s2: Latin, Greek, Cyrillic, Armenian.

A digit can stand directly beside a letter of other scripts, so `\\w` is no boundary: 于6月13日, ب77كم.
"""

_ARABIC_SIGNS = str.maketrans("٪٫٬", "%.,")
_LAST_MONTH = 12
_LAST_DAY = 31
_LAST_TWO_DIGIT_YEAR = 69
"""Of years with two digits: '69 is 2069, as in the standard library."""


@dataclass(frozen=True)
class WrittenDate:
    """A date in a text.

    Attributes:
        text: The date in words.
        start: Where it starts in the text.
        end: Where it ends in the text.
        parts: Year, month and day, as far as the text gives them.
    """

    text: str
    start: int
    end: int
    parts: DateParts

    @property
    def has_day(self) -> bool:
        """Whether it names a day."""
        return self.parts[2] is not None

    def is_among(self, given: Iterable[DateParts]) -> bool:
        """Whether one of the given dates has every part that this one has."""
        return any(all(mine in (None, its) for mine, its in zip(self.parts, one, strict=True)) for one in given)

    def is_after(self, day: date) -> bool:
        """Whether it has a year, and starts after a day."""
        year, month, day_of_month = self.parts
        return year is not None and (year, month or 1, day_of_month or 1) > (day.year, day.month, day.day)


def parts_of(dates: Iterable[HonestDate]) -> set[DateParts]:
    """The parts of recorded dates, of both ends if they are spans."""
    return {parts_of_moment(moment) for when in dates for moment in when.moments}


def parts_of_moment(moment: Moment) -> DateParts:
    """The parts of a moment, as far as it gives them."""
    year, month, day = (*moment.parts, None, None)[:3]
    return year, month, day


def plain(text: str) -> str:
    """A text with one kind of blank, of digit and of hyphen, and without invisible characters."""
    visible = "".join(one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf")
    latin = re.sub(r"[^\D0-9]", lambda found: str(unicodedata.digit(found.group())), visible)
    return re.sub(r"\s+", " ", re.sub("[\u2010\u2011\u2212]", "-", latin)).translate(_ARABIC_SIGNS)


@cache
def _forms(words: CueWords) -> tuple[re.Pattern[str], ...]:
    """The forms of a date in one language, the longest first."""
    # "may" and "march" are other words. A short form alone could be a name: "Jan said".
    long = "|".join(month if month in words.not_only_months else f"(?i:{month})" for month in words.months)
    capitals = "|".join(word for month in words.months for word in (month, month.upper()))
    short = "|".join([*(month[:3] for month in words.months), "Sept"])
    no_word = rf"(?![{SPACED}\d_])"
    name = rf"(?P<name>{long}|{capitals}|(?:{short}){no_word}\.?)"
    nth = r"(?:st|nd|rd|th)?"
    day, number, sign = rf"(?P<day>\d{{1,2}}){nth}", r"(?P<month>\d{1,2})", r"(?P<sign>[-/.])"
    year = r"(?P<year>\d{4}|['’]\d\d)(?![\d%]|[.,]\d)"
    of_year = rf"(?:,?(?: of)?[ /-]?{year})?"
    and_days = rf"(?:(?:,| and| or| to| until| ?[–-]) ?(?:and |or )?\d{{1,2}}{nth})+"
    # Chinese, Japanese and Korean.
    to_day = r"(?: ?[日号號일]? ?[-–—~至到] ?(?P<last>\d{1,2}))?"
    forms = (
        rf"(?:(?P<year>\d{{4}}|\d\d) ?[年년] ?)?{number} ?[月월](?: ?(?P<day>\d{{1,2}}){to_day} ?[日号號일])?",
        rf"(?P<year>\d{{4}}){sign}{number}(?:(?P=sign)(?P<day>\d{{1,2}})(?:T[\d:]+)?)?(?![{SPACED}\d_-]|\.\d)",
        rf"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d){no_word}",
        rf"(?P<day>\d{{1,2}}){sign}{number}(?P=sign)(?P<year>\d{{4}}|\d\d){no_word}",
        rf"{number}[-/.](?P<year>\d{{4}}){no_word}",
        rf"{day}(?={and_days}(?: of)? {name}{of_year})",
        rf"{day}(?:[ /-]| of | day of ){name}(?![A-Za-z]){of_year}",
        rf"{name},?[ -](?:the )?{day}(?: ?[–-] ?(?P<last>\d{{1,2}}){nth})?(?![{SPACED}\d_%]|[.:]\d|,\d{{1,3}}(?!\d)){of_year}",
        rf"{name},?(?: of)?[ /-]?{year}",
        rf"(?P<name>{capitals}){no_word}",
        rf"(?P<counted>(?i:{words.before_a_number}) )?(?<![.,$€£])(?P<year>[12]\d{{3}})(?:[-–/](?P<until>\d\d)(?!\d))?s?(?![A-Za-z\d%]|[.,]\d)",
    )
    return tuple(re.compile(rf"(?<![A-Za-z\d_]){form}") for form in forms)


def _as_year(typed: str) -> int:
    digits = typed.strip("'’")
    century = 0 if len(digits) > len("99") else 2000 if int(digits) <= _LAST_TWO_DIGIT_YEAR else 1900
    return century + int(digits)


def _read(found: re.Match[str], words: CueWords) -> Iterator[DateParts]:
    """The dates that a match means: none, one, or both ends of a range."""
    has = found.groupdict()
    if has.get("counted"):
        return
    year = _as_year(has["year"]) if has.get("year") else None
    month = int(has["month"]) if has.get("month") else None
    if has.get("name"):
        month = next(i for i, one in enumerate(words.months, 1) if one.casefold()[:3] == has["name"].casefold()[:3])
    days = [int(has[key]) for key in ("day", "last") if has.get(key)]
    if month and month > _LAST_MONTH and days:
        # In some countries the month comes first.
        month, days = days[0], [month]
    # A day such as 31 June is read too: nothing gives it, so it is reported.
    if (month is None or 1 <= month <= _LAST_MONTH) and all(1 <= day <= _LAST_DAY for day in days):
        yield from ((year, month, day) for day in days or (None,))
        if has.get("until") and year:
            yield year - year % 100 + int(has["until"]), None, None


def _blanked(text: str, dates: Iterable[WrittenDate]) -> str:
    for one in dates:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def dates_in(text: str, words: CueWords) -> list[WrittenDate]:
    """The dates in a text, in order. Their places are those in the plain text.

    Args:
        text: The text; see `plain`.
        words: The word lists of its language.
    """
    rest, dates = plain(text), []
    for form in _forms(words):
        for found in form.finditer(rest):
            name = found.groupdict().get("name") or ""
            typed = found.group() if name in found.group() else f"{found.group()} {name}"
            dates += [WrittenDate(typed, found.start(), found.end(), parts) for parts in _read(found, words)]
        rest = _blanked(rest, dates)
    return sorted(dates, key=lambda one: one.start)


def without_dates(text: str, words: CueWords) -> str:
    """The plain text with blanks in place of its dates."""
    return _blanked(plain(text), dates_in(text, words))


def parts_of_a_time(text: str, words: CueWords) -> list[str]:
    """The words for a part of a month or a year in a text, such as "the end of" and "late", where one follows."""
    following = rf"(?:{'|'.join(words.months)}|[12]\d{{3}})"
    return re.findall(
        rf"({words.part_of_a_time.pattern})(?=[ -]{following}(?![{SPACED}\d_]))", plain(text), re.IGNORECASE
    )


def says_part_of_a_time(part: str, text: str) -> bool:
    """Whether a text has the words that tell which part is meant: "end" in "at the end of"."""
    word = re.sub("^(?:at )?(?:the )?| of$", "", part.casefold())
    return re.search(rf"(?<!\w){word}(?!\w)", plain(text).casefold()) is not None
