"""Several arguments: a page for each, an index, and links that lead to the right one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from macros.models.argument import Inference
from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from macros.rendering.pages import drawings
from macros.site.build import Site
from tests.rendering.bodies import text_of, trees


@pytest.fixture(scope="module")
def two(tiny: Dossier) -> Dossier:
    """A dossier with a second argument, of which one step is like one of the first."""
    first = tiny.arguments[0]
    pattern = {**first.inferences[1].model_dump(), "id": "step-again", "conclusion": "talks-stalled"}
    changes = {"id": "another", "title": "Another argument", "inferences": (Inference.model_validate(pattern),)}
    return replace(tiny, arguments=(first, first.model_copy(update=changes)))


def _ids(tree: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in tree.find_all(id=True)]


def test_each_of_several_arguments_has_a_page(two: Dossier) -> None:
    addresses = [page.address for page in Site(two).record_pages if page.template == "one_argument"]
    assert addresses == ["argument/quill-argument/", "argument/another/"]
    for address, record in zip(addresses, two.arguments, strict=True):
        page = trees(two)[address]
        assert page.find("h1").get_text() == record.title  # type: ignore[union-attr]
        assert len(_ids(page)) == len(set(_ids(page)))
        assert {"gist", "map", "outline", "steps", *(step.id for step in record.inferences)} <= set(_ids(page))
        assert page.find("a", href="../") is not None


def test_the_only_argument_stays_on_the_first_page(tiny: Dossier) -> None:
    assert not [page for page in Site(tiny).record_pages if page.template == "one_argument"]
    assert {"gist", "map", *(step.id for step in tiny.arguments[0].inferences)} <= set(_ids(trees(tiny)["argument/"]))


def test_the_index_keeps_every_anchor_of_an_argument_and_leads_on(two: Dossier) -> None:
    index = trees(two)["argument/"]
    assert len(_ids(index)) == len(set(_ids(index)))
    for record in two.arguments:
        heading = index.find(id=record.id)
        assert heading is not None
        assert heading.find("a", href=f"{record.id}/") is not None
        for step in record.inferences:
            entry = index.find(id=step.id)
            assert entry is not None
            assert entry.find("a", href=f"{record.id}/#{step.id}") is not None


def test_every_link_to_an_argument_or_a_step_leads_to_its_anchor(two: Dossier) -> None:
    found = trees(two)
    for record in two.arguments:
        for one in (record, *record.inferences):
            page, _, anchor = address_of(one, two).partition("#")
            assert page in found
            assert not anchor or anchor in _ids(found[page])


def test_the_front_page_names_the_argument_that_a_link_leads_to(two: Dossier) -> None:
    links = trees(two)[""].select("#argument ~ p a.more")
    assert [(a.get_text(), a["href"]) for a in links] == [
        ("Nets before honesty, step by step", "argument/quill-argument/"),
        ("Another argument, step by step", "argument/another/"),
    ]


def test_a_drawing_leads_to_the_page_of_its_argument(two: Dossier, tiny: Dossier) -> None:
    made = {drawing.address: drawing.content for drawing in drawings(two)}
    assert 'href="quill-argument/#step-stalled"' in made["argument/quill-argument.svg"]
    assert 'href="another/#step-again"' in made["argument/another.svg"]
    (only,) = drawings(tiny)
    assert 'href="./#step-stalled"' in str(only.content)


def test_a_dossier_without_an_argument_says_so(tiny: Dossier) -> None:
    page = text_of(str(trees(replace(tiny, arguments=(), reviews=(), later_facts=(), aftermath=()))["argument/"]))
    assert page.endswith("No argument is recorded.")
