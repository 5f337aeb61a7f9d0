"""A live server in this process; `tests/browser/test_serve.py` drives a real one from a browser."""

from __future__ import annotations

import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import ConfigurationError

from tests.conftest import DOSSIERS, ROOT
from tests.mkdocs.live import Live, live


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the smallest dossier, in force."""
    copy = Path(shutil.copytree(DOSSIERS / "minimal" / "seeds", tmp_path / "seeds"))
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DOSSIER_SEEDS", str(copy))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return copy


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the pages that a test may spoil."""
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))


@pytest.fixture
def server(seeds: Path, docs: Path, tmp_path: Path) -> Iterator[Live]:
    """A server of both."""
    handler = signal.getsignal(signal.SIGTERM)
    (docs / "robots.txt").write_text("Site of {{ config.site_name }}", encoding="utf-8")
    with live(ROOT, tmp_path / "site", docs_dir=str(docs), extra_templates=["robots.txt"]) as made:
        yield made
    signal.signal(signal.SIGTERM, handler)


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def eventually(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.05)
    return False


def outputs(server: Live) -> set[str]:
    """The pages that have been written for the build in force."""
    latest = max(server.site.iterdir(), key=lambda folder: int(folder.name))
    return {path.relative_to(latest).as_posix() for path in latest.rglob("*.html")}


def test_the_server_watches_seeds_code_and_templates(server: Live, seeds: Path) -> None:
    assert {str(seeds), str(ROOT / "macros")} <= set(server.server._watched_paths)
    assert [emitter.timeout for emitter in server.server.observer.emitters] == [0.1, 0.1]


def test_a_page_is_made_when_it_is_asked_for_and_the_rest_in_the_meantime(server: Live) -> None:
    server.rebuild()
    assert server.get("/glossary/").status == "200 OK"
    assert "glossary/index.html" in outputs(server)
    assert "timeline/index.html" not in outputs(server)
    assert eventually(lambda: "timeline/index.html" in outputs(server))


def test_an_edit_shows_and_what_is_gone_is_gone(server: Live, docs: Path, seeds: Path) -> None:
    assert server.get("/glossary/").status == "200 OK"
    changed(seeds / "dossier.yml", "title: ", "title: Edited, ")
    (docs / "assets" / "new.txt").write_text("new", encoding="utf-8")
    server.rebuild()
    assert "Edited, " in server.get("/").text
    assert server.get("/assets/new.txt").body == b"new"
    (docs / "assets" / "new.txt").unlink()
    server.rebuild()
    assert server.get("/assets/new.txt").status == "404 Not Found"


def test_a_download_and_the_search_index_are_of_the_same_state(server: Live, seeds: Path) -> None:
    changed(seeds / "dossier.yml", "title: ", "title: Edited, ")
    server.rebuild()
    assert '"title": "Edited, ' in server.get("/data/dossier.json").text
    assert '"title":"' in server.get("/search/entries.json").text
    assert "<urlset" in server.get("/sitemap.xml").text
    assert server.get("/robots.txt").text.startswith("Site of Edited, ")
    assert server.get("/sitemap.xml.gz").headers["Content-Type"] == "application/gzip"


def test_the_ids_for_text_editors_follow_every_edit_even_a_broken_one(server: Live, seeds: Path) -> None:
    ids = seeds / "schema" / "ids.json"
    server.rebuild()
    assert not ids.exists()
    ids.parent.mkdir()
    changed(seeds / "actors.yml", "- id: ", "- id: a-new-")
    server.rebuild()
    assert server.get("/").status == "503 Service Unavailable"
    assert '"const": "a-new-' in ids.read_text(encoding="utf-8")
    # The server wrote this file itself, so its change is no edit.
    emitters: list[Any] = list(server.server.observer.emitters)
    assert all(str(ids) not in emitter._take_snapshot().paths for emitter in emitters)
    ids.unlink()
    ids.mkdir()
    changed(seeds / "actors.yml", "- id: a-new-", "- id: ")
    server.rebuild()
    assert server.get("/").status == "200 OK"


