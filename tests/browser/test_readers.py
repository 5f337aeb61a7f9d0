"""The questions that readers have. Each can be answered from the front page, by clicking and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.models.actor import Part
from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from tests.browser.conftest import DESKTOP, PHONE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

SETTINGS = [
    pytest.param({}, id="desktop"),
    pytest.param({"width": PHONE}, id="phone"),
    pytest.param({"dark": True}, id="dark"),
    pytest.param({"java_script_enabled": False}, id="no script"),
    pytest.param({"width": PHONE, "java_script_enabled": False}, id="phone, no script"),
]


def _follow(page: Page, address: str) -> None:
    """Clicks the first visible link to an address on the front page, in the text or in the footer."""
    page.goto("")
    link = page.locator(f'main a[href="{address}"]:visible, footer a[href="{address}"]:visible').first
    link.click()
    page.wait_for_url(f"**/{address}")


def _follow_by_keyboard(page: Page, address: str) -> None:
    """Presses Tab until a link to an address has the focus, then Enter."""
    page.goto("", wait_until="networkidle")
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.getAttribute('href')") == address:
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/{address}")
            return
    pytest.fail(f"200 presses of Tab reach no link to {address}")


def _text(page: Page) -> str:
    return page.locator("main").inner_text()


def _shows_meetings(page: Page, dossier: Dossier) -> None:
    text = _text(page)
    for event in dossier.events:
        if event.kind == "meeting":
            assert event.title in text
    for word in ("Held", "Not held"):
        assert word in text


def _shows_mediators(page: Page, dossier: Dossier) -> None:
    text = _text(page).casefold()
    for actor in dossier.playing(Part.MEDIATOR):
        assert actor.name.casefold() in text
    assert "the source does not say" in text


def _shows_the_argument(page: Page, dossier: Dossier) -> None:
    text = _text(page)
    for inference in dossier.arguments[0].inferences:
        assert inference.title in text
    assert "weakest" in text


def _shows_gaps(page: Page, dossier: Dossier) -> None:
    text = _text(page)
    assert dossier.gaps
    for gap in dossier.gaps:
        assert gap.question in text


ANSWERS = [
    pytest.param("tracks/", _shows_meetings, id="1 which meetings"),
    pytest.param("mediators/", _shows_mediators, id="2 what each mediator says"),
    pytest.param("argument/", _shows_the_argument, id="3 the argument"),
    pytest.param("unknowns/", _shows_gaps, id="5 what is not known"),
]


@pytest.mark.parametrize("settings", SETTINGS)
@pytest.mark.parametrize(("address", "shows_answer"), ANSWERS)
def test_a_question_is_answered_one_click_from_home(
    reader: Opener, shipped: Dossier, settings: dict[str, object], address: str, shows_answer: object
) -> None:
    with reader(**settings) as page:
        _follow(page, address)
        assert callable(shows_answer)
        shows_answer(page, shipped)


@pytest.mark.parametrize(("address", "shows_answer"), ANSWERS)
def test_a_question_is_answered_by_keyboard(
    reader: Opener, shipped: Dossier, address: str, shows_answer: object
) -> None:
    with reader() as page:
        _follow_by_keyboard(page, address)
        assert callable(shows_answer)
        shows_answer(page, shipped)


def test_the_front_page_alone_shows_the_status_of_each_meeting(reader: Opener, shipped: Dossier) -> None:
    with reader() as page:
        page.goto("")
        _shows_meetings(page, shipped)


@pytest.mark.parametrize("settings", SETTINGS)
def test_who_said_this_and_where_can_i_read_it(reader: Opener, shipped: Dossier, settings: dict[str, object]) -> None:
    # Question 4: the sentence and the line at the top name everybody; one click shows a link to the original text.
    with reader(**settings) as page:
        page.goto("")
        page.locator("button.sign:visible").first.click()
        chain = page.locator("[popover]:popover-open")
        assert shipped.actor[shipped.base_source.publisher].name in page.locator(".strapline").inner_text()
        words = chain.get_by_role("link", name="Read paragraph").first.get_attribute("href") or ""
        assert words.startswith(f"{shipped.base_source.url}#:~:text=")
        chain.get_by_role("link", name="Where used").first.click()
        page.wait_for_url(f"**/{address_of(shipped.base_source, shipped)}#*")
        assert page.locator(":target").is_visible()


def test_who_said_this_by_keyboard(reader: Opener) -> None:
    with reader(DESKTOP) as page:
        page.goto("", wait_until="networkidle")
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement.matches('button.sign')"):
                break
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")  # the published article, on another host
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/evidence/**")


@pytest.mark.parametrize("address", ["checked/", "aftermath/"])
@pytest.mark.parametrize("follow", [_follow, _follow_by_keyboard])
def test_do_other_sources_agree_and_what_happened_afterwards(reader: Opener, address: str, follow: object) -> None:
    with reader() as page:
        assert callable(follow)
        follow(page, address)
        assert page.locator("main h1").is_visible()


@pytest.mark.parametrize("follow", [_follow, _follow_by_keyboard])
def test_may_i_have_the_data_and_how_do_i_cite_this(reader: Opener, follow: object) -> None:
    with reader() as page:
        assert callable(follow)
        follow(page, "data/")
        assert "cite" in _text(page).casefold()
        link = page.locator("main a[download], main a[href$='.json'], main a[href$='.csv']").first
        answer = page.request.get(page.evaluate("(one) => one.href", link.element_handle()))
        assert answer.ok
        assert answer.body()
