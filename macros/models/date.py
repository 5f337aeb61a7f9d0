"""Dates as strings in the Extended Date/Time Format (EDTF, ISO 8601-2), no more precise than the source.

Accepted are levels 0 and 1 as far as the calendar of the standard library reaches, and from level 2 a range of possible days. For
every other form, the message says what to write. The tests compare what is read with the `edtf` package.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, PlainSerializer, PlainValidator, WithJsonSchema

from macros.models.base import Nothing
from macros.models.date_forms import ALLOWED, form_to_write


class Precision(StrEnum):
    """How precise a moment is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Form(StrEnum):
    """What two moments mean together."""

    ONE = "one"
    """There is one moment."""
    SPAN = "span"
    """It lasted from the first moment to the second."""
    ONE_OF = "one-of"
    """It was once, at an unknown time from the first moment to the second."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month or a day, with its marks of doubt.

    Attributes:
        first: The first day that it can mean.
        last: The last day that it can mean.
        precision: Year, month or day.
        approximate: The source says "about" (EDTF `~` or `%`).
        uncertain: The source is not sure (EDTF `?` or `%`).
    """

    first: date
    last: date
    precision: Precision
    approximate: bool
    uncertain: bool

    @property
    def parts(self) -> tuple[int, ...]:
        """The year; the month and the day, if they are given."""
        day = self.first
        return (day.year, day.month, day.day)[: list(Precision).index(self.precision) + 1]

    @property
    def is_exact(self) -> bool:
        """Whether it is one certain calendar day."""
        return self.precision is Precision.DAY and not self.approximate and not self.uncertain


@dataclass(frozen=True, slots=True)
class HonestDate:
    """A date that is as vague as its source.

    Attributes:
        text: The EDTF string as the editor wrote it.
        form: Whether it is one moment, a time that lasted, or one of several possible days.
        start: The moment at which it starts; None if that is not known.
        end: The moment at which it ends; None if that is not known. For one moment, the same as `start`.
        is_open: Whether it has no end (EDTF `/..`).
    """

    text: str
    form: Form
    start: Moment | None
    end: Moment | None
    is_open: bool = False

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Its known moments."""
        return tuple(moment for moment in dict.fromkeys((self.start, self.end)) if moment)

    @property
    def earliest(self) -> date | None:
        """The first day that the date can mean; None if the start is not known."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day that the date can mean; None if the end is not known."""
        return self.end.last if self.end else None

    @property
    def is_exact(self) -> bool:
        """Whether the date is one certain calendar day."""
        return self.form is Form.ONE and self.is_certain

    @property
    def is_certain(self) -> bool:
        """Whether it is known on which day it started and on which day it ended."""
        ends = (self.start, self.end)
        return self.form is not Form.ONE_OF and all(moment is not None and moment.is_exact for moment in ends)

    @property
    def names_no_day(self) -> bool:
        """Whether it was once, and the day is not given."""
        return self.form is not Form.SPAN and (
            self.form is Form.ONE_OF or any(moment.precision is not Precision.DAY for moment in self.moments)
        )

    @property
    def order(self) -> tuple[date, date]:
        """Sort key: the earliest day that the date can mean, then the latest.

        If the start is not known, the date counts from the first day of the month in which it ends, so that nothing stands before
        it that may have followed from it. How much earlier it was, nobody knows.
        """
        first = self.earliest or min((moment.first.replace(day=1) for moment in self.moments), default=date.min)
        return first, self.latest or date.max


def is_certainly_after(day: HonestDate | Nothing | None, other: HonestDate | Nothing | None) -> bool:
    """Whether every day that a date can mean is later than every day that another date can mean.

    False if a date is not given, or if the end that is compared is not known.
    """
    if not isinstance(day, HonestDate) or not isinstance(other, HonestDate):
        return False
    return bool(day.earliest and other.latest and day.earliest > other.latest)


