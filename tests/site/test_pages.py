from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from macros.site.build import Site
from tests.site.building import broken_links, trees

ALL = ["shipped_site", "tiny_site", "minimal_site", "hostile_site"]


@pytest.mark.parametrize("which", ALL)
def test_every_link_leads_somewhere(which: str, request: pytest.FixtureRequest) -> None:
    assert broken_links(request.getfixturevalue(which)) == []


@pytest.mark.parametrize("which", ALL)
def test_nothing_is_loaded_from_another_host(which: str, request: pytest.FixtureRequest) -> None:
    for address, tree in trees(request.getfixturevalue(which)).items():
        for tag in tree.find_all(["link", "script", "img", "iframe", "source"]):
            if tag.get("rel") == ["canonical"]:
                continue  # it names the page's own address, and nothing is loaded from there
            target = str(tag.get("href") or tag.get("src") or "")
            assert not urlsplit(target).netloc, (address, target)


@pytest.mark.parametrize("which", ALL)
def test_each_page_has_its_own_title_a_description_and_one_heading(which: str, request: pytest.FixtureRequest) -> None:
    found = trees(request.getfixturevalue(which))
    titles = {address: tree.title.get_text() for address, tree in found.items() if tree.title}
    assert len(set(titles.values())) >= len(found) - 1, titles  # the error page carries the site's name, as home does
    for address, tree in found.items():
        description = tree.find("meta", attrs={"name": "description"})
        assert description is not None, address
        assert description["content"], address
        assert len(tree.find_all("h1")) == 1, address


def test_the_day_and_the_kind_of_source_are_on_every_page(shipped_site: Path) -> None:
    for address, tree in trees(shipped_site).items():
        line = tree.select_one(".strapline")
        assert line is not None, address
        assert "18 November 2023" in line.get_text(), address
        words = "Hindsight, as of" if address == "aftermath/" else "Based on one source, published by PanARMENIAN.Net"
        assert words in line.get_text(), address


def test_every_address_of_the_design_exists(shipped_site: Path, shipped: Dossier) -> None:
    fixed = [
        "",
        "tracks/",
        "mediators/",
        "argument/",
        "timeline/",
        "people/",
        "glossary/",
        "evidence/",
        "unknowns/",
        "about/",
        "checked/",
        "aftermath/",
    ]
    found = trees(shipped_site)
    for address in [*fixed, *(page.address for page in Site(shipped).record_pages)]:
        assert address in found
    for record in (*shipped.events, *shipped.terms, *shipped.gaps, *shipped.arguments[0].inferences):
        address, _, anchor = address_of(record, shipped).partition("#")
        assert found[address].find(id=anchor) is not None, address_of(record, shipped)
    for passage in shipped.base_source.passages:
        assert found[address_of(shipped.base_source, shipped)].find(id=passage.address) is not None, passage.address


def test_every_page_is_one_click_from_home_or_two(shipped_site: Path) -> None:
    home = trees(shipped_site)[""]
    linked = {str(a["href"]).split("#")[0] for a in home.find_all("a", href=True)}
    for address in (
        "tracks/",
        "mediators/",
        "argument/",
        "timeline/",
        "people/",
        "unknowns/",
        "evidence/",
        "about/",
        "checked/",
        "aftermath/",
    ):
        assert address in linked


def test_a_dossier_that_is_not_compared_has_neither_page_nor_entry_in_the_nav(
    minimal_site: Path, shipped_site: Path
) -> None:
    for site, exist in ((minimal_site, False), (shipped_site, True)):
        found = trees(site)
        assert [address in found for address in ("checked/", "aftermath/")] == [exist, exist]
        nav = found[""].select_one(".menu")
        assert nav is not None
        assert [entry in nav.get_text() for entry in ("Checked", "Afterwards")] == [exist, exist]


def test_every_address_of_a_source_is_on_a_page_of_sources(shipped_site: Path, shipped: Dossier) -> None:
    found = trees(shipped_site)
    links = {str(a["href"]): a for page in ("evidence/", "aftermath/") for a in found[page].find_all("a", href=True)}
    for source in shipped.sources:
        assert "noopener" in links[source.url]["rel"], source.id


def test_passages_lead_to_their_place_in_the_published_article(shipped_site: Path, shipped: Dossier) -> None:
    page = trees(shipped_site)[address_of(shipped.base_source, shipped)]
    links = {str(a["href"]) for a in page.find_all("a", href=True)}
    for passage in shipped.base_source.passages:
        assert shipped.base_source.address_of(passage) in links


def test_the_contents_list_the_headings_of_the_page(shipped_site: Path) -> None:
    contents = trees(shipped_site)["tracks/american/"].select(".md-nav--secondary a.md-nav__link")
    assert [a["href"] for a in contents][:3] == ["#meetings", "#washington-june", "#washington-november"]


def test_hostile_text_never_runs(hostile_site: Path) -> None:
    for address, tree in trees(hostile_site).items():
        for script in tree.find_all("script"):
            assert "alert(" not in script.get_text(), address
        assert not tree.find_all(onclick=True), address
        assert not [a for a in tree.find_all(href=True) if str(a["href"]).lower().startswith("javascript")], address
        assert "1337" not in tree.get_text(), address
        assert "alert(1)" in tree.get_text(), address
    entries = json.loads((hostile_site / "search" / "entries.json").read_text(encoding="utf-8"))
    assert entries
    # The search shows these texts as HTML, so they must be escaped in the index.
    assert not [entry for entry in entries if "<script" in entry["title"] + entry["text"]]
    assert not [entry for entry in entries if "<b " in entry["title"] + entry["text"]]


@pytest.mark.parametrize("which", ["tiny_site", "minimal_site"])
def test_another_dossier_gives_another_site(which: str, request: pytest.FixtureRequest, shipped: Dossier) -> None:
    names = {word for actor in shipped.actors for word in (actor.name, actor.short, *actor.metonyms)}
    names |= {track.title for track in shipped.tracks} | {shipped.cover.title}
    site: Path = request.getfixturevalue(which)
    texts = {
        path: path.read_text(encoding="utf-8").casefold()
        for suffix in ("*.html", "*.json", "*.xml")
        for path in site.rglob(suffix)
    }
    any_name = re.compile(rf"\b({'|'.join(re.escape(name.casefold()) for name in names)})\b")
    for path, text in texts.items():
        assert any_name.findall(text) == [], path


def test_no_published_file_names_a_file_that_is_not_there(shipped_site: Path) -> None:
    names = {path.relative_to(shipped_site).as_posix() for path in shipped_site.rglob("*") if path.is_file()}
    assert not [name for name in names if name.endswith(".map") or "/lunr/" in name]
    for name in names:
        if name.endswith((".js", ".css")):
            text = (shipped_site / name).read_text(encoding="utf-8")
            assert not re.search(r"sourceMappingURL|@import", text), name
    # Every script and style sheet is loaded by a page, or by the search.
    pages = "".join((shipped_site / name).read_text(encoding="utf-8") for name in names if name.endswith(".html"))
    assert [name for name in names if name.endswith((".js", ".css")) and Path(name).name not in pages] == []
