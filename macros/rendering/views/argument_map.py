"""The map of an argument: which parts it has, in which order, and where Graphviz places them."""

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
"""Characters in a line of a node: the number that fits if the browser uses the widest common sans-serif font."""
_SLANT = 2
"""How many characters fewer fit in a line if the shape has slanted sides or a pointed end, or if the text is bold."""
_SLANTED = frozenset({StatementKind.COUNTERFACTUAL, StatementKind.PREDICTION})


class Link(StrEnum):
    """What an edge of the map means."""

    PREMISE = "premise"
    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONCESSION = "concession"


@dataclass(frozen=True)
class Point:
    """A point of an argument: a statement or an event, as the map and the outline show it.

    Attributes:
        statement: The statement; None for an event.
        event: The event; None for a statement.
        speakers: Short names of everybody who says it, the innermost speaker first; empty for an event.
        is_own: Whether the speaker of the argument says it and nobody else is in the chain.
        step: The first step, in reading order, that claims it.
        is_conclusion: Whether it is the conclusion of the whole argument.
    """

    statement: Statement | None
    event: Event | None
    speakers: tuple[str, ...]
    is_own: bool
    step: Inference
    is_conclusion: bool

    @property
    def kind(self) -> str:
        """The kind, which decides the shape of the node."""
        return self.statement.kind if self.statement else "event"

    @property
    def title(self) -> str:
        """The content in a few words."""
        if self.event:
            return self.event.title
        return (self.statement.title or self.statement.says) if self.statement else ""


@dataclass(frozen=True)
class Node:
    """A point of the argument on the map, with its position and its text split into lines.

    Attributes:
        point: The point.
        place: The position and size of the node.
        title: The lines of the title.
        voices: The lines that name the speakers; empty if only the speaker of the argument says it.
    """

    point: Point
    place: Placed
    title: tuple[str, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True)
class StepNode:
    """A step on the map: the circle between premises and conclusion."""

    number: int
    inference: Inference
    scheme: str
    place: Placed


@dataclass(frozen=True)
class Edge:
    """A line on the map.

    Attributes:
        link: What the line means.
        is_implicit: Whether it belongs to a step that the speaker leaves unsaid.
        curve: The control points of the curve; see `Layout.edges`.
    """

    link: Link
    is_implicit: bool
    curve: tuple[tuple[int, int], ...]

    @property
    def path(self) -> str:
        """The curve in the syntax of SVG paths."""
        (x, y), *rest = self.curve
        return f"M{x},{y}C" + " ".join(f"{px},{py}" for px, py in rest)


@dataclass(frozen=True)
class MapView:
    """A map, ready to be drawn. Its parts are in the order of the argument."""

    width: int
    height: int
    parts: tuple[Node | StepNode, ...]
    edges: tuple[Edge, ...]
    kinds: tuple[str, ...]
    links: tuple[Link, ...]


def points(dossier: Dossier, argument: Argument) -> dict[str, Point]:
    """Every point of an argument by id, in reading order."""
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
    """The title and the speakers of a point, split into lines."""
    # The conclusion is in bold, which is wider.
    columns = _COLUMNS - (_SLANT if point.kind in _SLANTED or point.is_conclusion else 0)
    # The text below the map names the speaker of the argument. If every box repeated that name, readers would miss the
    # other names.
    voices = [] if point.is_own else textwrap.wrap(", via ".join(point.speakers), _COLUMNS + 2)
    return tuple(textwrap.wrap(point.title, columns)), tuple(voices)


def _box(name: str, point: Point) -> Box:
    title, voices = _in_lines(point)
    return Box(name, NODE_WIDTH, 2 * _PADDING + _SMALL_LINE * (1 + len(voices)) + _TITLE_LINE * len(title) + 2)


def _edges_of(inference: Inference) -> Iterator[tuple[str, str, Link]]:
    """The edges of a step: tail, head and meaning."""
    for name in inference.premises:
        yield name, inference.id, Link.PREMISE
    for name in inference.concedes:
        yield name, inference.id, Link.CONCESSION
    yield inference.id, inference.conclusion, _LINK_OF[inference.relation]


_LINK_OF = {Relation.SUPPORT: Link.SUPPORT, Relation.ATTACK: Link.ATTACK, Relation.UNDERCUT: Link.UNDERCUT}


def _parts(dossier: Dossier, argument: Argument, known: dict[str, Point], layout: Layout) -> Iterator[Node | StepNode]:
    """Every part of the map in the order of the argument: the premises of a step, the step, its conclusion."""
    placed: set[str] = set()
    for number, inference in enumerate(argument.inferences, start=1):
        for name in (*inference.premises, *inference.concedes, inference.id, inference.conclusion):
            if name in placed or (name in dossier.inference and name != inference.id):
                continue
            placed.add(name)
            if name == inference.id:
                yield StepNode(number, inference, dossier.scheme[inference.scheme].title, layout.nodes[name])
            else:
                yield Node(known[name], layout.nodes[name], *_in_lines(known[name]))


def argument_map(dossier: Dossier, argument: Argument) -> MapView:
    """Lays out the map of one argument."""
    known = points(dossier, argument)
    boxes = [_box(name, point) for name, point in known.items()]
    boxes += [Box(inference.id, STEP_SIZE, STEP_SIZE) for inference in argument.inferences]
    drawn = [(edge, inference) for inference in argument.inferences for edge in _edges_of(inference)]
    layout = lay_out(boxes, [(tail, head) for (tail, head, _), _ in drawn])
    edges = tuple(
        Edge(link, inference.implicit and link is Link.SUPPORT, layout.edges[tail, head])
        for (tail, head, link), inference in drawn
    )
    kinds = tuple(dict.fromkeys(point.kind for point in known.values()))
    links = tuple(link for link in Link if link in {edge.link for edge in edges})
    return MapView(layout.width, layout.height, tuple(_parts(dossier, argument, known, layout)), edges, kinds, links)
