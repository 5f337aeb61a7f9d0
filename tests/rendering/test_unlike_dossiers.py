"""What pages must not say: sentences that are true of one dossier and false of another.

The dossiers are unlike: one of one statement, one of three sources in two languages with two arguments and no meeting, one of two
debates without events, the tiny one, and the one that ships.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.kinds import address_of
from macros.rendering.pages import render_part
from macros.site.build import Site
from tests.conftest import ROOT
from tests.rendering.bodies import bodies, rendered, soup, text_of, trees

ALL = ["minimal", "wide", "outcomes", "reservoir", "debates", "tiny", "shipped"]

_MARKUP = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<[^>]*>", re.DOTALL)
_TRUE_OF_ONE = re.compile(
    r"\b(?:article|post|newspaper|paper|he|she|his|her|him|expert|negotiations?)\b", re.IGNORECASE
)


@pytest.fixture(params=ALL)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    """Each of the dossiers."""
    found: Dossier = request.getfixturevalue(request.param)
    return found


def _shown(tree: BeautifulSoup) -> str:
    """What the templates say of the whole dossier: without the words of records and what is said of one source."""
    for tag in tree.select(
        ".trace, .statement, [data-statement], [data-cites], .ours, .standfirst, .layer--other, svg, .codebook"
    ):
        tag.decompose()
    return " ".join(tree.get_text(" ").split())


def test_templates_have_no_word_that_is_true_of_few_dossiers() -> None:
    found = {}
    for path in (ROOT / "macros" / "templates").rglob("*.j2"):
        words = _TRUE_OF_ONE.findall(_MARKUP.sub(" ", path.read_text(encoding="utf-8")))
        if words and path.suffixes != [".css", ".j2"]:
            found[path.name] = words
    assert found == {}


def test_several_sources_are_in_the_plural(reservoir: Dossier) -> None:
    for address, html in bodies(reservoir).items():
        text = _shown(soup(html))
        assert not re.search(r"[Tt]he source\b(?! has)", text), address
        assert "the article" not in text_of(html), address
    assert render_part(reservoir, "strapline").endswith(
        "Based on three sources; where no outlet is named, it is the Brell Courier."
    )


def test_one_source_is_in_the_singular(minimal: Dossier) -> None:
    assert render_part(minimal, "strapline").endswith("Based on one source, published by the printer.")
    assert "The source" in text_of(bodies(minimal)["evidence/"])


def test_each_statement_names_its_outlet_or_is_from_the_one_that_the_line_names(reservoir: Dossier) -> None:
    for address, tree in trees(reservoir).items():
        for one in tree.select("[data-statement]"):
            source = reservoir.source[reservoir.statement[str(one["data-statement"])].source]
            if source is not reservoir.base_source:
                assert reservoir.actor[source.publisher].short in one.get_text(), address


def test_a_slip_names_its_source_where_there_are_several(reservoir: Dossier) -> None:
    text = text_of(bodies(reservoir)["unknowns/"])
    assert "Slips in the sources Paragraph 2, sentence 1 of What an empty lake costs The heading" in text


def test_quotations_in_our_words_have_a_language_only_if_it_is_known(reservoir: Dossier, tiny: Dossier) -> None:
    assert (reservoir.base_language, tiny.base_language) == (None, "en")
    (gap,) = reservoir.gaps
    quoting = replace(reservoir, gaps=(gap.model_copy(update={"remark": "Nobody says “deep”."}),))
    assert "<q>deep</q>" in rendered(quoting)["unknowns/"]


def test_the_front_page_has_no_two_links_with_one_name(dossier: Dossier) -> None:
    targets = defaultdict(set)
    for link in trees(dossier)[""].select("a:not(.trace a, .scale a)"):
        targets[" ".join(link.get_text().split())].add(link["href"])
    assert {name: found for name, found in targets.items() if len(found) > 1 and name not in _of_records(dossier)} == {}


def _of_records(dossier: Dossier) -> set[str]:
    """Names that a record gives: an actor may lead to an entry and to a page."""
    return {name for actor in dossier.actors for name in (actor.name, actor.short, *actor.metonyms)}


def test_those_who_argue_are_introduced_with_their_arguments(reservoir: Dossier, shipped: Dossier) -> None:
    who = [text_of(str(one)) for one in trees(reservoir)[""].select(".who")]
    assert (
        who[0]
        == "Ada Lorn , whose argument Drain it before the floods this site follows step by step, is a hydrologist."
    )
    second = reservoir.arguments[1].model_copy(update={"speaker": "lorn"})
    same = trees(replace(reservoir, arguments=(reservoir.arguments[0], second)))[""].select(".who")
    assert [text_of(str(one)) for one in same] == [
        "Ada Lorn , whose arguments Drain it before the floods and Keep it until there are pipes "
        "this site follows step by step, is a hydrologist."
    ]
    assert "whose argument this site follows" in text_of(bodies(shipped)[""])


def test_nothing_still_to_come_is_announced_where_nothing_follows(reservoir: Dossier, tiny: Dossier) -> None:
    assert "still to come" not in bodies(reservoir)["timeline/"]
    assert "still to come" in bodies(tiny)["timeline/"]


def test_nothing_is_said_of_fingerprints_where_there_are_none(reservoir: Dossier) -> None:
    assert "a fingerprint" not in text_of(bodies(reservoir)["about/"])


def test_readings_of_an_event_are_one_click_from_the_timeline_or_on_it(tiny: Dossier) -> None:
    event = tiny.event["lighthouse-round"].model_copy(update={"readings": ("talks-stalled",)})
    on_track = replace(tiny, events=tuple(event if one.id == event.id else one for one in tiny.events))
    links = trees(on_track)["timeline/"].select("li a[href='../tracks/lighthouse-talks/#lighthouse-round']")
    assert "Reasons that others give" in [link.get_text() for link in links]
    bare = event.model_copy(update={"track": None})
    timeline = trees(replace(tiny, events=tuple(bare if one.id == bare.id else one for one in tiny.events)))[
        "timeline/"
    ]
    heading = timeline.find("h4", string="Reasons that others give")
    assert heading is not None
    following = heading.find_next_sibling()
    assert following is not None
    assert following["data-statement"] == "talks-stalled"


def test_a_place_in_the_name_of_a_track_stands_for_nobody(tiny: Dossier) -> None:
    """Skarn stands for its council, but "the talks on Skarn" are talks in a place."""
    assert tiny.statement["talks-stalled"].says.startswith("the talks on Skarn")
    said = trees(tiny)["tracks/skarn-talks/"].select("[data-statement='talks-stalled'] .said")
    assert said
    assert not [link for one in said for link in one.select("a[title^='Can stand for']")]


def test_a_dossier_without_a_base_source_on_its_cover_means_the_first(reservoir: Dossier) -> None:
    assert reservoir.cover.base_source is None
    assert reservoir.base_source.id == "courier-crack"
    named = replace(reservoir, cover=reservoir.cover.model_copy(update={"base_source": "radio-talk"}))
    assert "where no outlet is named, it is Radio Val." in render_part(named, "strapline")


def test_every_page_of_unlike_dossiers_can_be_proofread(dossier: Dossier) -> None:
    site = Site(dossier)
    assert {page.address: problems for page in site.pages if (problems := site.render(page).problems)} == {}


def test_no_short_answer_leaves_no_heading(minimal: Dossier) -> None:
    without = replace(minimal, cover=minimal.cover.model_copy(update={"gist": ()}))
    assert "short answer" not in text_of(rendered(without)[""])


def test_an_outlet_is_not_said_to_be_quoted_in_what_it_published(reservoir: Dossier) -> None:
    text = text_of(bodies(reservoir)["people/"])
    assert "The Upland Review Published What an empty lake costs ." in text
    assert (
        "Radio Val Published Le barrage de Brell . Reports in its own words in paragraph 2 of Le barrage de Brell ."
        in text
    )


def test_a_place_that_is_said_to_use_a_statement_shows_it_or_leads_to_it(dossier: Dossier) -> None:
    for statement in dossier.statements:
        # A list of sources names each paragraph once.
        passage = dossier.main_passage(statement)
        shown = (
            f'data-statement="{statement.id}"',
            f"#p{passage.paragraph}s" if passage.paragraph else passage.address,
        )
        for user in dossier.users_of(statement):
            pages = [address_of(user, dossier).partition("#")[0]]
            # The timeline shows in full what no page of a track shows, and links to the rest.
            pages += [address_of(dossier.track[user.track], dossier)] if isinstance(user, Event) and user.track else []
            html = "".join(bodies(dossier)[page] for page in pages)
            assert any(mark in html for mark in shown), (statement.id, user.id)
