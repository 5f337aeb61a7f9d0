"""Where the nodes of a graph go: Graphviz decides, through pygraphviz, whose wheels carry it.

The sizes of the nodes are given, so no font is measured and the same graph gets the same places on every machine. The
method is that of `dot`: Gansner, Koutsofios, North and Vo, *A technique for drawing directed graphs* (1993).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pygraphviz import AGraph

POINTS_PER_INCH = 72
MARGIN = 6
"""Free space around a drawing, in pixels."""
GAP = 28
"""Free space between parts that do not hang together, in pixels."""


@dataclass(frozen=True)
class Box:
    """The size of a node, in pixels."""

    name: str
    width: int
    height: int


@dataclass(frozen=True)
class Placed:
    """A node with its upper left corner, in pixels from the upper left corner of the drawing."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Layout:
    """A graph laid out.

    Attributes:
        width: Of the drawing, in pixels.
        height: Of the drawing, in pixels.
        nodes: Places by name.
        edges: For each edge, by tail and head, the points of its curve (a cubic B-spline: one point, then three for
            each piece).
    """

    width: int
    height: int
    nodes: dict[str, Placed]
    edges: dict[tuple[str, str], tuple[tuple[int, int], ...]]


def _components(names: Iterable[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Names parted into groups that hang together, in the given order."""
    group = {name: [name] for name in names}
    for tail, head in edges:
        if group[tail] is not group[head]:
            joined = group[tail] + group[head]
            group.update(dict.fromkeys(joined, joined))
    order = {name: index for index, name in enumerate(group)}
    found = {id(members): sorted(members, key=order.__getitem__) for members in group.values()}
    return list(found.values())


def _lay_out_one(boxes: Sequence[Box], edges: Sequence[tuple[str, str]]) -> Layout:
    """Lays out a graph that hangs together; the drawing begins at 0."""
    graph = AGraph(directed=True, rankdir="LR", nodesep="0.14", ranksep="0.26", splines="spline", ordering="in")
    for box in boxes:
        width, height = box.width / POINTS_PER_INCH, box.height / POINTS_PER_INCH
        graph.add_node(box.name, shape="box", fixedsize="true", label="", width=f"{width:.4f}", height=f"{height:.4f}")
    for tail, head in edges:
        graph.add_edge(tail, head, arrowhead="none")
    graph.layout(prog="dot")
    left, low, right, top = (float(number) for number in graph.graph_attr["bb"].split(","))

    def point(text: str) -> tuple[int, int]:
        x, y = (float(number) for number in text.split(","))
        return round(x - left), round(top - y)  # Graphviz counts from below

    nodes = {}
    for box in boxes:
        x, y = point(graph.get_node(box.name).attr["pos"])
        nodes[box.name] = Placed(x - box.width // 2, y - box.height // 2, box.width, box.height)
    curves = {(t, h): tuple(point(text) for text in graph.get_edge(t, h).attr["pos"].split()) for t, h in edges}
    return Layout(round(right - left), round(top - low), nodes, curves)


def lay_out(boxes: Iterable[Box], edges: Iterable[tuple[str, str]]) -> Layout:
    """Lays a directed graph out from left to right; parts that do not hang together are stacked in the given order.

    Args:
        boxes: The nodes; their order settles ties.
        edges: Pairs of names, tail and head.
    """
    sizes = {box.name: box for box in boxes}
    pairs = list(dict.fromkeys(edges))
    nodes: dict[str, Placed] = {}
    curves: dict[tuple[str, str], tuple[tuple[int, int], ...]] = {}
    width, height = 0, MARGIN
    for names in _components(sizes, pairs):
        members = set(names)
        one = _lay_out_one([sizes[name] for name in names], [pair for pair in pairs if pair[0] in members])
        for name, place in one.nodes.items():
            nodes[name] = replace(place, x=place.x + MARGIN, y=place.y + height)
        for pair, points in one.edges.items():
            curves[pair] = tuple((x + MARGIN, y + height) for x, y in points)
        width, height = max(width, one.width), height + one.height + GAP
    return Layout(width + 2 * MARGIN, height - GAP + MARGIN, nodes, curves)
