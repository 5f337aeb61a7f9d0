"""The published style sheet has only a part of Material's rules. No page may look different for it."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.browser.lighthouse import kinds
from tests.browser.serving import Served
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

_OURS = ("tokens", "site", "chrome")


def _everything() -> str:
    """All rules of Material, then ours."""
    (material,) = (files("material") / "templates/assets/stylesheets").glob("main.*.min.css")  # type: ignore[attr-defined]
    return "".join(
        path.read_text(encoding="utf-8") for path in (material, *(ROOT / f"docs/assets/{name}.css" for name in _OURS))
    )


def _at_rest(page: Page, *, whole: bool = False) -> bytes:
    """A picture of a page that has stopped moving. On a busy machine, scripts and fonts come late."""
    page.evaluate("document.fonts.ready")
    last = page.screenshot(full_page=whole)
    for _ in range(20):
        page.wait_for_timeout(100)
        picture = page.screenshot(full_page=whole)
        if picture == last:
            break
        last = picture
    return last


def _looks(page: Page, address: str, width: int) -> list[bytes]:
    """Pictures of a page: all of it, with the menu, with results of a search, with an anchor and a highlighted word."""
    page.goto(address, wait_until="networkidle")
    looks = [_at_rest(page, whole=True)]
    if address:
        return looks
    if width == PHONE:
        page.get_by_role("button", name="Menu").click()
        looks.append(_at_rest(page))
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search").fill("talks")
    page.keyboard.press("End")
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(500)  # the list moves in
    looks.append(_at_rest(page))
    page.goto("timeline/?h=talks", wait_until="networkidle")
    page.locator("mark").first.wait_for()
    return [*looks, _at_rest(page)]


def _differs(page: Page, address: str, width: int, published: list[bytes]) -> bool:
    """Whether the page never looks as published. One slow answer of a busy machine is not a missing rule."""
    return all(_looks(page, address, width) != published for _ in range(3))


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_no_page_misses_a_rule_that_was_left_out(reader: Opener, served: Served, width: int) -> None:
    addresses = [*kinds(served.folder), "404.html"]
    with reader(width, dark=width == PHONE) as page:
        published = {address: _looks(page, address, width) for address in addresses}
        page.route("**/assets/styles.css", lambda route: route.fulfill(body=_everything(), content_type="text/css"))
        assert [one for one in addresses if _differs(page, one, width, published[one])] == []
