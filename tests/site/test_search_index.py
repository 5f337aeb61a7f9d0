from __future__ import annotations

import pytest

from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from macros.models.source import Layer
from macros.site import search_index
from macros.site.search_index import WORDS, SearchEntry, ShownPage, search_entries


def page(address: str, template: str, *statements: str) -> ShownPage:
    anchors = tuple(f"said-{name}" for name in statements)
    return ShownPage(address, template, f"Page {address}", ("One heading", "Another"), anchors)


def titled(entries: list[SearchEntry], title: str) -> list[SearchEntry]:
    return [entry for entry in entries if entry.title.startswith(title)]


def test_a_page_is_found_by_its_title_and_its_headings(tiny: Dossier) -> None:
    assert search_entries(tiny, [page("x/", "")])[0] == SearchEntry("x/", "Page x/", "One heading. Another")


def test_everybody_is_found_by_every_name_where_they_stand(shipped: Dossier) -> None:
    entries = search_entries(shipped, [])
    for actor in shipped.actors:
        found = [entry for entry in entries if entry.location == address_of(actor, shipped)]
        assert len(found) == 1
        for name in (*actor.metonyms, *actor.spellings):
            assert name.replace("'", "&#39;") in found[0].title


def test_somebody_who_stands_nowhere_is_not_found(shipped: Dossier) -> None:
    people = ShownPage("people/", "people", "People", (), ("klaar",))
    found = {entry.location for entry in search_entries(shipped, [people])}
    assert "people/#klaar" in found
    assert "people/#obrien" not in found


def test_other_sources_and_later_facts_are_found_where_they_stand(tiny: Dossier) -> None:
    found = {entry.location: entry for entry in search_entries(tiny, [])}
    for check in tiny.checks:
        assert found[f"checked/#{check.id}"].text == check.says
    for one in tiny.disagreements:
        assert found[f"checked/#{one.id}"].title == one.topic
    for fact in tiny.later_facts:
        assert found[f"aftermath/#{fact.id}"].text == fact.says
    for source in set(tiny.sources) - set(tiny.base_layer):
        page = "aftermath" if source.layer is Layer.AFTERWARDS else "evidence"
        assert f"{page}/#{source.id}" in found


def test_somebody_with_a_page_is_found_as_a_part_of_it(tiny: Dossier) -> None:
    party = next(actor for actor in tiny.actors if "party" in actor.part)
    entries = search_entries(tiny, [page(address_of(party, tiny), "party")])
    assert [entry.location for entry in titled(entries, party.name)] == [f"{address_of(party, tiny)}#content"]


def test_a_statement_is_found_once_where_it_stands_in_its_context(tiny: Dossier) -> None:
    statement = tiny.statements[0]
    shown = [page("", "home", statement.id), page("argument/", "argument", statement.id), page("tracks/x/", "track")]
    found = [entry for entry in search_entries(tiny, shown) if "#said-" in entry.location]
    assert [entry.location for entry in found] == [f"argument/#said-{statement.id}"]
    assert found[0].text == statement.says.replace("'", "&#39;")


def test_a_report_without_a_speaker_is_found_under_its_publisher(shipped: Dossier) -> None:
    for statement in shipped.statements:
        shown = [page("x/", "track", statement.id)]
        found = [entry for entry in search_entries(shipped, shown) if "#said-" in entry.location]
        inner = shipped.levels(statement)[0][0]
        assert found[0].title.casefold().startswith(shipped.actor[inner].name.casefold().replace("'", "&#39;"))


def test_a_kind_without_words_of_its_own_is_found_by_its_name_and_texts(
    tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "WORDS", {name: words for name, words in WORDS.items() if name != "terms"})
    found = {entry.location: entry for entry in search_entries(tiny, [])}
    term = tiny.terms[0]
    entry = found[address_of(term, tiny)]
    assert entry.title == term.term[:1].upper() + term.term[1:]
    assert term.explanation.replace("'", "&#39;") in entry.text
    assert term.statements[0] not in entry.text
