"""An axis of time: days as positions in pixels, the months or years on it, and vague dates as ranges with soft ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from macros.models.date import Form, HonestDate, Moment


@dataclass(frozen=True)
class Tick:
    """The first day of a month or a year."""

    at: int
    day: date
    is_year: bool


@dataclass(frozen=True)
class Reach:
    """A date on an axis.

    Attributes:
        start: The position of the first possible day, in pixels.
        end: The position of the last possible day; equal to `start` if the date is a single day.
        soft_start: Whether the start fades out.
        soft_end: Whether the end fades out.
    """

    start: int
    end: int
    soft_start: bool
    soft_end: bool

    @property
    def is_vague(self) -> bool:
        """Whether the date is drawn as a range."""
        return self.end > self.start

    @property
    def is_soft(self) -> bool:
        """Whether it is not exact at one of its ends."""
        return self.soft_start or self.soft_end

    @property
    def middle(self) -> int:
        """The middle of the range."""
        return (self.start + self.end) // 2


@dataclass(frozen=True)
class Axis:
    """Converts days to pixels.

    Attributes:
        first: The first day.
        last: The last day.
        start: The position of the first day.
        end: The position of the last day.
        soft: The length of the soft end of an approximate date. It does not represent days: the source does not say how
            large the error is.
        opening: The length of the soft end of a range whose start or end is not known.
    """

    first: date
    last: date
    start: int
    end: int
    soft: int
    opening: int

    def at(self, day: date) -> int:
        """The position of a day."""
        days = max(1, (self.last - self.first).days)
        return self.start + round((self.end - self.start) * (day - self.first).days / days)

    def ticks(self, distance: int) -> Iterator[Tick]:
        """The first days of months or years that are at least a distance apart."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        most = (self.end - self.start) // distance
        step = next(step for step in (1, 3, 6, 12, 24, 60, 120, 1200, months) if months / step <= most)
        first = self.first if step < 12 else date(self.first.year, 1, 1)
        until_the_last_month = date.max.year * 12 + 12 - (first.year * 12 + first.month - 1)
        for months_on in range(0, min(months + 12, until_the_last_month), step):
            day = _month_start(first, months_on)
            if self.first <= day <= self.last:
                yield Tick(self.at(day), day, step >= 12)

    def reach(self, when: HonestDate) -> Reach:
        """The position of a date, and which of its ends fade out."""
        first, last = when.moments[0].first, when.moments[-1].last
        # What was on one of several days is not drawn like what lasted for all of them.
        is_soft = when.form is Form.ONE_OF and len(when.moments) > 1
        return Reach(
            self.at(first) - self._beyond(when.start),
            self.at(last) + self._beyond(when.end),
            soft_start=is_soft or not (when.start and when.start.is_exact),
            soft_end=is_soft or not (when.end and when.end.is_exact),
        )

    def _beyond(self, moment: Moment | None) -> int:
        """How far a date reaches beyond the days that it names."""
        if moment is None:
            return self.opening
        return self.soft if moment.approximate or moment.uncertain else 0


def _month_start(day: date, months: int = 0) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def axis_for(dates: Iterable[HonestDate], start: int, end: int, *, soft: int, opening: int) -> Axis:
    """An axis that is long enough for some dates. It starts with a month, and ends a little after the last day."""
    known = [day for when in dates for moment in when.moments for day in (moment.first, moment.last)]
    beyond = max(3, (max(known) - min(known)).days // 40)
    last = max(known) + timedelta(days=min(beyond, (date.max - max(known)).days))
    return Axis(_month_start(min(known)), last, start, end, soft, opening)


_SHORTEST = 12
"""The length of a range of which nearly nothing is left between two edges, in pixels."""


def inside(reach: Reach, when: HonestDate, edge: int, line: int, day: date) -> Reach:
    """A range whose soft ends stay in the drawing, and cross the line of a day only if the date can mean days on both sides.

    Args:
        reach: The position of the date.
        when: The date.
        edge: The start of the axis.
        line: The position of the day.
        day: The day.
    """
    if not reach.is_vague:
        return reach
    start, end = max(reach.start, edge), reach.end
    if when.earliest and when.earliest > day:
        start = max(start, line)
    elif not when.latest or when.latest <= day:
        end = min(end, line)
    return replace(reach, start=min(start, end - _SHORTEST), end=end)
