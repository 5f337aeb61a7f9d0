"""Search, menu and colours work if the browser keeps nothing for the site, or something that our scripts did not write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.chromium import options
from tests.browser.conftest import HEIGHTS, PHONE, Opener
from tests.browser.serving import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROKEN = [
    "", "{", "null", "true", "5", '"dark"', "[]", "{}", '{"index": null}', '{"index": 99}', '{"index": -1}', '{"index": 0.5}',
    '{"index": "length"}', '{"index": "map"}', '{"color": 1}',
]  # fmt: skip


def _assert_all_works(page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("", wait_until="networkidle")
    page.get_by_title("Switch to dark").click()
    assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"
    page.get_by_title("Switch to light").click()
    assert page.evaluate("() => document.body.dataset.mdColorScheme") == "default"
    page.get_by_role("button", name="Menu").click()
    page.locator("#menu").wait_for(state="visible")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search").fill("meeting")
    page.locator(".md-search-result__link").first.wait_for()
    assert errors == []


@pytest.mark.parametrize("value", BROKEN)
def test_a_broken_stored_value_is_ignored(reader: Opener, value: str) -> None:
    with reader(PHONE) as page:
        page.goto("about/")
        page.evaluate("(value) => localStorage.setItem(`${__md_scope.pathname}.__palette`, value)", value)
        _assert_all_works(page)


def test_nothing_needs_the_storage(browser: Browser, served: Served, tmp_path: Path) -> None:
    # The setting "Block all cookies" blocks every kind of storage: its use throws an error.
    folder = tmp_path / "Default"
    folder.mkdir()
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (folder / "Preferences").write_text(json.dumps(settings), encoding="utf-8")
    start = browser.browser_type.launch_persistent_context
    phone: Any = {"width": PHONE, "height": HEIGHTS[PHONE]}
    with start(tmp_path, base_url=served.address, viewport=phone, **options()) as context:
        page = context.new_page()
        page.goto("about/")
        with pytest.raises(Exception, match="SecurityError"):
            page.evaluate("() => localStorage.length")
        _assert_all_works(page)