def _moment(part: str) -> Moment:
    """One date, with or without marks.

    Strings that match `ALLOWED` need only the calendar of the standard library. The grammar of the edtf package takes a
    twentieth of a whole build to import, so it checks these results in the tests instead.

    Raises:
        ValueError: The day does not exist.
    """
    plain = part.rstrip("~?%")
    marks = {"approximate": part[-1] in "~%", "uncertain": part[-1] in "?%"}
    if "T" in plain:
        day = datetime.fromisoformat(plain).date()
        return Moment(day, day, Precision.DAY, **marks)
    year, month, day_of_month = (int(number) for number in [*plain.split("-"), "0", "0"][:3])
    precision = tuple(Precision)[plain.count("-")]
    if day_of_month or precision is Precision.DAY:
        day = date(year, month, day_of_month)
        return Moment(day, day, precision, **marks)
    last = month or 12
    return Moment(date(year, month or 1, 1), date(year, last, monthrange(year, last)[1]), precision, **marks)


def _ends(text: str) -> tuple[Form, str, str]:
    """The form of a date, and the two moments in it; an unknown moment is empty."""
    if text.startswith("["):
        start, _, end = text.strip("[]").partition("..")
        return Form.ONE_OF, start, end
    if "/" in text:
        start, _, end = text.partition("/")
        return Form.SPAN, start.strip("."), end.strip(".")
    return Form.ONE, text, text


@cache
def parse_date(text: str) -> HonestDate:
    """Reads an EDTF string (Library of Congress, EDTF specification, 2019; ISO 8601-2).

    Args:
        text: `2023`, `2023-06`, `2023-11-20`, each with `~`, `?` or `%`; a span of time between two of them, whose start
            or end may be unknown (`/2023-11-18`, `2023-10-25/`) or open (`2023-10-25/..`); one of the days between two
            of them (`[2023-10-04..2023-10-06]`), also without start or end; or a full date and time.

    Raises:
        ValueError: The string has none of these forms, or the day does not exist.
    """
    if not ALLOWED.fullmatch(text):
        raise ValueError(f"'{text}' is not a date in a form that can be read; {form_to_write(text)}")
    form, start, end = _ends(text)
    try:
        first = _moment(start) if start else None
        last = _moment(end) if end else None
    except ValueError as impossible:
        raise ValueError(f"'{text}' is not a day of the calendar") from impossible
    if first and last and first.first > last.last:
        raise ValueError(f"'{text}' ends before it starts")
    if first and last and form is not Form.ONE and (first.first, first.last) == (last.first, last.last):
        raise ValueError(f"'{text}' ends when it starts; write {end}")
    return HonestDate(text, form, first, last, is_open=text.endswith("/.."))


def _from_seed(value: Any) -> HonestDate:
    if not isinstance(value, str):
        raise ValueError('a date must be one text; write a range in quotation marks: "[2023-10-04..2023-10-06]"')
    return parse_date(value)


def _exact(day: HonestDate) -> HonestDate:
    if not day.is_exact:
        raise ValueError(f"'{day.text}' is not one exact day; write 2023-11-20")
    return day


def _once(when: HonestDate) -> HonestDate:
    if when.form is Form.SPAN and not (when.start and when.end):
        ends = when.text.replace("..", "").split("/")
        once = f'"[{ends[0]}..{ends[1]}]"'.translate(_NO_MARKS)
        raise ValueError(f"'{when.text}' lasted, and this was once; write {once} if the day is not known")
    return when


_NO_MARKS = str.maketrans("", "", "~?%")

EdtfDate = Annotated[
    HonestDate,
    PlainValidator(_from_seed),
    PlainSerializer(lambda value: value.text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^({ALLOWED.pattern})$", "examples": ["2023-11-20", "2023-06~"]}),
]
"""A field that holds an EDTF string."""

OnceDate = Annotated[EdtfDate, AfterValidator(_once)]
"""When something was said, reported or published, which does not last without a start or an end."""

ExactDay = Annotated[EdtfDate, AfterValidator(_exact)]
"""A date that we know ourselves, such as the day on which we read a source."""
