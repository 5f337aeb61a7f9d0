"""How long the pages are on a phone, and whether what is folded can be found, reached and printed."""

from __future__ import annotations

import pytest

from macros.models.citation import cited_in
from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from macros.models.source import Layer
from tests.browser.conftest import DESKTOP, HEIGHTS, PHONE, Opener

MOST_SCREENS = {
    "": 6,
    "argument/": 9,
    "checked/": 12,
    "aftermath/": 8,
    "evidence/": 10,
    "evidence/panarmenian-310839/": 10,
}
"""How many screens of a phone the longest pages may take, folded as a reader first sees them."""


@pytest.mark.parametrize("address", MOST_SCREENS)
def test_a_page_is_not_longer_than_its_bound(reader: Opener, address: str) -> None:
    with reader(PHONE) as page:
        page.goto(address, wait_until="load")
        screens = page.evaluate("() => document.documentElement.scrollHeight") / HEIGHTS[PHONE]
    print(f"{address} takes {screens:.1f} screens")
    assert screens <= MOST_SCREENS[address]


def _folded(dossier: Dossier) -> list[str]:
    """Addresses of records that are folded on their pages."""
    later = dossier.in_layer(Layer.AFTERWARDS)[0]
    other = dossier.in_layer(Layer.OTHER)[-1]
    return [
        address_of(one, dossier)
        for one in (dossier.checks[-1], dossier.disagreements[0], dossier.later_facts[-1], later, other)
    ]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_something_folded_opens_it(reader: Opener, shipped: Dossier, *, scripts: bool) -> None:
    with reader(PHONE, java_script_enabled=scripts) as page:
        for address in _folded(shipped):
            page.goto(address)
            page.locator(":target").wait_for(state="visible")
            page.goto("about:blank")


def test_the_search_of_the_browser_finds_what_is_folded(reader: Opener, shipped: Dossier) -> None:
    # `window.find` does not open what it finds, so the test asks for a text fragment, which is found in the same way.
    # Takeaways are not folded, so the words are of a check that none of them cites.
    cited = {name for one in shipped.comparison[0].takeaways for name in cited_in(one.summary)}
    words = " ".join(next(one for one in shipped.checks if one.id not in cited).says.split()[:5])
    with reader(PHONE) as page:
        page.goto(f"checked/#:~:text={words.replace(' ', '%20').replace('-', '%2D')}")
        page.locator("details[open]").first.wait_for()
        assert words in page.locator("details[open]").first.inner_text()


def test_a_wide_screen_shows_the_reasons_of_each_step(reader: Opener) -> None:
    with reader(DESKTOP) as page:
        page.goto("argument/")
        assert page.locator(".step .step__label").first.is_visible()
        assert page.locator(".step .step__reading").first.is_visible()
        assert not page.locator(".step__fold > summary").first.is_visible()
    with reader(PHONE) as page:
        page.goto("argument/")
        assert not page.locator(".step .step__reading").first.is_visible()
        page.locator(".step__fold > summary").first.click()
        assert page.locator(".step .statement, .step .said-group").nth(1).is_visible()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_whole_short_answer_is_on_the_first_screen(reader: Opener, width: int) -> None:
    with reader(width) as page:
        page.goto("")
        box = page.locator(".answer .narrative").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= HEIGHTS[width]
