"""Dates as strings in the Extended Date/Time Format (EDTF, ISO 8601-2), no more precise than the source.

The `edtf` library accepts some strings that it reads incorrectly (a leading qualifier, seasons, masked digits).
Only forms that our tests cover are passed to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from edtf.parser.edtf_exceptions import ParseException  # type: ignore[attr-defined]  # pyparsing defines it
from edtf.parser.parser_classes import Date, DateAndTime, UncertainOrApproximate
from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from macros.models.base import Nothing

_MONTH = r"(?:0[1-9]|1[0-2])"  # in EDTF, 21 and higher are seasons
_DAY = rf"\d{{4}}(?:-{_MONTH}(?:-\d{{2}})?)?[~?%]?"
_ALLOWED = re.compile(
    rf"{_DAY}|{_DAY}/(?:{_DAY})?|/{_DAY}|\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}(?:Z|[+-]\d{{2}}:\d{{2}})"
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


@cache
def _days(part: str) -> tuple[date, date]:
    """The first and the last day that one date can mean.

    A string that matches `_ALLOWED` needs only one of edtf's parsers. The full grammar, with sets, seasons and masked digits,
    takes ten times as long. A plain day is read by the standard library, which is faster still.
    """
    if len(part) == len("2023-11-20") and _ONE_DAY.fullmatch(part):
        day = date.fromisoformat(part)
        return day, day
    form = DateAndTime if "T" in part else Date if part[-1].isdigit() else UncertainOrApproximate
    parser: Any = form.parser
    read = parser.parse_string(part, parse_all=True)[0]
    return date(*read.lower_strict()[:3]), date(*read.upper_strict()[:3])


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
    except (ParseException, ValueError) as impossible:
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
