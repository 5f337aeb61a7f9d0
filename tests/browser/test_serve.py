"""A real server and a real browser: what an editor sees while things break and are mended."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import FIXTURES, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if not (CHROMIUM and find_spec("playwright")):
    pytest.skip("no browser is installed: see `python3 -m nox -s browser`", allow_module_level=True)

PATIENCE = 30_000
"""Milliseconds after which a page that has not changed never will. What is slow is measured by `nox -s bench`."""


class Desk:
    """A copy of the project, its live server, and a browser window that nobody reloads by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("macros", "docs"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(FIXTURES / "tiny" / "seeds", folder / "seeds")
        shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.log = folder / "serve.log"
        self.server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("DOSSIER_SEEDS", None)
        with self.log.open("wb") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=self.folder, env=environment, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            assert self.server.poll() is None, self.log.read_text(encoding="utf-8")
            try:
                urlopen(f"{self.address}livereload/0/0").close()  # noqa: S310
            except URLError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError(self.log.read_text(encoding="utf-8"))

    def change(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def stop(self) -> None:
        if self.server:
            self.server.send_signal(signal.SIGINT)  # as an editor stops it, so that it tidies up
            self.server.wait(timeout=10)


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Desk]:
    """A copy of the project that a test may spoil before it starts the server."""
    made = Desk(tmp_path)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A running server; each test mends what it breaks, and so the next one sees that it was mended."""
    made = Desk(tmp_path_factory.mktemp("desk"))
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A browser window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        window = browser.new_page()
        window.set_default_timeout(PATIENCE)
        yield window
        browser.close()


def shows(page: Page, text: str) -> None:
    """Waits until the window shows a text, which it must do by itself."""
    page.wait_for_function("text => document.body && document.body.innerText.includes(text)", arg=text)


def test_a_mistake_takes_the_place_of_the_page_until_it_is_mended(desk: Desk, page: Page) -> None:
    address = f"{desk.address}tracks/skarn-talks/"
    page.goto(address)
    shows(page, "The talks on Skarn")
    desk.change("seeds/events.yml", "status: held", "status: helt")
    shows(page, "1 mistake to mend")
    entry = page.locator("li").inner_text()
    assert "seeds/events.yml, line 4, in event march-round" in entry
    assert "'helt' is no status we know" in entry
    assert "did you mean 'held'?" in entry
    assert page.locator("pre").inner_text().splitlines() == [
        "   3   kind: meeting",
        "   4   status: helt",
        "               ^^^^",
    ]
    desk.change("seeds/statements.yml", "speaker: quill", "speaker: quil")
    shows(page, "2 mistakes to mend")
    desk.change("seeds/statements.yml", "speaker: quil", "speaker: quill")
    desk.change("seeds/events.yml", "status: helt", "status: held")
    shows(page, "The talks on Skarn")
    assert page.url == address


def test_a_server_that_starts_with_a_mistake_shows_it_at_every_address(stopped: Desk, page: Page) -> None:
    stopped.change("seeds/tracks.yml", "title: The talks on Skarn", "tilte: <script>document.title = 'ran'</script>")
    stopped.start()
    page.goto(f"{stopped.address}tracks/skarn-talks/")
    shows(page, "there is no field 'tilte'")
    shows(page, "did you mean 'title'?")
    assert page.title() == "1 mistake to mend"
    stopped.change("seeds/tracks.yml", "tilte: <script>document.title = 'ran'</script>", "title: The talks on Skarn")
    shows(page, "The talks on Skarn")


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "told"),
    [
        ("macros/templates/pages/tracks.html.j2", "{{", "{{ nobody }}{{", "macros/templates/pages/tracks.html.j2, line", "'nobody' is undefined"),
        ("macros/templates/pages/tracks.html.j2", "{{", "{{ (", "macros/templates/pages/tracks.html.j2, line", "SyntaxError"),
        ("macros/rendering/views/meetings.py", "def tracks(", "def tracks(:\ndef x(", "macros/rendering/views/meetings.py, line", "SyntaxError"),
        ("macros/rendering/views/meetings.py", "def tracks(", "1 / 0\ndef tracks(", "macros/rendering/views/meetings.py, line", "ZeroDivisionError"),
        ("macros/site.py", "import os", "import os, nothing_of_this_name", "macros/site.py, line", "nothing_of_this_name"),
        ("docs/tracks/index.md", "{{ tracks() }}", "{{ tracks() }}\n\n[x](nowhere.md)", "docs/tracks/index.md, line", "nowhere.md"),
        ("docs/tracks/index.md", "{{ tracks() }}", "{{ trakcs() }}", "docs/tracks/index.md, line", "'trakcs' is undefined"),
    ],
)  # fmt: skip
def test_a_broken_template_page_or_module_is_told_too(
    file: str, old: str, new: str, place: str, told: str, desk: Desk, page: Page
) -> None:
    page.goto(f"{desk.address}tracks/")
    shows(page, "The talks on Skarn")
    desk.change(file, old, new)
    shows(page, place)
    shows(page, told)
    desk.change(file, new, old)
    shows(page, "The talks on Skarn")


def test_a_server_that_starts_with_a_broken_module_tells_it(stopped: Desk, page: Page) -> None:
    stopped.change("macros/models/track.py", "class Track(", "class Track[")
    stopped.start()
    page.goto(stopped.address)
    shows(page, "macros/models/track.py, line")
    stopped.change("macros/models/track.py", "class Track[", "class Track(")
    shows(page, "The herring talks")


def test_every_kind_of_edit_shows_without_a_restart(desk: Desk, page: Page) -> None:
    page.goto(f"{desk.address}tracks/")
    shows(page, "The talks on Skarn")
    desk.change("seeds/tracks.yml", "title: The talks on Skarn", "title: Edited in a seed")
    shows(page, "Edited in a seed")
    desk.change("docs/tracks/index.md", "{{ tracks() }}", "{{ tracks() }}\n\nEdited in a page")
    shows(page, "Edited in a page")
    template = desk.folder / "macros/templates/pages/tracks.html.j2"
    template.write_text(f"{template.read_text(encoding='utf-8')}\n<p>Edited in a template</p>", encoding="utf-8")
    shows(page, "Edited in a template")
    desk.change(
        "macros/rendering/environment.py",
        'return "\\n".join(line',
        "return '<p>Edited in Python</p>' + \"\\n\".join(line",
    )
    shows(page, "Edited in Python")
    desk.change("macros/site.py", "_safe(dossier.cover.title)", "_safe('Edited in the hook')")
    page.wait_for_function("() => document.title.includes('Edited in the hook')")
    with (desk.folder / "docs/assets/site.css").open("a", encoding="utf-8") as file:
        file.write("\nbody { outline: 7px solid rgb(1, 2, 3); }\n")
    page.wait_for_function("() => getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
    new = "\n- {id: fresh-term, term: fresh, explanation: Edited in a new record.}\n"
    with (desk.folder / "seeds/terms.yml").open("a", encoding="utf-8") as file:
        file.write(new)
    page.goto(f"{desk.address}glossary/")
    shows(page, "Edited in a new record.")
