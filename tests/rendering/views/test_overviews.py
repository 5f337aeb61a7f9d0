"""The overviews of checks and of what came afterwards: a row for each fact or claim, a mark for each report."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from macros.models.dossier import Dossier
from macros.rendering.views.aftermath import aftermath
from macros.rendering.views.cross_check import cross_check
from tests.rendering.bodies import body, soup, trees


@pytest.mark.parametrize("which", ["shipped", "tiny"])
@pytest.mark.parametrize("address", ["checked/", "aftermath/"])
def test_every_row_is_a_link_that_says_what_its_marks_show(
    which: str, address: str, request: pytest.FixtureRequest
) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    page = trees(dossier)[address]
    rows = page.select("svg[aria-label^='What other'] > a, svg[aria-label^='Later facts'] > a")
    records = dossier.checks if address == "checked/" else dossier.later_facts
    assert len(page.select(".picture svg a .relation")) == len(records)
    for row in rows:
        assert page.find(id=str(row["href"])[1:]) is not None
        name = str(row["aria-label"])
        visible = " ".join(row.get_text().split())
        assert name.casefold().startswith(visible.casefold())
        assert len(row.select(".relation")) <= name.count(": ")


@pytest.mark.parametrize("address", ["checked/", "aftermath/"])
def test_the_picture_says_how_its_reports_were_chosen_and_counts_nothing(shipped: Dossier, address: str) -> None:
    caption = trees(shipped)[address].select_one(".picture figcaption")
    assert caption is not None
    text = caption.get_text()
    assert "those that the editors found, not a sample" in text
    assert not re.search(r"\d", text)


def test_marks_do_not_overlap(shipped: Dossier) -> None:
    later = aftermath(shipped).overview
    assert later is not None
    checked = cross_check(shipped).overview
    rows = [[(mark.x, mark.y) for mark in row.marks] for row in checked.rows]
    rows += [[(mark.reach.middle, mark.y) for mark in row.marks] for row in later.rows]
    for row in rows:
        for one, other in combinations(row, 2):
            assert abs(one[0] - other[0]) >= 14 or abs(one[1] - other[1]) >= 14
    for picture in (checked, later):
        last = picture.rows[-1]
        assert last.y + last.height <= picture.height


def test_reports_that_differ_come_last(shipped: Dossier) -> None:
    for row in cross_check(shipped).overview.rows:
        relations = [str(mark.report.record.relation) for mark in row.marks]
        assert relations == sorted(relations, key=lambda relation: relation == "contradicts")


def test_without_later_facts_there_is_no_picture(tiny: Dossier) -> None:
    cover = tiny.aftermath[0].model_copy(update={"summary": None, "claims": ()})
    dossier = replace(tiny, later_facts=(), aftermath=(cover,))
    assert aftermath(dossier).overview is None
    assert not soup(body(dossier, "aftermath/")).select(".picture")
