"""The overview of the page of checks: a row for each fact, with a mark for each report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.models.check import CheckRelation
from macros.models.typography import together
from macros.rendering.text_width import wrap
from macros.rendering.views.balance import Report

if TYPE_CHECKING:
    from macros.rendering.views.cross_check import Fact

WIDTH = 320
"""Fits a window of 360 pixels, so that the text is not scaled down."""
_COLUMNS = 28
_MARKS_X = 206
_MARK, _MARKS_IN_A_LINE = 20, 6
_LINE, _GAP = 15, 11


@dataclass(frozen=True)
class ReportMark:
    """A report and the middle of its mark."""

    report: Report
    x: int
    y: int


@dataclass(frozen=True)
class FactRow:
    """A fact with the lines of its title, and its reports by relation and date: those that differ come last.

    Attributes:
        fact: The fact.
        title: The lines of its title.
        y: The top of the row.
        height: The height of the row.
        marks: The reports.
    """

    fact: Fact
    title: tuple[str, ...]
    y: int
    height: int
    marks: tuple[ReportMark, ...]


@dataclass(frozen=True)
class CheckedOverview:
    """The picture: its size, its rows, and the relations that it shows."""

    width: int
    height: int
    rows: tuple[FactRow, ...]
    relations: tuple[CheckRelation, ...]


def _row(fact: Fact, top: int) -> FactRow:
    reports = (*fact.agreeing, *fact.differing)
    title = wrap(
        fact.event.title
        if fact.event
        else f"{together(one.short for one in fact.speakers)}: {fact.statements[0].title}",
        _COLUMNS,
    )
    marks = [
        ReportMark(report, _MARKS_X + n % _MARKS_IN_A_LINE * _MARK, top + _GAP + n // _MARKS_IN_A_LINE * _MARK)
        for n, report in enumerate(reports)
    ]
    height = max(_LINE * len(title), -(-len(reports) // _MARKS_IN_A_LINE) * _MARK) + _GAP
    return FactRow(fact, tuple(title), top, height, tuple(marks))


def checked_overview(facts: Iterable[Fact]) -> CheckedOverview:
    """The picture of some facts, in their order."""
    rows: list[FactRow] = []
    for fact in facts:
        rows.append(_row(fact, rows[-1].y + rows[-1].height if rows else 0))
    shown = {mark.report.record.relation for row in rows for mark in row.marks}
    relations = tuple(relation for relation in CheckRelation if relation in shown)
    return CheckedOverview(WIDTH, rows[-1].y + rows[-1].height, tuple(rows), relations)
