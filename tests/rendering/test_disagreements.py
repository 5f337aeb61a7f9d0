"""Where they disagree: disagreements within the base layer have a page of their own, and are nowhere called other sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.check import Disagreement
from macros.models.dossier import Dossier
from macros.models.kinds import address_of, kind_of_model
from macros.models.source import Layer
from macros.models.uses import used_ids
from macros.site.build import Site
from macros.site.search_index import search_entries
from tests.rendering.bodies import bodies, soup, text_of, trees


@pytest.fixture(scope="module")
def parted(tiny: Dossier) -> Dossier:
    """A dossier with a disagreement in which no other source takes a side."""
    own = Disagreement.model_validate(
        {
            "id": "who-met",
            "topic": "Did they talk in earnest?",
            "about": ["march-meeting", "lighthouse-round"],
            "versions": [{"statements": ["both-want-the-bay"]}, {"statements": ["talks-stalled"]}],
            "assessment": "Both may be right.",
        }
    )
    return replace(tiny, disagreements=(*tiny.disagreements, own))


def test_the_layer_of_a_disagreement_follows_from_its_versions(parted: Dossier) -> None:
    with_others, own = parted.disagreements
    kind = kind_of_model(Disagreement)
    assert (kind.layer_of(with_others), kind.layer_of(own)) == (Layer.OTHER, Layer.BASE)
    assert address_of(with_others, parted) == "checked/#dispute-reason"
    assert address_of(own, parted) == "disagreements/#who-met"


def test_only_a_disagreement_within_the_base_layer_makes_its_statements_used(parted: Dossier) -> None:
    only = replace(parted, events=(), tracks=(), positions=(), arguments=(), gaps=(), actors=(), reviews=())
    only = replace(only, cover=only.cover.model_copy(update={"short_answer": None, "gist": ()}))
    assert used_ids(only, "statements") == {"march-meeting", "both-want-the-bay", "talks-stalled"}


def test_the_page_shows_versions_context_and_assessment(parted: Dossier) -> None:
    page = trees(parted)["disagreements/"]
    heading = page.find(id="who-met")
    assert heading is not None
    assert heading.get_text() == "Did they talk in earnest?"
    assert [
        [one["data-statement"] for one in side.select("[data-statement]")] for side in page.select(".sides li")
    ] == [
        ["both-want-the-bay"],
        ["talks-stalled"],
    ]
    assert page.select("a[href='../timeline/#lighthouse-round']")
    assert [one["data-statement"] for one in page.select("section > [data-statement]")] == ["march-meeting"]
    assert "Our assessment Both may be right." in text_of(str(page))
    assert "source" not in text_of(str(page.header)).lower()
    assert not page.select(".layer")


def test_the_page_of_checks_has_only_disagreements_with_other_sources(parted: Dossier) -> None:
    assert "Did they talk in earnest?" not in bodies(parted)["checked/"]
    assert "Did they talk in earnest?" in bodies(parted)[""]


def test_pages_of_the_base_layer_do_not_call_it_other_sources(parted: Dossier) -> None:
    page = bodies(replace(parted, checks=(), disagreements=parted.own_disagreements, comparison=()))[
        "tracks/lighthouse-talks/"
    ]
    (link,) = soup(page).select("a[href='../../disagreements/#who-met']")
    assert link.parent is not None
    assert link.parent.get_text() == "Accounts differ: Did they talk in earnest?"
    assert "Other sources" not in text_of(page)


def test_a_page_that_a_dossier_does_not_need_is_left_out(parted: Dossier) -> None:
    assert Site(replace(parted, checks=(), disagreements=parted.own_disagreements)).absent == {"checked"}


def test_the_search_finds_a_disagreement_where_it_is(parted: Dossier) -> None:
    found = {entry.location: entry.title for entry in search_entries(parted, [])}
    assert found["disagreements/#who-met"] == "Did they talk in earnest?"
    assert found["checked/#dispute-reason"] == "Why did nobody come to the lighthouse?"
