"""Small windows, large text, no scripts, reduced motion, and forced colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SIDEWAYS = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return "";
  const out = [...document.querySelectorAll("body *")].find((one) => one.getBoundingClientRect().right > innerWidth + 1);
  return `${wide} px too wide: ${out ? out.outerHTML.slice(0, 120) : "?"}`;
}"""


@pytest.mark.parametrize(
    ("width", "height"),
    [
        pytest.param(320, 568, id="the narrowest phone, or 400 % zoom"),
        pytest.param(640, 512, id="200 % zoom of 1280"),
        pytest.param(PHONE, 844, id="phone"),
        pytest.param(DESKTOP, 900, id="desktop"),
    ],
)
def test_no_page_scrolls_sideways(reader: Opener, addresses: list[str], width: int, height: int) -> None:
    with reader(width) as page:
        page.set_viewport_size({"width": width, "height": height})
        wide = {}
        for address in addresses:
            page.goto(address, wait_until="domcontentloaded")
            page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
            wide[address] = page.evaluate(_SIDEWAYS)
    assert {address: problem for address, problem in wide.items() if problem} == {}


def test_drawings_are_readable_on_the_narrowest_common_phone(reader: Opener, addresses: list[str]) -> None:
    with reader(360) as page:
        for address in addresses:
            page.goto(address, wait_until="domcontentloaded")
            page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
            small = page.evaluate(
                """() => [...document.querySelectorAll("main svg text, main svg tspan")].filter((one) => one.checkVisibility()
                  && parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a < 11.99).map((one) => one.outerHTML)"""
            )
            assert small == [], address
            wide = page.evaluate(
                """() => [...document.querySelectorAll("main svg")].filter((one) => one.checkVisibility()
                  && one.getBoundingClientRect().width > 328).map((one) => one.outerHTML.slice(0, 100))"""
            )
            assert wide == [], address


def test_larger_text_is_not_cut_off(reader: Opener, addresses: list[str]) -> None:
    # If readers set a larger font size in the browser, the root element gets that size.
    with reader(DESKTOP) as page:
        for address in addresses:
            page.goto(address, wait_until="domcontentloaded")
            page.evaluate("() => { document.documentElement.style.fontSize = '250%'; }")
            assert page.evaluate(_SIDEWAYS) == "", address


@pytest.mark.parametrize("reduced", ["reduce", "no-preference"])
def test_motion_stops_if_the_reader_prefers_less(reader: Opener, reduced: str) -> None:
    with reader(PHONE, reduced_motion=reduced) as page:
        page.goto("")
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((one) => {
              const style = getComputedStyle(one);
              return style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01)
                || style.animationName !== "none" || style.scrollBehavior === "smooth";
            }).length"""
        )
    assert (moving == 0) == (reduced == "reduce")


def test_everything_is_visible_with_forced_colours(reader: Opener) -> None:
    with reader(DESKTOP, forced_colors="active") as page:
        page.goto("argument/")
        assert page.evaluate("() => matchMedia('(forced-colors: active)').matches")
        edges = page.evaluate(
            "() => [...document.querySelectorAll('.map__edge')].map((one) => getComputedStyle(one).stroke)"
        )
        paper = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert edges
        assert paper not in edges
        page.goto("tracks/")
        shape = page.evaluate("() => getComputedStyle(document.querySelector('.standing'), '::before').borderTopColor")
        assert shape != paper
        page.keyboard.press("Tab")
        assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_what_a_mark_opens_is_hidden_before(reader: Opener, addresses: list[str]) -> None:
    """A style for everything in an element must not show the note of a mark in it."""
    shown = {}
    with reader(DESKTOP) as page:
        for address in addresses:
            page.goto(address, wait_until="domcontentloaded")
            shown[address] = page.locator("[popover]:not(:popover-open):visible").count()
    assert {address: count for address, count in shown.items() if count} == {}


def _open_chains(page: Page) -> None:
    """Opens marks and what is folded, without scripts."""
    for address in ("", "argument/"):
        page.goto(address)
        page.locator("button.cite:visible").first.click()
        assert page.locator("[popover]:popover-open").count() == 1
    page.goto("checked/")
    fold = page.locator(".fact details.fold").first
    fold.locator("summary").click()
    assert fold.locator(".fact__base").is_visible()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_everything_but_the_search_works_without_scripts(reader: Opener, addresses: list[str], width: int) -> None:
    with reader(width, java_script_enabled=False) as page:
        _open_chains(page)
        page.goto("")
        assert not page.get_by_role("textbox").count()
        assert not page.get_by_role("radio").count()
        links = page.get_by_role("navigation", name="All sections").get_by_role("link")
        for name in links.all_inner_texts():
            page.goto("")
            page.get_by_role("navigation", name="All sections").get_by_role("link", name=name, exact=True).click()
            assert page.locator("h1").is_visible(), name
        for address in addresses:
            page.goto(address, wait_until="domcontentloaded")
            assert page.locator("main h1").is_visible(), address
        if width == PHONE:
            page.goto("")
            page.locator(".md-header label[for=__drawer]").click()
            page.locator("#menu").get_by_role("link", name="Timeline").click()
            assert page.url.endswith("/timeline/")


def test_the_first_paint_uses_the_preferred_colours(reader: Opener) -> None:
    with reader(dark=True) as page:
        page.route("**/*.js", lambda route: route.abort())
        page.goto("", wait_until="domcontentloaded")
        assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"


def test_a_choice_of_colours_is_kept(reader: Opener) -> None:
    with reader() as page:
        page.goto("")
        page.get_by_title("Switch to dark").click()
        assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"
        page.goto("timeline/")
        assert page.evaluate("() => document.body.dataset.mdColorScheme") == "slate"


def test_the_page_for_a_wrong_address_links_to_the_site(reader: Opener) -> None:
    with reader() as page:
        answer = page.goto("tracks/nobody/here/")
        assert answer is not None
        assert answer.status == 404
        assert page.locator("h1").inner_text() == "There is no page at this address"
        page.get_by_role("main").get_by_role("link", name="Timeline").click()
        assert page.url.endswith("/timeline/")
        assert page.evaluate("() => window.refused") == []


@pytest.mark.parametrize("dark", [False, True])
def test_without_scripts_the_system_decides_on_light_or_dark(reader: Opener, *, dark: bool) -> None:
    with reader(dark=dark, java_script_enabled=False) as page:
        page.goto("")
        red = page.evaluate("() => parseInt(getComputedStyle(document.body).backgroundColor.match(/[0-9]+/)[0])")
        assert (red < 128) == dark
