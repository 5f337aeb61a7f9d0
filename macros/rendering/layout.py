"""The positions of the nodes of a graph. Graphviz computes them, through pygraphviz, whose wheels include Graphviz.

The sizes of the nodes are given, so no font is measured and the layout is the same on every machine. The method is that
of `dot`: Gansner, Koutsofios, North and Vo, *A technique for drawing directed graphs* (1993).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pygraphviz import AGraph

POINTS_PER_INCH = 72
MARGIN = 6
"""Free space around a drawing, in pixels."""
GAP = 28
"""Free space between parts of the graph that are not connected, in pixels."""


@dataclass(frozen=True)
class Box:
    """The size of a node, in pixels."""

    name: str
    width: int
    height: int


@dataclass(frozen=True)
class Placed:
    """The upper left corner of a node, from the upper left corner of the drawing, and its size, in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Layout:
    """A graph with the position of every node and edge.

    Attributes:
        width: Width of the drawing, in pixels.
        height: Height of the drawing, in pixels.
        nodes: The position and size of each node, by name.
        edges: By tail and head, the control points of the curve of each edge (a cubic B-spline: one point, then three
            for each segment).
    """

    width: int
    height: int
    nodes: dict[str, Placed]
    edges: dict[tuple[str, str], tuple[tuple[int, int], ...]]


def _components(names: Iterable[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The names of the nodes, grouped into connected components, in the given order."""
    group = {name: [name] for name in names}
    for tail, head in edges:
        if group[tail] is not group[head]:
            joined = group[tail] + group[head]
            group.update(dict.fromkeys(joined, joined))
    order = {name: index for index, name in enumerate(group)}
    found = {id(members): sorted(members, key=order.__getitem__) for members in group.values()}
    return list(found.values())


def _graph(*, upright: bool) -> AGraph:
    if upright:
        return AGraph(directed=True, rankdir="TB", nodesep="0.05", ranksep="0.15", splines="spline")
    return AGraph(directed=True, rankdir="LR", nodesep="0.14", ranksep="0.26", splines="spline", ordering="in")


def _lay_out_component(
    boxes: Sequence[Box], edges: Sequence[tuple[str, str]], between: Container[tuple[str, str]], *, upright: bool
) -> Layout:
    """Lays out a connected graph, with its upper left corner at (0, 0)."""
    order = {box.name: index for index, box in enumerate(boxes)}
    graph = _graph(upright=upright)
    for box in boxes:
        width, height = box.width / POINTS_PER_INCH, box.height / POINTS_PER_INCH
        graph.add_node(box.name, shape="box", fixedsize="true", label="", width=f"{width:.4f}", height=f"{height:.4f}")
    for tail, head in edges:
        # In a column, an edge that leads back up must not change the order, and neither may an edge without a direction.
        is_free = order[tail] > order[head] if upright else (tail, head) in between
        graph.add_edge(tail, head, arrowhead="none", **({"constraint": "false"} if is_free else {}))
    if upright:
        # A heavy edge from each node to the next one, invisible if there is none, gives every node a rank of its own and
        # keeps the column straight: no wider than a phone, with the other curves beside it.
        for above, below in pairwise(box.name for box in boxes):
            if (above, below) in edges:
                graph.get_edge(above, below).attr["weight"] = "100"
            else:
                graph.add_edge(above, below, style="invis", weight="100")
    graph.layout(prog="dot")
    left, low, right, top = (float(number) for number in graph.graph_attr["bb"].split(","))

    def pixels(text: str) -> tuple[int, int]:
        x, y = (float(number) for number in text.split(","))
        return round(x - left), round(top - y)  # Graphviz counts upward

    nodes = {}
    for box in boxes:
        x, y = pixels(graph.get_node(box.name).attr["pos"])
        nodes[box.name] = Placed(x - box.width // 2, y - box.height // 2, box.width, box.height)
    curves = {(t, h): tuple(pixels(text) for text in graph.get_edge(t, h).attr["pos"].split()) for t, h in edges}
    return Layout(round(right - left), round(top - low), nodes, curves)


def lay_out(
    boxes: Iterable[Box],
    edges: Iterable[tuple[str, str]],
    *,
    between: Iterable[tuple[str, str]] = (),
    upright: bool = False,
) -> Layout:
    """Lays out a directed graph from left to right. Connected components are placed below each other in the given order.

    Args:
        boxes: The nodes. Their order decides between layouts that are equally good.
        edges: The edges, as pairs of names: tail and head.
        between: Edges without a direction, which do not decide where a node is. Each pair is in the order of the boxes.
        upright: Whether the graph is laid out from top to bottom instead, in one column in the given order.
    """
    sizes = {box.name: box for box in boxes}
    between = tuple(between)
    pairs = list(dict.fromkeys([*edges, *between]))
    nodes: dict[str, Placed] = {}
    curves: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}
    width, height = 0, MARGIN
    for names in _components(sizes, pairs):
        members = set(names)
        own = [pair for pair in pairs if pair[0] in members]
        component = _lay_out_component([sizes[name] for name in names], own, between, upright=upright)
        for name, place in component.nodes.items():
            nodes[name] = replace(place, x=place.x + MARGIN, y=place.y + height)
        for pair, curve in component.edges.items():
            curves[pair] = tuple((x + MARGIN, y + height) for x, y in curve)
        width, height = max(width, component.width), height + component.height + GAP
    return Layout(width + 2 * MARGIN, height - GAP + MARGIN, nodes, curves)
