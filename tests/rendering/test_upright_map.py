"""Upright maps of arguments, for a phone and for paper: one column, and bands that a sheet of paper takes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from macros.models.dossier import Dossier
from macros.rendering.views.argument_map import UPRIGHT, Node, StepNode, argument_map
from tests.rendering.bodies import trees
from tests.rendering.test_argument_map import is_readable, large


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_an_upright_map_is_one_column_for_a_phone(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    argument = dossier.arguments[0]
    view, wide = argument_map(dossier, argument, UPRIGHT), argument_map(dossier, argument)
    assert is_readable(view)
    assert view.width <= 328  # what a window of 360 pixels leaves for the text
    assert len(view.parts) == len(wide.parts)
    assert len(view.edges) == len(wide.edges)
    places = sorted((part.place for part in view.parts), key=lambda place: place.y)
    assert all(above.y + above.height <= below.y for above, below in pairwise(places))
    tops = {part.inference.id: part.place.y for part in view.parts if isinstance(part, StepNode)}
    tops |= {part.point.record.id: part.place.y for part in view.parts if isinstance(part, Node)}
    for step in argument.inferences:
        assert all(tops[name] < tops[step.id] < tops[step.conclusion] for name in (*step.premises, *step.concedes))


def test_no_part_of_an_upright_map_is_cut_for_paper(shipped: Dossier, tiny: Dossier) -> None:
    for dossier, argument in ((shipped, shipped.arguments[0]), large(tiny)):
        view = argument_map(dossier, argument, UPRIGHT)
        assert is_readable(view)
        assert len(view.bands) > 1
        assert sum(height for _, height in view.bands) == view.height
        for top, height in view.bands:
            assert height <= 1250
            for place in (part.place for part in view.parts):
                assert (
                    place.y >= top + height
                    or place.y + place.height <= top
                    or (top <= place.y and place.y + place.height <= top + height)
                )


def test_the_page_has_the_upright_map_below_the_outline_and_in_columns_for_paper(shipped: Dossier) -> None:
    page = trees(shipped)["argument/"]
    anchors = {str(tag["id"]) for tag in page.find_all(id=True)}
    wide, upright = page.select(".map-frame .map-scroll a"), page.select("details.map-upright svg a")
    assert [str(a["href"]) for a in upright] == [str(a["href"]) for a in wide]
    assert {str(a["href"])[1:] for a in upright} <= anchors
    columns = page.select(".map-columns use")
    assert {str(use["href"])[1:] for use in columns} <= anchors
    assert len(columns) == len(argument_map(shipped, shipped.arguments[0], UPRIGHT).bands)
