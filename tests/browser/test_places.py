"""A site in places for which it was not built: opened as files, and below a path that it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.browser.serving import Served
from tests.conftest import DOSSIERS, ROOT
from tests.site.building import build_site, trees


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A small site that was built without an address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("DOSSIER_SEEDS", str(DOSSIERS / "minimal" / "seeds"))
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.delenv("SITE_URL", raising=False)
        yield build_site(tmp_path_factory.mktemp("places") / "site")


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_opened_as_files_every_link_works_and_the_page_says_why_there_is_no_search(
    reader: Opener, site: Path, width: int
) -> None:
    with reader(width) as page:
        for address in trees(site):
            if address == "404.html":
                continue
            page.goto((site / address / "index.html").as_uri())
            assert page.get_by_text("This page was opened as a file").is_visible(), address
            assert page.evaluate("window.refused") == [], address
            links = page.evaluate("[...document.links].map((link) => link.href)")
            local = [unquote(urlsplit(link).path) for link in links if link.startswith("file:")]
            assert local
            assert [path for path in local if not Path(path).is_file()] == [], address
        assert not page.locator("#search").is_visible()
        assert not page.get_by_role("button", name="Search", exact=True).is_visible()
        page.get_by_role("link", name="Timeline").last.click()
        assert page.get_by_role("heading", level=1).is_visible()
        assert page.url.endswith("timeline/index.html")


def test_the_error_page_of_a_site_without_an_address_says_what_to_do(reader: Opener, site: Path) -> None:
    help_line = "If the links on this page do not work:"
    with Served(site, base_path="/deep/down/").running() as served, reader() as page:
        page.goto(f"{served.address}nowhere/at/all/")
        assert page.get_by_text(help_line).is_visible()
        assert page.get_by_text("must be built with its address").is_visible()
        # Without the style sheet, the icons do not fill the window.
        assert all(icon.bounding_box()["width"] == 24 for icon in page.locator("svg").all() if icon.is_visible())
    with Served(site, base_path="/").running() as served, reader() as page:
        page.goto(f"{served.address}nowhere/at/all/")
        assert not page.get_by_text(help_line).is_visible()
        page.get_by_role("link", name="The front page").click()
        assert page.url == served.address
