from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from macros.models.source import Layer
from macros.site.build import Site
from tests.rendering.bodies import bodies, soup, text_of, trees

OUTSIDE = {"aftermath/", "evidence/", "data/"}
"""Pages that show or name later sources, and the page that gives the sizes of files."""


def without_hindsight(dossier: Dossier) -> Dossier:
    sources = tuple(source for source in dossier.sources if source.layer is not Layer.AFTERWARDS)
    return replace(dossier, sources=sources, later_facts=(), aftermath=())


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_hindsight_changes_no_page_of_the_base_layer(which: str, request: pytest.FixtureRequest) -> None:
    dossier = request.getfixturevalue(which)
    before = bodies(without_hindsight(dossier))
    for address, html in bodies(dossier).items():
        if address in OUTSIDE or html == before[address]:
            continue
        tree, old = soup(html), soup(before[address])
        if address == "argument/":  # one line links to that page; it does not say what happened
            tree.select("[href='../aftermath/']")[0].decompose()
        if address == "":  # the last section of the home page links to that page
            tree.select("section")[-1].decompose()
            old.select("section")[-1].decompose()
        assert " ".join(tree.get_text(" ").split()) == " ".join(old.get_text(" ").split()), address


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_no_page_of_the_base_layer_shows_a_later_fact_or_a_later_source(
    which: str, request: pytest.FixtureRequest
) -> None:
    dossier = request.getfixturevalue(which)
    later = [fact.says for fact in dossier.later_facts]
    later += [source.url for source in dossier.in_layer(Layer.AFTERWARDS)]
    later += [one.summary for cover in dossier.aftermath for one in cover.claims]
    assert later
    for address, html in bodies(dossier).items():
        if address != "aftermath/":
            assert [text for text in later if text in html] == [], address


def test_one_line_of_the_argument_leads_to_later_events_whatever_came_of_a_step(shipped: Dossier) -> None:
    tree = trees(shipped)["argument/"]
    assert len(tree.select("[href^='../aftermath/']")) == 1
    assert not tree.select(".step [href*=aftermath]")


def test_only_the_page_of_later_events_lists_later_sources(shipped: Dossier) -> None:
    later = [source.id for source in shipped.in_layer(Layer.AFTERWARDS)]
    found = trees(shipped)
    for name in later:
        assert found["aftermath/"].find(id=name) is not None
        assert found["evidence/"].find(id=name) is None
    # The old address of the list still leads on.
    pointer = found["evidence/"].find(id="afterwards")
    assert pointer is not None
    assert pointer.find("a", href="../aftermath/#afterwards") is not None


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_every_check_disagreement_and_later_fact_is_at_its_address(which: str, request: pytest.FixtureRequest) -> None:
    dossier = request.getfixturevalue(which)
    found = trees(dossier)
    for record in (*dossier.checks, *dossier.disagreements, *dossier.later_facts, *dossier.sources):
        page, _, anchor = address_of(record, dossier).partition("#")
        assert page in found
        assert not anchor or found[page].find(id=anchor) is not None, address_of(record, dossier)


def test_only_sources_of_the_base_layer_get_pages(shipped: Dossier) -> None:
    addresses = [page.address for page in Site(shipped).record_pages if page.template == "source"]
    assert addresses == [address_of(shipped.base_source, shipped)]
    assert len(shipped.sources) > 50


def test_pages_with_nothing_to_show_are_left_out(minimal: Dossier, tiny: Dossier) -> None:
    assert Site(minimal).absent == {"disagreements", "checked", "aftermath"}
    assert Site(tiny).absent == {"disagreements"}


@pytest.mark.parametrize("address", ["tracks/skarn-talks/", "timeline/"])
def test_both_dates_are_shown_together(address: str, tiny: Dossier) -> None:
    text = text_of(bodies(tiny)[address])
    assert "In late March 1999" in text
    assert "Date given: 27 to 28 March 1999." in text


def test_the_most_important_reports_are_given_next_to_a_fact(tiny: Dossier) -> None:
    line = trees(tiny)["tracks/lighthouse-talks/"].select_one(".layer--other")
    assert line is not None
    # What differs first, then what agrees, then what is in dispute.
    said = (
        "Other sources The Vell Gazette: the weather was the reason. Compare "
        "The Gazette and the Northern Post: Joss Tarn had sent word that nobody would come. Compare "
        "Accounts differ: Why did nobody come to the lighthouse?"
    )
    assert " ".join(line.get_text().split()) == said


def test_a_quotation_seen_in_excerpt_says_so(shipped: Dossier) -> None:
    for address in ("checked/", "aftermath/"):
        for quotation in trees(shipped)[address].select("q.unverified"):
            assert quotation.parent is not None
            assert "from an excerpt, unverified" in quotation.parent.get_text()


def test_a_dossier_without_other_layers_shows_no_empty_section(minimal: Dossier) -> None:
    tree = trees(minimal)["evidence/"]
    assert [heading.get_text() for heading in tree.find_all("h2")] == ["The source"]
    assert not tree.select(".layer")
