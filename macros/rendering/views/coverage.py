"""The picture of how a dossier uses the passages of a source: a bar for each, as high as the number of places that use it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from macros.models.actor import Actor
from macros.models.base import IdentifiedRecord
from macros.models.source import Passage
from macros.models.statement import Statement
from macros.models.voice import Mode

WIDTH = 320
"""Fits a window of 360 pixels, so that the text is not scaled down."""
_IN_A_ROW = 40
"""With more bars beside each other, they would be too narrow to tell apart."""
_LEFT = 24
_BAR_HEIGHT = 72
_TOP, _BELOW = 10, 22
_MOST_LINES = 4
_DIGIT = 9


class Use(StrEnum):
    """How the dossier uses a passage."""

    QUOTED = "quoted"
    PARAPHRASED = "paraphrased"
    LEFT_OUT = "left-out"
    UNUSED = "unused"


@dataclass(frozen=True)
class PassageUse:
    """A passage with everything that rests on it.

    Attributes:
        passage: The passage.
        use: Quoted in part, paraphrased, left out with a reason, or not used.
        statements: The statements that rest on it.
        users: The records that use one of them, each once.
        is_on_home: Whether the front page cites one of the statements.
        voices: Who speaks in it, if there are several voices: the speakers, the innermost first, and how the outlet reports them.
    """

    passage: Passage
    use: Use
    statements: tuple[Statement, ...]
    users: tuple[IdentifiedRecord, ...]
    voices: tuple[tuple[tuple[tuple[Actor, ...], ...], Mode | None], ...] = ()
    is_on_home: bool = False

    @property
    def weight(self) -> int:
        """In how many places the dossier uses the passage."""
        return len(self.users) + self.is_on_home


@dataclass(frozen=True)
class Bar:
    """A bar: its passage, its position and size, and the number of its paragraph if that is written below it."""

    use: PassageUse
    x: int
    width: int
    height: int
    paragraph: int | None


@dataclass(frozen=True)
class BarRow:
    """A row of bars above its axis."""

    axis: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Coverage:
    """The picture: its size, its rows, and the lines of the scale, each with its number and its height above the axis."""

    width: int
    height: int
    left: int
    rows: tuple[BarRow, ...]
    scale: tuple[tuple[int, int], ...]


def _step(most: int) -> int:
    """The distance between the lines of the scale: 1, 2 or 5, times a power of ten."""
    power: int = 10 ** (len(str(most)) - 1)
    return next(step for step in (power // 5, power // 2, power, power * 2, power * 5) if most <= step * _MOST_LINES)


def _row(uses: Sequence[PassageUse], most: int, pitch: int, axis: int) -> BarRow:
    bars = []
    free, last = 0, None
    for n, use in enumerate(uses):
        x = _LEFT + n * pitch + 2
        paragraph = use.passage.paragraph
        shown = paragraph != last and x >= free
        last = paragraph
        if shown and paragraph:
            free = x + _DIGIT * (len(str(paragraph)))
        height = max(3, use.weight * _BAR_HEIGHT // most)
        bars.append(Bar(use, x, max(3, pitch - 4), height, paragraph if shown else None))
    return BarRow(axis, tuple(bars))


def coverage(uses: Sequence[PassageUse]) -> Coverage:
    """The picture of some passages, in rows if they are many."""
    most = max([1, *(use.weight for use in uses)])
    pitch = min(16, (WIDTH - _LEFT) // max(1, min(len(uses), _IN_A_ROW)))
    row_height = _TOP + _BAR_HEIGHT + _BELOW
    rows = [
        _row(uses[start : start + _IN_A_ROW], most, pitch, start // _IN_A_ROW * row_height + _TOP + _BAR_HEIGHT)
        for start in range(0, len(uses), _IN_A_ROW)
    ]
    step = _step(most)
    scale = tuple((number, number * _BAR_HEIGHT // most) for number in range(0, most + 1, step))
    return Coverage(WIDTH, len(rows) * row_height, _LEFT, tuple(rows), scale)
