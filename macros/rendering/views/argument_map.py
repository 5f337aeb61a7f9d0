"""The map of an argument: what stands on it, in which order, and where Graphviz puts it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.models.argument import Argument, Inference, Relation
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement
from macros.rendering.layout import Box, Layout, Placed, lay_out

NODE_WIDTH = 172
STEP_SIZE = 30
_TITLE_LINE = 15
_SMALL_LINE = 13
_PADDING = 7
_COLUMNS = 22
"""Characters in a line of a node: as many as fit in the widest of the common sans-serif faces."""


class Link(StrEnum):
    """What an edge of the map stands for."""

    PREMISE = "premise"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONCESSION = "concession"


@dataclass(frozen=True)
class Node:
    """A statement or an event on the map.

    Attributes:
        statement: The statement; None for an event.
        event: The event; None for a statement.
        speakers: Who says it, the innermost first; empty for an event.
        step: The step by which a reader meets it first.
        is_conclusion: Whether it is what the whole argument concludes.
        place: Where it stands.
        title: Its title, in lines.
        voices: Its speakers, in lines.
    """

    statement: Statement | None
    event: Event | None
    speakers: tuple[str, ...]
    step: Inference
    is_conclusion: bool
    place: Placed
    title: tuple[str, ...]
    voices: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The kind by which it is drawn."""
        return self.statement.kind if self.statement else "event"


@dataclass(frozen=True)
class StepNode:
    """A step on the map: the round mark between premises and conclusion."""

    number: int
    inference: Inference
    scheme: str
    place: Placed


@dataclass(frozen=True)
class Edge:
    """A line of the map, with the points of its curve."""

    link: Link
    is_implicit: bool
    points: tuple[tuple[int, int], ...]

    @property
    def path(self) -> str:
        """The curve in the syntax of SVG paths."""
        (x, y), *rest = self.points
        return f"M{x},{y}C" + " ".join(f"{px},{py}" for px, py in rest)


@dataclass(frozen=True)
class MapView:
    """A map, ready to be drawn; its parts stand in the order of the argument."""

    width: int
    height: int
    parts: tuple[Node | StepNode, ...]
    edges: tuple[Edge, ...]
    kinds: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class _Sketch:
    """A node before it has a place."""

    name: str
    step: Inference
    title: tuple[str, ...]
    voices: tuple[str, ...]
    speakers: tuple[str, ...]

    @property
    def box(self) -> Box:
        height = 2 * _PADDING + _SMALL_LINE * (1 + len(self.voices)) + _TITLE_LINE * len(self.title)
        return Box(self.name, NODE_WIDTH, height)


def _speakers(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    levels = [dossier.actor[level.speaker].short for level in reversed(statement.chain)]
    return tuple(levels) or (dossier.actor[dossier.source[statement.source].publisher].short,)


def _sketch(dossier: Dossier, name: str, step: Inference) -> _Sketch:
    statement = dossier.statement.get(name)
    if statement is None:
        return _Sketch(name, step, tuple(textwrap.wrap(dossier.event[name].title, _COLUMNS)), (), ())
    speakers = _speakers(dossier, statement)
    voices = textwrap.wrap(", via ".join(speakers), _COLUMNS + 2)
    title = textwrap.wrap(statement.title or statement.says, _COLUMNS)
    return _Sketch(name, step, tuple(title), tuple(voices), speakers)


def _members(inference: Inference) -> Iterator[tuple[str, str, Link]]:
    """The edges of a step: tail, head, what they stand for."""
    for name in inference.premises:
        yield name, inference.id, Link.PREMISE
    for name in inference.concedes:
        yield name, inference.id, Link.CONCESSION
    yield inference.id, inference.conclusion, _LINK_OF[inference.relation]


_LINK_OF = {Relation.SUPPORT: Link.SUPPORT, Relation.ATTACK: Link.ATTACK, Relation.UNDERCUT: Link.UNDERCUT}


def _placed(
    dossier: Dossier, argument: Argument, sketches: dict[str, _Sketch], layout: Layout
) -> Iterator[Node | StepNode]:
    """Every part in the order of the argument: what a step rests on, the step, what it leads to."""
    shown: set[str] = set()
    for number, inference in enumerate(argument.inferences, start=1):
        for name in (*inference.premises, *inference.concedes, inference.id, inference.conclusion):
            if name in shown or (name in dossier.inference and name != inference.id):
                continue
            shown.add(name)
            place = layout.nodes[name]
            if name == inference.id:
                yield StepNode(number, inference, dossier.scheme[inference.scheme].title, place)
            else:
                sketch = sketches[name]
                statement, event = dossier.statement.get(name), dossier.event.get(name)
                is_conclusion = name == argument.conclusion
                yield Node(
                    statement, event, sketch.speakers, sketch.step, is_conclusion, place, sketch.title, sketch.voices
                )


def argument_map(dossier: Dossier, argument: Argument) -> MapView:
    """Lays out the map of one argument."""
    sketches: dict[str, _Sketch] = {}
    for inference in argument.inferences:
        for name in (*inference.premises, *inference.concedes, inference.conclusion):
            if name not in dossier.inference:
                sketches.setdefault(name, _sketch(dossier, name, inference))
    boxes = [sketch.box for sketch in sketches.values()]
    boxes += [Box(inference.id, STEP_SIZE, STEP_SIZE) for inference in argument.inferences]
    members = [(member, inference) for inference in argument.inferences for member in _members(inference)]
    layout = lay_out(boxes, [(tail, head) for (tail, head, _), _ in members])
    parts = tuple(_placed(dossier, argument, sketches, layout))
    edges = tuple(
        Edge(link, inference.implicit and link is Link.SUPPORT, layout.edges[tail, head])
        for (tail, head, link), inference in members
    )
    kinds = dict.fromkeys(part.kind for part in parts if isinstance(part, Node))
    links = tuple(link for link in Link if link in {edge.link for edge in edges})
    return MapView(layout.width, layout.height, parts, edges, tuple(kinds), links)
