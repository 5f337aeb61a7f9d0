"""A real server and a real browser: what an editor sees when something breaks and after it is fixed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.desk import PATIENCE, Desk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Desk]:
    """A copy of the project that a test may break before it starts the server."""
    made = Desk(tmp_path)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A running server. Each test fixes what it breaks, so the next test checks that the fix was noticed."""
    made = Desk(tmp_path_factory.mktemp("desk"))
    made.start()
    yield made
    made.stop()


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A browser window. No test reloads it, so it must reload by itself."""
    made = browser.new_page()
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


def shows(page: Page, text: str) -> None:
    """Waits until the window shows a text. Nothing here reloads the page: the server must do it."""
    page.wait_for_function("text => document.body && document.body.innerText.includes(text)", arg=text)


def test_the_problem_page_replaces_the_page_until_the_problem_is_fixed(desk: Desk, page: Page) -> None:
    address = f"{desk.address}tracks/skarn-talks/"
    page.goto(address)
    shows(page, "The talks on Skarn")
    desk.change("seeds/events.yml", "status: held", "status: helt")
    shows(page, "1 problem to fix")
    entry = page.locator("li").inner_text()
    assert "seeds/events.yml, line 4, in event march-round" in entry
    assert "'helt' is not a known status" in entry
    assert "did you mean 'held'?" in entry
    assert page.locator("pre").inner_text().splitlines() == [
        "   3   kind: meeting",
        "   4   status: helt",
        "               ^^^^",
    ]
    desk.change("seeds/statements.yml", "speaker: quill", "speaker: quil")
    shows(page, "2 problems to fix")
    desk.change("seeds/statements.yml", "speaker: quil", "speaker: quill")
    desk.change("seeds/events.yml", "status: helt", "status: held")
    shows(page, "The talks on Skarn")
    assert page.url == address


def test_seeds_that_go_and_come_back_are_noticed(desk: Desk, page: Page) -> None:
    page.goto(desk.address)
    seeds, elsewhere = desk.folder / "seeds", desk.folder / "kept"
    seeds.rename(elsewhere)
    shows(page, "this folder of seeds does not exist")
    elsewhere.rename(seeds)
    page.wait_for_function("document.querySelector('h1') && !document.title.includes('to fix')")
    desk.change("seeds/dossier.yml", "title: ", "title: Once more, ")
    shows(page, "Once more, ")


def test_a_server_that_starts_with_a_problem_shows_it_at_every_address(stopped: Desk, page: Page) -> None:
    stopped.change("seeds/tracks.yml", "title: The talks on Skarn", "tilte: <script>document.title = 'ran'</script>")
    stopped.start()
    page.goto(f"{stopped.address}tracks/skarn-talks/")
    shows(page, "there is no field 'tilte'")
    shows(page, "did you mean 'title'?")
    assert page.title() == "1 problem to fix"
    stopped.change("seeds/tracks.yml", "tilte: <script>document.title = 'ran'</script>", "title: The talks on Skarn")
    shows(page, "The talks on Skarn")


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message"),
    [
        ("macros/templates/pages/tracks.html.j2", "{{", "{{ nobody }}{{", "macros/templates/pages/tracks.html.j2, line", "'nobody' is undefined"),
        ("macros/templates/pages/tracks.html.j2", "{{", "{{ (", "macros/templates/pages/tracks.html.j2, line", "SyntaxError"),
        ("macros/rendering/views/events.py", "def board(", "def board(:\ndef x(", "macros/rendering/views/events.py, line", "SyntaxError"),
        ("macros/rendering/views/events.py", "def board(", "1 / 0\ndef board(", "macros/rendering/views/events.py, line", "ZeroDivisionError"),
        ("macros/mkdocs/hook.py", "import os", "import os, nothing_of_this_name", "macros/mkdocs/hook.py, line", "nothing_of_this_name"),
        ("docs/tracks/index.md", "{{ tracks() }}", "{{ tracks() }}\n\n[x](nowhere.md)", "docs/tracks/index.md, line", "nowhere.md"),
        ("docs/tracks/index.md", "{{ tracks() }}", "{{ trakcs() }}", "docs/tracks/index.md, line", "'trakcs' is undefined"),
    ],
)  # fmt: skip
def test_a_broken_template_page_or_module_is_reported_too(
    file: str, old: str, new: str, place: str, message: str, desk: Desk, page: Page
) -> None:
    page.goto(f"{desk.address}tracks/")
    shows(page, "The talks on Skarn")
    desk.change(file, old, new)
    shows(page, place)
    shows(page, message)
    desk.change(file, new, old)
    shows(page, "The talks on Skarn")


def test_a_server_that_starts_with_a_broken_module_reports_it(stopped: Desk, page: Page) -> None:
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
        "macros/rendering/pages.py",
        'return "\\n".join(line',
        "return '<p>Edited in Python</p>' + \"\\n\".join(line",
    )
    shows(page, "Edited in Python")
    desk.change("macros/mkdocs/hook.py", "safe(dossier.cover.title)", "safe('Edited in the hook')")
    page.wait_for_function("() => document.title.includes('Edited in the hook')")
    with (desk.folder / "docs/assets/site.css").open("a", encoding="utf-8") as file:
        file.write("\nbody { outline: 7px solid rgb(1, 2, 3); }\n")
    page.wait_for_function("() => document.body && getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)'")
    new = "\n- {id: fresh-term, term: fresh, explanation: Edited in a new record.}\n"
    with (desk.folder / "seeds/terms.yml").open("a", encoding="utf-8") as file:
        file.write(new)
    page.goto(f"{desk.address}glossary/")
    shows(page, "Edited in a new record.")
