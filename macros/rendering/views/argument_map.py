"""The map of an argument: which parts it has, in which order, and where Graphviz places them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from macros.models.argument import Argument, Exclusion, Inference, Relation
from macros.models.dossier import Dossier
from macros.models.statement import StatementKind
from macros.rendering.layout import Box, Layout, Placed, lay_out
from macros.rendering.text_width import wrap
from macros.rendering.views.argument_points import Point, points

STEP_SIZE = 30
_TITLE_LINE = 16
_SMALL_LINE = 14
_PADDING = 7
_SHEET = 1200
"""Height of a printed column, in pixels. On A4 its text is at least 7 points high, and two columns fit beside each other."""
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
    CONTRARY = "contrary"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True)
class Form:
    """One of the two forms of a map.

    Attributes:
        node_width: Width of a node, in pixels.
        columns: Characters in a line of a node: the number that fits if the browser uses the widest common sans-serif font.
        upright: Whether the map is one column from top to bottom, for phones and paper, instead of left to right.
    """

    node_width: int
    columns: int
    upright: bool


WIDE = Form(184, 22, upright=False)
UPRIGHT = Form(212, 25, upright=True)


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

    @property
    def has_unsaid_steps(self) -> bool:
        """Whether the speaker leaves a step unsaid."""
        return any(isinstance(part, StepNode) and part.inference.implicit for part in self.parts)

    @property
    def has_unnamed_speaker(self) -> bool:
        """Whether a box names nobody, because only the speaker of the argument says it."""
        return any(isinstance(part, Node) and part.point.is_own for part in self.parts)

    @property
    def bands(self) -> tuple[tuple[int, int], ...]:
        """The top and the height of each part into which an upright map is cut for paper. No cut goes through a node."""
        ends = [part.place.y + part.place.height + 2 for part in self.parts]
        number = -(-self.height // _SHEET)
        cuts = [min(ends, key=lambda end: abs(end - self.height * n // number)) for n in range(1, number)]
        return tuple((top, bottom - top) for top, bottom in pairwise([0, *cuts, self.height]))


def _in_lines(point: Point, form: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The title and the speakers of a point, split into lines."""
    # The conclusion is in bold, which is wider.
    columns = form.columns - (_SLANT if point.kind in _SLANTED or point.is_conclusion else 0)
    # The text below the map names the speaker of the argument. If every box repeated that name, readers would miss the
    # other names.
    voices = [] if point.is_own else wrap(", via ".join(point.speakers), form.columns + 2)
    return tuple(wrap(point.title, columns)), tuple(voices)


def _box(name: str, point: Point, form: Form) -> Box:
    title, voices = _in_lines(point, form)
    return Box(name, form.node_width, 2 * _PADDING + _SMALL_LINE * (1 + len(voices)) + _TITLE_LINE * len(title) + 2)


def _edges_of(inference: Inference) -> Iterator[tuple[str, str, Link]]:
    """The edges of a step: tail, head and meaning."""
    for name in inference.premises:
        yield name, inference.id, Link.PREMISE
    for name in inference.concedes:
        yield name, inference.id, Link.CONCESSION
    yield inference.id, inference.conclusion, _LINK_OF[inference.relation]


_LINK_OF = {Relation.SUPPORT: Link.SUPPORT, Relation.ATTACK: Link.ATTACK, Relation.UNDERCUT: Link.UNDERCUT}
_LINK_BETWEEN = {Exclusion.CONTRARY: Link.CONTRARY, Exclusion.CONTRADICTORY: Link.CONTRADICTORY}


def _exclusions(argument: Argument, boxes: list[Box]) -> Iterator[tuple[str, str, Link]]:
    """The edges between claims that exclude each other. They have no direction, so they follow the order of the boxes."""
    order = {box.name: index for index, box in enumerate(boxes)}
    for one in argument.oppositions:
        for pair in one.pairs:
            first, second = sorted(pair, key=order.__getitem__)
            yield first, second, _LINK_BETWEEN[one.kind]


def _parts(
    dossier: Dossier, argument: Argument, known: dict[str, Point], layout: Layout, form: Form
) -> Iterator[Node | StepNode]:
    """Every part of the map in the order of the argument: the premises of a step, the step, its conclusion."""
    left = dict(known)

    def nodes(names: Iterable[str]) -> Iterator[Node]:
        for name in names:
            if point := left.pop(name, None):
                yield Node(point, layout.nodes[name], *_in_lines(point, form))

    for number, step in enumerate(argument.inferences, start=1):
        yield from nodes((*step.premises, *step.concedes))
        yield StepNode(number, step, dossier.scheme[step.scheme].title, layout.nodes[step.id])
        yield from nodes([step.conclusion])
    yield from nodes(known)


def _boxes(argument: Argument, known: dict[str, Point], form: Form) -> list[Box]:
    """The nodes of the map, each after everything that leads to it, otherwise in reading order."""
    leads_to: dict[str, list[str]] = {}
    for inference in argument.inferences:
        for tail, head, _ in _edges_of(inference):
            leads_to.setdefault(head, []).append(tail)
    boxes: dict[str, Box] = {}
    seen: set[str] = set()

    def add(name: str) -> None:
        if name in seen:
            return
        seen.add(name)  # before its box, because rivals that attack each other lead to each other
        for earlier in leads_to.get(name, ()):
            add(earlier)
        boxes[name] = _box(name, known[name], form) if name in known else Box(name, STEP_SIZE, STEP_SIZE)

    for name in (*(step.conclusion for step in argument.inferences), *known):
        add(name)
    return list(boxes.values())


def argument_map(dossier: Dossier, argument: Argument, form: Form = WIDE) -> MapView:
    """Lays out the map of one argument."""
    known = points(dossier, argument)
    boxes = [_box(name, point, form) for name, point in known.items()]
    boxes += [Box(inference.id, STEP_SIZE, STEP_SIZE) for inference in argument.inferences]
    drawn = [
        (edge, inference.implicit and edge[2] is Link.SUPPORT)
        for inference in argument.inferences
        for edge in _edges_of(inference)
    ]
    if form.upright:
        boxes = _boxes(argument, known, form)
    between = list(_exclusions(argument, boxes))
    layout = lay_out(
        boxes,
        [(tail, head) for (tail, head, _), _ in drawn],
        between=[(one, other) for one, other, _ in between],
        upright=form.upright,
    )
    drawn += [(edge, False) for edge in between]
    edges = tuple(Edge(link, implicit, layout.edges[tail, head]) for (tail, head, link), implicit in drawn)
    kinds = tuple(dict.fromkeys(point.kind for point in known.values()))
    links = tuple(link for link in Link if link in {edge.link for edge in edges})
    parts = tuple(_parts(dossier, argument, known, layout, form))
    return MapView(layout.width, layout.height, parts, edges, kinds, links)
