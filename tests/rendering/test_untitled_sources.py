"""A source of the base layer without a headline, such as a broadcast: pages say so, and none of them shows a word of the model."""

from __future__ import annotations

from dataclasses import replace

from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.site.build import Site
from tests.rendering.bodies import bodies, body, text_of


def _untitled(dossier: Dossier) -> Dossier:
    sources = [
        one.model_copy(update={"title": Nothing.NONE}) if one in dossier.base_layer else one for one in dossier.sources
    ]
    return replace(dossier, sources=tuple(sources))


def test_a_source_without_a_headline_is_an_untitled_report_on_every_page(tiny: Dossier) -> None:
    untitled = _untitled(tiny)
    shown = {address: html for address, html in bodies(untitled).items() if "ntitled report" in html}
    assert {"evidence/", "people/", "data/"} <= set(shown)
    assert ">none</cite>" not in "".join(shown.values())
    assert "Published an untitled report" in text_of(shown["people/"])
    assert "<h1>Untitled report</h1>" in body(untitled, f"evidence/{tiny.base_source.id}/")


def test_one_of_several_sources_can_have_no_headline(reservoir: Dossier) -> None:
    pages = bodies(_untitled(reservoir))
    assert " of an untitled report" in text_of(pages["people/"])
    assert " of an untitled report" in text_of(pages["unknowns/"])


def test_the_title_of_its_page_tells_it_from_others(tiny: Dossier) -> None:
    titles = {page.record_id: page.title for page in Site(_untitled(tiny)).record_pages}
    assert titles[tiny.base_source.id] == f"Untitled report, {tiny.base_source.issued.text}"
