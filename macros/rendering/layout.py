"""Where the nodes of a graph go: Graphviz decides, through pygraphviz, whose wheels carry it.

The sizes of the nodes are given, so no font is measured and the same graph gets the same places on every machine. The
method is that of `dot`: Gansner, Koutsofios, North and Vo, *A technique for drawing directed graphs* (1993).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pygraphviz import AGraph

POINTS_PER_INCH = 72


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


def lay_out(boxes: Iterable[Box], edges: Iterable[tuple[str, str]], margin: int = 6) -> Layout:
    """Lays a directed graph out from left to right.

    Args:
        boxes: The nodes; their order settles ties.
        edges: Pairs of names, tail and head.
        margin: Free space around the drawing, in pixels.
    """
    graph = AGraph(directed=True, rankdir="LR", nodesep="0.14", ranksep="0.26", splines="spline", ordering="in")
    sizes = {box.name: box for box in boxes}
    for box in sizes.values():
        width, height = box.width / POINTS_PER_INCH, box.height / POINTS_PER_INCH
        graph.add_node(box.name, shape="box", fixedsize="true", label="", width=f"{width:.4f}", height=f"{height:.4f}")
    pairs = list(dict.fromkeys(edges))
    for tail, head in pairs:
        graph.add_edge(tail, head, arrowhead="none")
    graph.layout(prog="dot")
    left, low, right, top = (float(number) for number in graph.graph_attr["bb"].split(","))

    def point(text: str) -> tuple[int, int]:
        x, y = (float(number) for number in text.split(","))
        return round(x - left) + margin, round(top - y) + margin  # Graphviz counts from below

    nodes = {}
    for name, box in sizes.items():
        x, y = point(graph.get_node(name).attr["pos"])
        nodes[name] = Placed(x - box.width // 2, y - box.height // 2, box.width, box.height)
    curves = {(t, h): tuple(point(text) for text in graph.get_edge(t, h).attr["pos"].split()) for t, h in pairs}
    return Layout(round(right - left) + 2 * margin, round(top - low) + 2 * margin, nodes, curves)
