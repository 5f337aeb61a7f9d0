"""What each page tells browsers, search engines and other sites about itself."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands import serve
from mkdocs.commands.build import build as build_from

from macros.mkdocs.serving import PREVIEW
from tests.conftest import DOSSIERS, ROOT
from tests.site.building import ADDRESS, configured, modules_kept, trees


def told(tree: BeautifulSoup, name: str) -> str:
    tag = tree.find("meta", attrs={"name": name}) or tree.find("meta", attrs={"property": name})
    return str(tag["content"]) if tag else ""


def test_each_page_says_what_it_is(shipped_site: Path) -> None:
    placed = trees(shipped_site)
    assert len({told(tree, "description") for tree in placed.values()}) >= len(placed) - 1
    for address, tree in placed.items():
        html = tree.html
        assert html is not None
        assert html["lang"] == "en"
        if address == "404.html":
            assert told(tree, "robots") == "noindex"
            continue
        canonical = tree.find("link", rel="canonical")
        assert canonical is not None, address
        assert canonical["href"] == told(tree, "og:url") == ADDRESS + address
        assert told(tree, "og:title"), address
        assert told(tree, "og:description") == told(tree, "description"), address
        assert told(tree, "twitter:card"), address
        assert not told(tree, "robots"), address


@pytest.mark.parametrize("which", ["tiny_site", "minimal_site", "hostile_site"])
def test_without_an_address_no_page_claims_one(which: str, request: pytest.FixtureRequest) -> None:
    for address, tree in trees(request.getfixturevalue(which)).items():
        assert tree.find("link", rel="canonical") is None, address
        assert not told(tree, "og:url"), address


def test_every_page_has_a_strict_policy(shipped_site: Path) -> None:
    for address, tree in trees(shipped_site).items():
        policy = tree.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
        assert policy is not None, address
        # A policy holds for what stands below it.
        assert policy.find_previous(["script", "link", "style"]) is None, address
        rules = dict(rule.strip().split(" ", 1) for rule in str(policy["content"]).split(";"))
        assert rules["default-src"] == "'none'"
        assert not re.search(r"unsafe-|\*|https?:", str(policy["content"])), address
        inline = [tag for tag in tree.find_all("script", src=False) if not tag.get("type")]
        assert inline
        assert rules["script-src"].count("'sha256-") == len(inline), address
        assert not tree.find_all(style=True), address
        assert not tree.find_all("style"), address


def test_a_page_that_is_being_edited_has_no_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # `mkdocs serve` adds a script of its own to each page; a policy would refuse it, and no edit would show.
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DOSSIER_SEEDS", str(DOSSIERS / "minimal" / "seeds"))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    # A server leaves both behind, and other tests of this process build sites without one.
    monkeypatch.setitem(vars(serve), "build", vars(serve)["build"])
    monkeypatch.setitem(vars(serve), PREVIEW, None)
    with modules_kept():
        build_from(configured(tmp_path / "site", command="serve"))
    assert "Content-Security-Policy" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_links_to_other_hosts_say_so(shipped_site: Path) -> None:
    seen = 0
    for address, tree in trees(shipped_site).items():
        for a in tree.find_all("a", href=True):
            if urlsplit(str(a["href"])).netloc:
                seen += 1
                assert {"external", "noopener"} <= set(a.get_attribute_list("rel")), f"{address}: {a['href']}"
            assert not a.get("target"), f"{address}: {a['href']} opens a window that nobody asked for"
    assert seen
