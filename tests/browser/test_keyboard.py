"""Keyboard only: everything can be reached, in a sensible order, and the focus is always visible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

_FOCUSED = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const shown = one.matches(".md-option") ? one.nextElementSibling : one;
  const box = shown.getClientRects()[0] || shown.getBoundingClientRect(), style = getComputedStyle(shown);
  const within = (low, high, end) => (Math.max(low, 0) + Math.min(high, end)) / 2;
  const under = document.elementFromPoint(within(box.left, box.right, innerWidth), within(box.top, box.bottom, innerHeight));
  one.dataset.reached = "";
  return {
    what: one.outerHTML.slice(0, 120), outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    on_screen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: under ? !(shown.contains(under) || under.contains(shown)) : true,
    top: box.top + scrollY, left: box.left, body: !!one.closest("main"),
  };
}"""
_UNREACHED = """() => [...document.querySelectorAll("a[href], button, summary, input, [tabindex='0']")].filter((one) =>
  !("reached" in one.dataset) && one.checkVisibility({visibilityProperty: true, opacityProperty: false})
  && one.tabIndex >= 0 && one.name !== "__palette").map((one) => one.outerHTML.slice(0, 120))"""
_MOST = 700


def _walk(page: Page, key: str = "Tab") -> list[dict[str, Any]]:
    """Presses Tab from the top to the end of the page, or Shift+Tab from the end to the top."""
    steps: list[dict[str, Any]] = []
    for _ in range(_MOST):
        page.keyboard.press(key)
        step = page.evaluate(_FOCUSED)
        if step is None:
            return steps
        if step["covered"] or not step["on_screen"]:
            # The browser may still be scrolling to the element with the focus.
            page.wait_for_timeout(300)
            step = page.evaluate(_FOCUSED)
        steps.append(step)
    pytest.fail(f"{_MOST} presses of {key} do not reach the end of the page")


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("address", ["", "tracks/american/", "mediators/", "argument/", "timeline/", "people/"])
def test_tab_reaches_everything_and_shows_where_it_is(reader: Opener, address: str, width: int) -> None:
    with reader(width) as page:
        page.goto(address, wait_until="networkidle")
        steps = _walk(page)
        unreached = page.evaluate(_UNREACHED)
    assert "Skip to content" in steps[0]["what"]
    assert [step["what"] for step in steps if not step["outline"]] == []
    assert [step["what"] for step in steps if not step["on_screen"] or step["covered"]] == []
    assert unreached == []


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize("address", ["argument/", "timeline/", "people/"])
def test_the_header_covers_nothing_on_the_way_back(reader: Opener, address: str, width: int) -> None:
    with reader(width) as page:
        page.goto(address, wait_until="networkidle")
        page.locator("footer a").last.focus()
        steps = _walk(page, "Shift+Tab")
    assert len(steps) > 20
    assert [step["what"] for step in steps if not step["on_screen"] or step["covered"]] == []


@pytest.mark.parametrize("address", ["timeline/", "argument/#content"])
def test_the_search_leaves_the_page_where_it_is(reader: Opener, address: str) -> None:
    with reader() as page:
        page.goto(address, wait_until="networkidle")
        page.evaluate("() => scrollTo({top: 1500, behavior: 'instant'})")
        page.get_by_role("textbox", name="Search").click()
        for key in ("b", "a", "Backspace", "End", "Escape", "f", "x"):
            page.keyboard.press(key)
            page.wait_for_timeout(100)
            assert page.evaluate("() => scrollY") == 1500, key


def test_the_search_on_a_phone_returns_to_the_same_place(reader: Opener) -> None:
    with reader(PHONE) as page:
        page.goto("timeline/", wait_until="networkidle")
        page.evaluate("() => scrollTo({top: 1500, behavior: 'instant'})")
        page.get_by_role("button", name="Search", exact=True).click()
        page.wait_for_timeout(600)  # Material keeps the page from scrolling after 400 ms
        page.keyboard.type("meeting")
        page.keyboard.press("Escape")
        page.wait_for_function("() => scrollY === 1500")


def test_the_order_of_the_focus_is_the_order_of_reading(reader: Opener) -> None:
    with reader(PHONE) as page:
        page.goto("people/", wait_until="networkidle")
        tops = [step["top"] for step in _walk(page) if step["body"]]
    assert tops
    assert tops == sorted(tops)


def test_the_first_link_skips_to_the_content(reader: Opener) -> None:
    with reader() as page:
        page.goto("tracks/american/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("() => !!document.activeElement.closest('main')")


def test_the_menu_opens_and_closes_from_the_keyboard(reader: Opener) -> None:
    with reader(PHONE) as page:
        page.goto("tracks/")
        menu = page.get_by_role("button", name="Menu")
        menu.focus()
        page.keyboard.press("Enter")
        assert menu.get_attribute("aria-expanded") == "true"
        assert page.evaluate("() => !!document.activeElement.closest('.menu')")
        page.keyboard.press("Escape")
        assert menu.get_attribute("aria-expanded") == "false"
        assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") == "Menu"
        page.keyboard.press("Enter")
        for _ in range(4):
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tracks/*/")


def test_a_chain_opens_and_closes_from_the_keyboard(reader: Opener) -> None:
    with reader() as page:
        page.goto("")
        page.locator("button.sign").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("[popover]:popover-open").count() == 1
        page.keyboard.press("Tab")
        assert page.evaluate("() => !!document.activeElement.closest('[popover]')")
        page.keyboard.press("Escape")
        assert page.locator("[popover]:popover-open").count() == 0


def test_colours_change_from_the_keyboard(reader: Opener) -> None:
    with reader() as page:
        page.goto("", wait_until="networkidle")
        page.get_by_role("radio", checked=True).focus()
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"
