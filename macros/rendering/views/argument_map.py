"""The map of an argument: what stands on it, in which order, and where Graphviz puts it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.models.argument import Argument, Inference, Relation
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement, StatementKind
from macros.rendering.layout import Box, Layout, Placed, lay_out

NODE_WIDTH = 184
STEP_SIZE = 30
_TITLE_LINE = 16
_SMALL_LINE = 14
_PADDING = 7
_COLUMNS = 22
"""Characters in a line of a node: as many as fit in the widest of the common sans-serif faces."""
_SLANT = 2
"""Characters that a line loses where a shape has slanted sides or a point."""
_SLANTED = frozenset({StatementKind.COUNTERFACTUAL, StatementKind.PREDICTION})


class Link(StrEnum):
    """What an edge of the map stands for."""

    PREMISE = "premise"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONCESSION = "concession"


@dataclass(frozen=True)
class Point:
    """A statement or an event of an argument, as a map or an outline calls it.

    Attributes:
        statement: The statement; None for an event.
        event: The event; None for a statement.
        speakers: Who says it, the innermost first; empty for an event.
        is_own: Whether the one whose argument it is says it, with nobody between.
        step: The step by which a reader meets it first.
        is_conclusion: Whether it is what the whole argument concludes.
    """

    statement: Statement | None
    event: Event | None
    speakers: tuple[str, ...]
    is_own: bool
    step: Inference
    is_conclusion: bool

    @property
    def kind(self) -> str:
        """The kind by which it is drawn."""
        return self.statement.kind if self.statement else "event"

    @property
    def title(self) -> str:
        """What it says in a few words."""
        if self.event:
            return self.event.title
        return (self.statement.title or self.statement.says) if self.statement else ""


@dataclass(frozen=True)
class Node:
    """A point on the map, with its place and its words in lines.

    Attributes:
        point: The statement or event.
        place: Where it stands.
        title: Its title, in lines.
        voices: Its speakers, in lines; empty where the one whose argument it is speaks alone.
    """

    point: Point
    place: Placed
    title: tuple[str, ...]
    voices: tuple[str, ...]


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


def points(dossier: Dossier, argument: Argument) -> dict[str, Point]:
    """Every statement and event of an argument by id, in reading order."""
    found: dict[str, Point] = {}
    own = (dossier.actor[argument.speaker].short,)
    for step in argument.inferences:
        for name in step.claims:
            if name in dossier.inference or name in found:
                continue
            statement = dossier.statement.get(name)
            speakers = _speakers(dossier, statement) if statement else ()
            is_conclusion = name == argument.conclusion
            found[name] = Point(statement, dossier.event.get(name), speakers, speakers == own, step, is_conclusion)
    return found


def _speakers(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    levels = [dossier.actor[level.speaker].short for level in reversed(statement.chain)]
    return tuple(levels) or (dossier.actor[dossier.source[statement.source].publisher].short,)


def _in_lines(point: Point) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The title and the speakers of a point, in lines."""
    # A conclusion is set in bold, which is wider.
    columns = _COLUMNS - (_SLANT if point.kind in _SLANTED or point.is_conclusion else 0)
    # Whose argument it is stands below the map once; a name in every box would hide the others.
    voices = [] if point.is_own else textwrap.wrap(", via ".join(point.speakers), _COLUMNS + 2)
    return tuple(textwrap.wrap(point.title, columns)), tuple(voices)


def _box(name: str, point: Point) -> Box:
    title, voices = _in_lines(point)
    return Box(name, NODE_WIDTH, 2 * _PADDING + _SMALL_LINE * (1 + len(voices)) + _TITLE_LINE * len(title) + 2)


def _members(inference: Inference) -> Iterator[tuple[str, str, Link]]:
    """The edges of a step: tail, head, what they stand for."""
    for name in inference.premises:
        yield name, inference.id, Link.PREMISE
    for name in inference.concedes:
        yield name, inference.id, Link.CONCESSION
    yield inference.id, inference.conclusion, _LINK_OF[inference.relation]


_LINK_OF = {Relation.SUPPORT: Link.SUPPORT, Relation.ATTACK: Link.ATTACK, Relation.UNDERCUT: Link.UNDERCUT}


def _placed(dossier: Dossier, argument: Argument, shown: dict[str, Point], layout: Layout) -> Iterator[Node | StepNode]:
    """Every part in the order of the argument: what a step rests on, the step, what it leads to."""
    placed: set[str] = set()
    for number, inference in enumerate(argument.inferences, start=1):
        for name in (*inference.premises, *inference.concedes, inference.id, inference.conclusion):
            if name in placed or (name in dossier.inference and name != inference.id):
                continue
            placed.add(name)
            if name == inference.id:
                yield StepNode(number, inference, dossier.scheme[inference.scheme].title, layout.nodes[name])
            else:
                yield Node(shown[name], layout.nodes[name], *_in_lines(shown[name]))


def argument_map(dossier: Dossier, argument: Argument) -> MapView:
    """Lays out the map of one argument."""
    shown = points(dossier, argument)
    boxes = [_box(name, point) for name, point in shown.items()]
    boxes += [Box(inference.id, STEP_SIZE, STEP_SIZE) for inference in argument.inferences]
    members = [(member, inference) for inference in argument.inferences for member in _members(inference)]
    layout = lay_out(boxes, [(tail, head) for (tail, head, _), _ in members])
    edges = tuple(
        Edge(link, inference.implicit and link is Link.SUPPORT, layout.edges[tail, head])
        for (tail, head, link), inference in members
    )
    kinds = tuple(dict.fromkeys(point.kind for point in shown.values()))
    links = tuple(link for link in Link if link in {edge.link for edge in edges})
    return MapView(layout.width, layout.height, tuple(_placed(dossier, argument, shown, layout)), edges, kinds, links)
