"""The size of the front page, and a screenshot of every page."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.conftest import ROOT

MAX_HOME_BYTES = 120 * 1024
SCREENSHOTS = ROOT / "screenshots"


def test_the_front_page_is_small(reader: Opener) -> None:
    with reader(PHONE) as page:
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        sizes: list[float] = []
        network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        page.goto("", wait_until="networkidle")
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("textbox", name="Search").fill("meeting")
        page.keyboard.press("End")
        page.locator(".md-search-result__link").first.wait_for()
    # The sizes include headers; the files include the search index and its worker.
    assert len(sizes) > 5
    print(f"The front page transfers {sum(sizes) / 1024:.1f} KiB in {len(sizes)} requests")
    assert sum(sizes) <= MAX_HOME_BYTES


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
