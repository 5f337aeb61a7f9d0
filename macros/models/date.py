"""Dates as strings in the Extended Date/Time Format (EDTF, ISO 8601-2), no more precise than the source.

Only forms for which the calendar of the standard library is enough are accepted. The tests compare every one of them with the
`edtf` package, which reads more (seasons, masked digits, sets), some of it incorrectly.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from macros.models.base import Nothing

_MONTH = r"(?:0[1-9]|1[0-2])"  # in EDTF, 21 and higher are seasons
_DAY = rf"\d{{4}}(?:-{_MONTH}(?:-\d{{2}})?)?[~?%]?"
_ALLOWED = re.compile(
    rf"{_DAY}|{_DAY}/(?:{_DAY})?|/{_DAY}|\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}(?:Z|[+-]\d{{2}}:\d{{2}})",
    re.ASCII,
)
_ONE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")


class Precision(StrEnum):
    """How precise a date is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class HonestDate:
    """A date that is as vague as its source.

    Attributes:
        text: The EDTF string as the editor wrote it.
        earliest: First day that the date can mean; None if the start is not known.
        latest: Last day that the date can mean; None if the end is not known.
        precision: Year, month, day, or a span of days.
        approximate: The source says "about" (EDTF `~` or `%`).
        uncertain: The source is not sure (EDTF `?` or `%`).
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool
    uncertain: bool

    @property
    def is_exact(self) -> bool:
        """Whether the date is one certain calendar day."""
        return bool(_ONE_DAY.fullmatch(self.text))

    @property
    def order(self) -> tuple[date, date]:
        """Sort key: the earliest day that the date can mean, or the latest if the start is not known."""
        return (self.earliest or self.latest or date.min, self.latest or date.max)


def is_certainly_after(day: HonestDate | Nothing | None, other: HonestDate | Nothing | None) -> bool:
    """Whether every day that a date can mean is later than every day that another date can mean.

    False if a date is not given, or if the end that is compared is not known.
    """
    if not isinstance(day, HonestDate) or not isinstance(other, HonestDate):
        return False
    return bool(day.earliest and other.latest and day.earliest > other.latest)


def _days(part: str) -> tuple[date, date]:
    """The first and the last day that one date can mean.

    Strings that match `_ALLOWED` need only the calendar of the standard library. The grammar of the edtf package takes a
    twentieth of a whole build to import, so it checks these results in the tests instead.

    Raises:
        ValueError: The day does not exist.
    """
    plain = part.rstrip("~?%")
    if "T" in plain:
        day = datetime.fromisoformat(plain).date()
        return day, day
    year, month, day_of_month = (int(number) for number in [*plain.split("-"), "0", "0"][:3])
    if day_of_month:
        return date(year, month, day_of_month), date(year, month, day_of_month)
    last = month or 12
    return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])


def _precision(text: str) -> Precision:
    if "/" in text:
        return Precision.SPAN
    return (Precision.YEAR, Precision.MONTH, Precision.DAY)[text.rstrip("~?%").split("T")[0].count("-")]


@cache
def parse_date(text: str) -> HonestDate:
    """Reads an EDTF string (Library of Congress, EDTF specification, 2019; ISO 8601-2).

    Args:
        text: `2023`, `2023-06`, `2023-11-20`, each with `~`, `?` or `%`; an interval of two of them; an
            interval with an unknown start (`/2023-11-18`) or end (`2023-10-25/`); or a full date and time.

    Raises:
        ValueError: The string has none of these forms, or the day does not exist.
    """
    if not _ALLOWED.fullmatch(text):
        raise ValueError(
            f"'{text}' is not a date in a form that can be read; write 2023-11-20, 2023-06, 2023-06~, 2023-10-04/2023-10-06 or /2023-11-18"
        )
    if "9999" in re.findall(r"(?<![-\d])\d{4}", text):
        # Python has no later year, and the calendar export needs the day after the last one.
        raise ValueError(f"'{text}' is too late for a calendar")
    try:
        start, _, end = text.partition("/") if "/" in text else (text, "", text)
        earliest = _days(start)[0] if start else None
        latest = _days(end)[1] if end else None
    except ValueError as impossible:
        raise ValueError(f"'{text}' is not a day of the calendar") from impossible
    if earliest and latest and earliest > latest:
        raise ValueError(f"'{text}' ends before it starts")
    return HonestDate(
        text=text,
        earliest=earliest,
        latest=latest,
        precision=_precision(text),
        approximate=any(mark in text for mark in "~%"),
        uncertain=any(mark in text for mark in "?%"),
    )


def _from_seed(value: Any) -> HonestDate:
    if not isinstance(value, str):
        raise ValueError("a date must be one text")
    return parse_date(value)


EdtfDate = Annotated[
    HonestDate,
    PlainValidator(_from_seed),
    PlainSerializer(lambda value: value.text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^({_ALLOWED.pattern})$", "examples": ["2023-11-20", "2023-06~"]}),
]
"""A field that holds an EDTF string."""
