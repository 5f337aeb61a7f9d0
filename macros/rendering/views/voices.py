"""Who said what to whom: the chains of a source as one tree, with the statements on each path.

The tree reads from the outlet inwards: below the outlet, whom it cites; below these, whom they cite. So the depth of a
row is the number of voices through which its statements reached us.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.models.actor import Actor
from macros.models.dossier import Dossier
from macros.models.source import Passage, Source
from macros.models.statement import Statement
from macros.models.typography import together
from macros.rendering.text_width import wrap

WIDTH = 320
"""Fits a window of 360 pixels, so that the text is not scaled down."""
_CHARACTER_WIDTH = 9.5
_INDENT, _TEXT = 34, 26
_LINE, _ROW_GAP = 16, 10

Path = tuple[tuple[tuple[str, ...], str | None], ...]
"""Who speaks, together, with the actor to whom it was said, from the outermost to the innermost."""


@dataclass(frozen=True)
class VoiceRow:
    """One voice on its path.

    Attributes:
        to: The actor to whom it was said, if the chain names one.
        names: Short names of everybody on the path, from the outlet inwards.
        statements: The statements whose whole chain this path is; empty if it only leads to others.
        passages: The passages of these statements in the order of the text, each once.
        distance: The number of voices on the path; 1 is the outlet's own word.
        name: The lines of the names of those who speak last on the path.
        addressee: The lines of the name of the actor to whom it was said.
        x: The position of its mark.
        y: The middle of its mark.
        parent_y: The middle of the mark of the voice that cites it; None for the outlet.
    """

    to: Actor | None
    names: tuple[str, ...]
    statements: tuple[Statement, ...]
    passages: tuple[Passage, ...]
    distance: int
    name: tuple[str, ...]
    addressee: tuple[str, ...]
    x: int
    y: int
    parent_y: int | None

    @property
    def by_paragraph(self) -> tuple[tuple[int | None, tuple[Passage, ...]], ...]:
        """The passages, grouped by paragraph."""
        return tuple((number, tuple(group)) for number, group in groupby(self.passages, lambda one: one.paragraph))


@dataclass(frozen=True)
class VoicesView:
    """The picture: its size, its rows from the outlet inwards, and how many statements came through how many voices."""

    width: int
    height: int
    rows: tuple[VoiceRow, ...]
    distances: tuple[tuple[int, int], ...]


def _path(statement: Statement) -> Path:
    return tuple((level.speaker, level.to) for level in statement.chain)


def _in_order(paths: dict[Path, list[Statement]], path: Path = ()) -> Iterator[Path]:
    """A path and everything below it, in the order in which the statements are recorded."""
    yield path
    below = dict.fromkeys(
        other[: len(path) + 1] for other in paths if len(other) > len(path) and other[: len(path)] == path
    )
    for longer in below:
        yield from _in_order(paths, longer)


def _row(
    dossier: Dossier, source: Source, path: Path, own: list[Statement], top: int, parent_y: int | None
) -> VoiceRow:
    speakers = ((source.publisher,), *(names for names, _ in path))
    names = tuple(together([dossier.actor[name].short for name in level]) for level in speakers)
    to = dossier.actor[path[-1][1]] if path and path[-1][1] else None
    x = 12 + len(path) * _INDENT
    columns = int((WIDTH - x - _TEXT) / _CHARACTER_WIDTH)
    cited = {dossier.main_passage(statement).address for statement in own}
    return VoiceRow(
        to=to,
        names=names,
        statements=tuple(own),
        passages=tuple(passage for passage in source.passages if passage.address in cited),
        distance=len(path) + 1,
        name=tuple(wrap(names[-1], columns)),
        addressee=tuple(wrap(to.short, columns - len("to "))) if to else (),
        x=x,
        y=top + _LINE,
        parent_y=parent_y,
    )


def voices(dossier: Dossier, source: Source) -> VoicesView | None:
    """The picture of one source; None if nobody but the outlet speaks in it."""
    paths: dict[Path, list[Statement]] = {}
    for statement in dossier.statements:
        if statement.source == source.id:
            paths.setdefault(_path(statement), []).append(statement)
    if not any(paths):
        return None
    rows: dict[Path, VoiceRow] = {}
    top = 0
    for path in _in_order(paths):
        parent = rows[path[:-1]].y if path else None
        row = _row(dossier, source, path, paths.get(path, []), top, parent)
        rows[path] = row
        top += _LINE * (len(row.name) + len(row.addressee) + bool(row.statements)) + _ROW_GAP
    counted = Counter(len(path) + 1 for path, own in paths.items() for _ in own)
    return VoicesView(WIDTH, top, tuple(rows.values()), tuple(sorted(counted.items())))
