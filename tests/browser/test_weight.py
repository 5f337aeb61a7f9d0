"""What the front page costs, and what every page looks like."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.conftest import ROOT

HOME_AT_MOST = 120 * 1024
SCREENSHOTS = ROOT / "screenshots"


def test_the_front_page_is_light(reader: Opener) -> None:
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
    # Headers are counted; the search's index and its worker are among the files.
    assert len(sizes) > 5
    print(f"The front page transfers {sum(sizes) / 1024:.1f} KiB in {len(sizes)} requests")
    assert sum(sizes) <= HOME_AT_MOST


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_every_page_is_kept_as_a_picture(reader: Opener, addresses: list[str], width: int, *, dark: bool) -> None:
    """Nobody but a person can say whether a page looks well: the pictures are for their eyes."""
    folder = SCREENSHOTS / f"{width}-{'dark' if dark else 'light'}"
    folder.mkdir(parents=True, exist_ok=True)
    with reader(width, dark=dark) as page:
        for address in [*addresses, "404.html"]:
            page.goto(address, wait_until="load")
            file = folder / f"{address.strip('/').replace('/', '-') or 'home'}.jpeg"
            page.screenshot(path=file, full_page=True, type="jpeg", quality=70)
            assert file.stat().st_size > 10_000, address
