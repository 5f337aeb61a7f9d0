"""What a reader finds who comes back to a page, with and without the memory of the browser (the back/forward cache)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.chromium import options
from tests.browser.conftest import HEIGHTS, PHONE, Opener
from tests.browser.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def keeping(browser: Browser, served: Served) -> Iterator[Page]:
    """A page in a browser that keeps pages in memory. Playwright switches this off in its own browsers."""
    phone: Any = {"width": PHONE, "height": HEIGHTS[PHONE]}
    off = ["--disable-back-forward-cache"]
    with browser.browser_type.launch(ignore_default_args=off, **options()) as kept:
        page = kept.new_page(base_url=served.address, viewport=phone)
        page.add_init_script("addEventListener('pageshow', (event) => { window.came_from_memory = event.persisted; })")
        yield page


def _assert_closed(page: Page) -> None:
    button = page.get_by_role("button", name="Menu")
    assert button.get_attribute("aria-expanded") == "false"
    assert not page.locator("#menu").is_visible()
    assert not page.locator("#__drawer").is_checked()
    assert page.get_by_role("main").locator("h1").is_visible()
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    page.locator("#menu").wait_for(state="visible")


def _leave_by_the_menu_and_return(page: Page) -> None:
    page.goto("tracks/", wait_until="networkidle")
    page.get_by_role("button", name="Menu").click()
    page.locator("#menu").get_by_role("link", name="Timeline").click()
    page.wait_for_url("**/timeline/")
    page.go_back(wait_until="commit")
    page.wait_for_url("**/tracks/", wait_until="commit")


def test_the_menu_is_closed_after_back(reader: Opener) -> None:
    with reader(PHONE) as page:
        _leave_by_the_menu_and_return(page)
        page.wait_for_load_state("networkidle")
        _assert_closed(page)


def test_the_menu_is_closed_if_the_page_comes_from_memory(keeping: Page) -> None:
    _leave_by_the_menu_and_return(keeping)
    keeping.wait_for_function("() => window.came_from_memory")
    _assert_closed(keeping)


def test_the_button_says_that_an_address_with_a_query_opens_the_search(reader: Opener) -> None:
    with reader(PHONE) as page:
        page.goto("?q=meeting", wait_until="networkidle")
        page.locator(".md-search-result__link").first.wait_for()
        assert page.locator("[data-opens=__search]").get_attribute("aria-expanded") == "true"


@pytest.mark.parametrize("switch", ["Switch to dark", "Switch to light"])
def test_a_page_from_memory_has_the_colours_that_were_chosen_elsewhere(keeping: Page, switch: str) -> None:
    keeping.emulate_media(color_scheme="dark" if switch == "Switch to light" else "light")
    keeping.goto("tracks/", wait_until="networkidle")
    keeping.goto("timeline/", wait_until="networkidle")
    keeping.get_by_title(switch).click()
    keeping.go_back(wait_until="commit")
    keeping.wait_for_url("**/tracks/", wait_until="commit")
    keeping.wait_for_function("() => window.came_from_memory")
    keeping.get_by_title(switch).wait_for(state="hidden")
    wanted = "slate" if switch == "Switch to dark" else "default"
    assert keeping.evaluate("() => document.body.dataset.mdColorScheme") == wanted
