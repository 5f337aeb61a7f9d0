"""Maps of arguments: their parts, the positions, and that the same dossier always gives the same drawing."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest

from macros.models.argument import Argument
from macros.models.dossier import Dossier
from macros.rendering.layout import Placed
from macros.rendering.pages import drawings
from macros.rendering.views.argument import argument
from macros.rendering.views.argument_map import WIDE, MapView, Node, StepNode, argument_map
from tests.conftest import ROOT
from tests.rendering.bodies import trees

SVG = "{http://www.w3.org/2000/svg}"


def large(dossier: Dossier, statements: int = 45, steps: int = 15) -> tuple[Dossier, Argument]:
    """An argument of 60 nodes: three statements lead to each step, whose conclusion is a premise of a later step."""
    pattern = dossier.statement["talks-stalled"]
    made = [
        pattern.model_copy(update={"id": f"s{n}", "title": f"Point {n} of a long and winding argument"})
        for n in range(statements)
    ]
    inference = dossier.arguments[0].inferences[0]
    chain = [
        inference.model_copy(
            update={
                "id": f"step-{n}",
                "title": f"Step {n}",
                "premises": (f"s{3 * n}", f"s{3 * n + 1}", *([f"s{3 * (n // 2) + 2}"] if n else [])),
                "conclusion": f"s{3 * n + 2}",
            }
        )
        for n in range(steps)
    ]
    argument = dossier.arguments[0].model_copy(
        update={"inferences": tuple(chain), "conclusion": f"s{statements - 1}", "gist": ("s0",)}
    )
    return replace(dossier, statements=(*dossier.statements, *made), arguments=(argument,)), argument


def overlap(one: Placed, other: Placed) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def is_readable(view: MapView) -> bool:
    places = [part.place for part in view.parts]
    inside = all(
        p.x >= 0 and p.x + p.width <= view.width and p.y >= 0 and p.y + p.height <= view.height for p in places
    )
    return inside and not any(overlap(one, other) for one, other in combinations(places, 2))


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_everything_is_on_the_map_once_and_nothing_overlaps(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    argument = dossier.arguments[0]
    view = argument_map(dossier, argument)
    steps = [part.inference.id for part in view.parts if isinstance(part, StepNode)]
    assert steps == [step.id for step in argument.inferences]
    shown = [part.point.record.id for part in view.parts if isinstance(part, Node)]
    named = {n for step in argument.inferences for n in (*step.premises, *step.concedes, step.conclusion)}
    assert sorted(shown) == sorted(named - set(steps))
    assert is_readable(view)


def test_a_map_of_sixty_nodes_stays_readable(tiny: Dossier) -> None:
    dossier, argument = large(tiny)
    view = argument_map(dossier, argument)
    assert len(view.parts) == 60
    assert is_readable(view)
    assert all(part.place.width == WIDE.node_width for part in view.parts if isinstance(part, Node))


def test_lines_start_and_end_at_the_parts_that_they_connect(shipped: Dossier) -> None:
    view = argument_map(shipped, shipped.arguments[0])
    places = [part.place for part in view.parts]
    for edge in view.edges:
        for x, y in (edge.curve[0], edge.curve[-1]):
            assert any(p.x - 2 <= x <= p.x + p.width + 2 and p.y - 2 <= y <= p.y + p.height + 2 for p in places), edge


def test_the_main_line_is_above_the_steps_beside_it(shipped: Dossier) -> None:
    view = argument_map(shipped, shipped.arguments[0])
    lines = {part.inference.id: part.place.y for part in view.parts if isinstance(part, StepNode)}
    assert lines["step-security"] > max(y for name, y in lines.items() if name != "step-security")


def test_parts_are_links_in_the_order_of_the_argument_with_accessible_names(shipped: Dossier) -> None:
    page = trees(shipped)["argument/"]
    # The accessible name of a node is its visible text. A step shows only its number, so it has a longer name.
    names = [str(a.get("aria-label") or " ".join(a.get_text().split())) for a in page.select(".map-frame svg.map a")]
    assert names[0].startswith("Report Talks in Granada did not take place")
    assert names[1] == "Report No leaders’ meeting in Brussels Klaar, via Markedonov"
    assert names[3] == "Step 1: Meetings keep falling through"
    assert [name for name in names if name.startswith("Conclusion")] == [
        "Conclusion, assessment None of this means Azerbaijan is against Western mediation as such"
    ]
    assert "not said by the speaker" in names[[name.startswith("Step 7") for name in names].index(True)]
    anchors = {str(tag["id"]) for tag in page.find_all(id=True)}
    assert {str(a["href"])[1:] for a in page.select(".map-frame svg.map a")} <= anchors


def test_each_kind_has_its_own_shape(tiny: Dossier, shipped: Dossier) -> None:
    shapes = {}
    for dossier in (tiny, shipped):
        for a in trees(dossier)["argument/"].select(".map-frame svg.map a.map__node"):
            kind = next(name for name in a["class"] if name.startswith("map__node--") and not name.endswith("main"))
            shape = a.select(".map__shape")
            first = str(shape[0]["d"]) if shape[0].name == "path" else ("round" if shape[0].get("rx") else "plain")
            shapes[kind] = ("".join(filter(str.isalpha, first)), len(shape))
    assert len(shapes) == 6
    assert len(set(shapes.values())) == 6


def test_the_outline_shows_the_same_points_and_steps(shipped: Dossier, tiny: Dossier) -> None:
    for dossier in (shipped, tiny):
        page = trees(dossier)["argument/"]
        titles = {a.get_text() for a in page.select(".outline .outline__point")}
        view = argument(dossier, dossier.arguments[0])
        conceded = {s.title for step in view.steps for s in step.concedes}
        points = {part.point.title for part in view.map.parts if isinstance(part, Node)}
        assert titles == points - (conceded - titles)
        steps = {a["href"] for a in page.select(".outline__step > a")}
        assert steps == {f"#{step.inference.id}" for step in view.steps}


def test_a_step_links_to_the_map_and_the_map_links_to_the_step(shipped: Dossier) -> None:
    page = trees(shipped)["argument/"]
    for step in shipped.arguments[0].inferences:
        back = page.select_one(f'a.step__to-map[href="#map-{step.id}"]')
        mark = page.find(id=f"map-{step.id}")
        assert back is not None
        assert mark is not None
        assert mark["href"] == f"#{step.id}"


def test_the_drawing_is_a_separate_file_with_links_to_the_page(shipped: Dossier) -> None:
    (drawing,) = drawings(shipped)
    assert drawing.address == "argument/markedonov-argument.svg"
    root = ElementTree.fromstring(drawing.content)  # noqa: S314  (we have just made it)
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}title") is not None
    assert all(str(a.get("href")).startswith("./#") for a in root.iter(f"{SVG}a"))
    assert "http" not in drawing.content.replace("http://www.w3.org/2000/svg", "")


def test_the_same_dossier_gives_the_same_bytes_in_every_process(shipped: Dossier) -> None:
    code = (
        "from pathlib import Path; from macros.validation.pipeline import open_dossier;"
        "from macros.rendering.pages import drawings;"
        "print([(one.address, one.content) for one in drawings(open_dossier(Path('seeds')))])"
    )
    # The order of sets differs between the two processes.
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    other = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
    )
    assert other.stdout == f"{[(one.address, one.content) for one in drawings(shipped)]}\n"


def test_the_key_shows_a_sample_of_each_shape_and_line(shipped: Dossier, tiny: Dossier) -> None:
    for dossier in (shipped, tiny):
        view = argument_map(dossier, dossier.arguments[0])
        implicit = any(step.implicit for step in dossier.arguments[0].inferences)
        for key in trees(dossier)["argument/"].select(".map-frame .key-list, .map-upright .key-list"):
            assert len(key.select("li > svg")) == len(view.kinds) + 1 + len(view.links) + implicit
            assert all(li.get_text().strip() for li in key.select("li"))
