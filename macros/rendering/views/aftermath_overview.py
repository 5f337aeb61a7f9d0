"""The overview of the page about what came afterwards: a row for each claim, with the later facts on a scale of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.models.afterwards import Bearing
from macros.models.date import HonestDate
from macros.models.typography import together
from macros.rendering.text_width import wrap
from macros.rendering.views.balance import Report
from macros.rendering.views.time_axis import Axis, Reach, Tick, axis_for

if TYPE_CHECKING:
    from macros.rendering.views.aftermath import Claim

WIDTH = 320
"""Fits a window of 360 pixels, so that the text is not scaled down."""
_COLUMNS = 45
_EDGE, _TOP = 8, 22
_MARK = 15
_LINE, _GAP = 15, 12
_MIN_TICK_DISTANCE = 70


@dataclass(frozen=True)
class LaterMark:
    """A later fact: its date on the scale, and the middle of its mark. Marks that would overlap are below each other."""

    report: Report
    reach: Reach
    y: int


@dataclass(frozen=True)
class ClaimRow:
    """A claim with the lines of its title, and the later facts.

    Attributes:
        claim: The claim.
        title: The lines of its title.
        y: The top of the row.
        height: The height of the row.
        marks: The later facts, in chronological order.
    """

    claim: Claim
    title: tuple[str, ...]
    y: int
    height: int
    marks: tuple[LaterMark, ...]


@dataclass(frozen=True)
class AftermathOverview:
    """The picture.

    Attributes:
        width: Its width, in pixels.
        height: Its height, in pixels.
        rows: The claims.
        ticks: The months or years.
        bearings: The bearings that it shows.
    """

    width: int
    height: int
    rows: tuple[ClaimRow, ...]
    ticks: tuple[Tick, ...]
    bearings: tuple[Bearing, ...]


def _row(claim: Claim, axis: Axis, top: int) -> ClaimRow:
    said = (claim.statement or claim.inference).title  # type: ignore[union-attr]
    title = wrap(f"{together(one.short for one in claim.speakers)}: {said}", _COLUMNS)
    lane = top + _LINE * len(title) + _GAP
    ends: list[int] = []
    """The right edge of the last mark of each line of marks."""
    marks = []
    for report in claim.facts:
        reach = axis.reach(report.record.date)
        line = next((n for n, end in enumerate(ends) if reach.middle - end >= _MARK), len(ends))
        ends[line : line + 1] = [reach.middle]
        marks.append(LaterMark(report, reach, lane + line * _MARK))
    return ClaimRow(claim, tuple(title), top, lane + max(1, len(ends)) * _MARK - top, tuple(marks))


def aftermath_overview(claims: Iterable[Claim], start: HonestDate, end: HonestDate) -> AftermathOverview | None:
    """The picture of some claims, from the as-of date to the last day on which we looked; None if there is no claim."""
    claims = tuple(claims)
    if not claims:
        return None
    dates = [start, end, *(report.record.date for claim in claims for report in claim.facts)]
    axis = axis_for(dates, _EDGE, WIDTH - _EDGE, soft=0, opening=12)
    rows: list[ClaimRow] = []
    for claim in claims:
        rows.append(_row(claim, axis, rows[-1].y + rows[-1].height if rows else _TOP))
    shown = {mark.report.record.relation for row in rows for mark in row.marks}
    bearings = tuple(bearing for bearing in Bearing if bearing in shown)
    # The words of a tick are to the right of it.
    ticks = tuple(tick for tick in axis.ticks(_MIN_TICK_DISTANCE) if tick.at <= WIDTH - _MIN_TICK_DISTANCE)
    return AftermathOverview(WIDTH, rows[-1].y + rows[-1].height, tuple(rows), ticks, bearings)