def test_a_broken_seed_is_shown_at_every_page_until_it_is_fixed(server: Live, seeds: Path) -> None:
    changed(seeds / "dossier.yml", "title: ", "tilte: ")
    server.rebuild()
    for path in ("/", "/any/where/", "/any/page.html"):
        reply = server.get(path)
        assert reply.status == "503 Service Unavailable"
        assert "there is no field" in reply.text
        assert "livereload(" in reply.text
    assert server.get("/nothing.css").status == "404 Not Found"
    assert server.get("/search/search_index.json").status == "503 Service Unavailable"
    changed(seeds / "dossier.yml", "tilte: ", "title: ")
    server.rebuild()
    assert server.get("/").status == "200 OK"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[x](nowhere.md)", "nowhere.md"),
        ("[x](timeline.md#no-such-anchor)", "no-such-anchor"),
        ("{{ nobody }}", "&#39;nobody&#39; is undefined"),
    ],
)
def test_a_mistake_on_another_page_is_found_in_the_meantime(text: str, message: str, server: Live, docs: Path) -> None:
    with (docs / "about.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")
    server.rebuild()
    epoch = server.server._visible_epoch
    assert server.get("/").status == "200 OK"
    assert eventually(lambda: server.get("/livereload/0/1").body != b"%d" % epoch)
    assert server.get("/").status == "503 Service Unavailable"
    assert message in server.get("/glossary/").text


def test_a_mistake_on_the_page_that_is_asked_for_is_shown_at_once(server: Live, docs: Path) -> None:
    with (docs / "about.md").open("a", encoding="utf-8") as file:
        file.write("\n{{ nobody }}\n")
    server.rebuild()
    assert server.get("/about/").status == "503 Service Unavailable"
    assert server.get("/").status == "503 Service Unavailable"
    assert server.get("/search/search_index.json").status == "503 Service Unavailable"


def test_a_title_that_only_rendering_gives_is_known_to_the_other_pages(server: Live, docs: Path) -> None:
    changed(docs / "evidence" / "index.md", "title: Evidence\n", "")
    changed(docs / "evidence" / "index.md", "---\n{{", "---\n# Heard and written\n\n{{")
    server.rebuild()
    assert server.get("/glossary/").status == "200 OK"
    server.finish()
    assert "Heard and written" in server.get("/evidence/").text


def test_an_error_in_the_code_is_shown_and_logged(
    server: Live, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("nothing works")

    monkeypatch.setattr(sys.modules["macros.site.build"], "Site", fails)
    server.rebuild()
    assert "ValueError: nothing works" in server.get("/").text
    assert "ValueError: nothing works" in caplog.text


def test_a_configuration_that_cannot_be_read_is_shown(server: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> None:
        raise ConfigurationError("no such option")

    monkeypatch.setattr(server, "config", fails)
    server.rebuild()
    assert "no such option" in server.get("/").text
    monkeypatch.undo()


def test_an_address_without_its_slash_leads_on_and_another_is_an_error_that_reloads(server: Live) -> None:
    assert server.get("/glossary").headers["Location"] == "/glossary/"
    reply = server.get("/nowhere/")
    assert reply.status == "404 Not Found"
    assert "There is no page at this address" in reply.text
    assert "livereload(" in reply.text


def test_a_site_below_a_path_is_served_there(server: Live) -> None:
    server.server.mount_path = "/x/"
    assert server.get("/").headers["Location"] == "/x/"
    assert server.get("/x/glossary/").status == "200 OK"
    assert server.get("/y/").status == "404 Not Found"


def test_requests_that_may_not_be_answered_are_refused(server: Live) -> None:
    assert server.get("/", "POST").status == "405 Method Not Allowed"
    assert server.get("/", HTTP_HOST="evil.example").status == "421 Misdirected Request"
    assert server.get("/", "HEAD").body == b""
    assert int(server.get("/", "HEAD").headers["Content-Length"]) > 1000


def test_the_hook_is_loaded_again_once_it_has_changed(server: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    cleared: list[str] = []
    monkeypatch.setitem(type(server.preview).build.__globals__, "forget_hook", lambda: cleared.append("cleared"))
    server.rebuild()
    assert cleared == []
    monkeypatch.setattr(type(server.preview), "_age_of_hook", lambda _: 1)
    server.rebuild()
    server.rebuild()
    assert cleared == ["cleared"]


def test_every_page_has_what_is_left_to_do_and_no_built_page_has_it(server: Live, seeds: Path, docs: Path) -> None:
    for path in ("/", "/people/"):
        assert ">2 left to do</summary>" in server.get(path).text
    assert "work-list" not in (server.site / "1" / "index.html").read_text(encoding="utf-8")
    assert "work-list" not in server.get("/data/dossier.json").text
    with (seeds / "statements.yml").open("a", encoding="utf-8") as file:
        file.write("- {id: to-write, source: leaflet, passages: [p1s1], mode: indirect, kind: report}\n")
    server.rebuild()
    home = server.get("/").text
    assert ">3 left to do</summary>" in home
    assert "1 of them before the dossier may be published" in home
    assert '<a href="/evidence/' in home
    changed(seeds / "dossier.yml", "licence:", "license:")
    server.rebuild()
    assert "work-list" not in server.get("/").text
