"""Who said what to whom: every statement is on its path, and every path leads to its statements."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import Tag

from macros.models.dossier import Dossier
from macros.rendering.pages import environment
from macros.rendering.views.voices import WIDTH, VoicesView, voices
from tests.rendering.bodies import body, soup, trees


def voices_part(dossier: Dossier) -> Tag:
    template = environment().get_template("parts/voices.html.j2")
    drawing = soup(template.make_module({"dossier": dossier}).voices(drawn(dossier))).select_one("svg")  # type: ignore[attr-defined]
    assert drawing is not None
    return drawing


def drawn(dossier: Dossier) -> VoicesView:
    view = voices(dossier, dossier.base_source)
    assert view is not None
    return view


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_every_statement_is_on_one_path(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    view = drawn(dossier)
    shown = sorted(statement.id for row in view.rows for statement in row.statements)
    assert shown == sorted(s.id for s in dossier.statements if s.source == dossier.base_source.id)
    for row in view.rows:
        assert all(statement.distance == row.distance == len(row.names) for statement in row.statements)
    assert sum(number for _, number in view.distances) == len(shown)


def test_a_voice_is_below_the_one_that_cites_it(tiny: Dossier) -> None:
    rows = drawn(tiny).rows
    assert [row.names for row in rows] == [
        ("the Herald",),
        ("the Herald", "Quill"),
        ("the Herald", "Quill", "Tarn"),
    ]
    assert [row.to for row in rows] == [None, None, tiny.actor["upper-vell"]]
    for parent, row in pairwise(rows):
        assert row.parent_y == parent.y < row.y
        assert row.x > parent.x


def test_who_only_cites_others_is_shown_without_a_link(tiny: Dossier) -> None:
    dossier = replace(tiny, statements=tuple(s for s in tiny.statements if len(s.chain) != 1))
    rows = drawn(dossier).rows
    assert [len(row.statements) for row in rows] == [2, 0, 1]
    drawing = voices_part(dossier)
    assert len(drawing.select("a")) == 2
    assert "Quill" in drawing.get_text()
    assert len(drawing.select(".voices__between")) == 1


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_every_path_is_a_link_to_its_statements(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    page = trees(dossier)[f"evidence/{dossier.base_source.id}/"]
    links = page.select("svg.voices a")
    rows = [row for row in drawn(dossier).rows if row.statements]
    assert len(links) == len(rows)
    for link, row in zip(links, rows, strict=True):
        text = " ".join(link.get_text(" ").split()).casefold()
        assert f"{len(row.statements)} statement" in text
        assert " ".join(row.name).casefold() in text
        target = page.find(id=str(link["href"])[1:])
        assert target is not None
        addresses = {str(a["href"])[1:] for a in target.select("a")} if target.name == "p" else {target["id"]}
        assert addresses == {passage.address for passage in row.passages}
        assert all(page.find(id=address) is not None for address in addresses)


def test_the_picture_fits_a_phone(shipped: Dossier) -> None:
    view = drawn(shipped)
    assert view.width == WIDTH
    assert all(row.x + 20 + 7.6 * max(map(len, row.name)) <= WIDTH for row in view.rows)
    assert all(one.y < other.y for one, other in pairwise(view.rows))


def test_without_chains_there_is_no_picture(minimal: Dossier, tiny: Dossier) -> None:
    assert voices(minimal, minimal.base_source) is None
    plain = tuple(statement.model_copy(update={"chain": ()}) for statement in tiny.statements)
    dossier = replace(tiny, statements=plain)
    assert voices(dossier, dossier.base_source) is None
    assert soup(body(dossier, "evidence/herald-17/")).find(id="section-voices") is None
