"""Narrative on pages: the words, a mark after each clause, and behind the mark who said it and where."""

from __future__ import annotations

import pytest

from macros.models.dossier import Dossier
from macros.models.narrative import paragraphs_of
from macros.models.uses import narratives
from macros.proofreading.proofreader import Proofreader
from tests.rendering.bodies import body, soup, trees


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_every_clause_is_on_a_page_with_what_it_cites(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    shown = {
        (words(span.text), span["data-cites"])
        for tree in trees(dossier).values()
        for span in tree.select("[data-cites]")
    }
    recorded = {
        (words(one.text.replace("“", "").replace("”", "")), " ".join(citation.name for citation in one.citations))
        for _, _, text in narratives(dossier)
        for paragraph in paragraphs_of(text)
        for one in paragraph
    }
    assert recorded
    assert recorded == shown


def test_a_mark_shows_the_distance_and_leads_to_the_passage(tiny: Dossier) -> None:
    tree = soup(body(tiny, ""))
    clause = next(span for span in tree.select("[data-cites]") if span["data-cites"] == "tarn-refuses")
    mark = clause.find_next("button")
    assert mark is not None
    assert mark.text == "3"
    behind = tree.select_one(f"#{mark['popovertarget']}")
    assert behind is not None
    assert words(behind.text) == (
        "The Herald quotes Quill, who cites Joss Tarn, the speaker of Lower Vell "
        "(warned Upper Vell on 20 April 1999): Read paragraph 3, sentence 2 · Where used"
    )
    assert [a["href"] for a in behind.select("a")] == [
        "https://herald.example/17/#:~:text=On%2020%20April,keeper%20was%20partial",
        "evidence/herald-17/#p3s2",
    ]


def test_what_is_not_said_has_a_mark_of_its_own(tiny: Dossier) -> None:
    tree = soup(body(tiny, "mediators/keeper/"))
    clause = next(span for span in tree.select("[data-cites]") if span["data-cites"] == "upper-vell/trust/keeper")
    mark = clause.find_next("button")
    assert mark is not None
    assert mark.text == "?"
    assert "Not said or not known" in str(mark["title"])


def test_the_first_narrative_of_a_page_explains_its_marks_once(tiny: Dossier) -> None:
    for address, tree in trees(tiny).items():
        keys = [key for key in tree.select(".key") if key.select(".sign")]
        assert len(keys) == (1 if tree.select(".narrative") else 0), address


def test_a_clause_that_no_record_has_is_reported(tiny: Dossier) -> None:
    html = body(tiny, "tracks/skarn-talks/")
    found = list(Proofreader(tiny).problems(html.replace("come to a standstill", "made great progress")))
    assert [one for one in found if "marked as narrative, but no record has this clause" in one]
