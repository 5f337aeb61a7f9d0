"""The size of the front page, and a screenshot of every page."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.conftest import ROOT

MAX_HOME_BYTES = 80 * 1024
SCREENSHOTS = ROOT / "screenshots"


def test_the_front_page_is_small_and_the_search_is_loaded_when_the_reader_searches(reader: Opener) -> None:
    with reader(PHONE) as page:
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        sizes: list[float] = []
        network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        # A worker has a network of its own.
        searched: list[str] = []
        page.context.on("response", lambda response: searched.append(response.url.rpartition("/")[2]))
        page.goto("", wait_until="networkidle")
        # The sizes include headers.
        first = sum(sizes)
        print(f"The front page transfers {first / 1024:.1f} KiB in {len(sizes)} requests")
        assert len(sizes) > 5
        assert first <= MAX_HOME_BYTES
        assert not [name for name in searched if name == "entries.json"]
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("textbox", name="Search").fill("meeting")
        page.keyboard.press("End")
        page.locator(".md-search-result__link").first.wait_for()
        assert searched.count("entries.json") == 1


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_gets_a_screenshot(reader: Opener, addresses: list[str], width: int, *, dark: bool) -> None:
    """Only a person can judge whether a page looks good. These screenshots are for that."""
    folder = SCREENSHOTS / f"{width}-{'dark' if dark else 'light'}"
    folder.mkdir(parents=True, exist_ok=True)
    with reader(width, dark=dark) as page:
        for address in [*addresses, "404.html"]:
            page.goto(address, wait_until="load")
            file = folder / f"{address.strip('/').replace('/', '-') or 'home'}.jpeg"
            page.screenshot(path=file, full_page=True, type="jpeg", quality=70)
            assert file.stat().st_size > 10_000, address
