from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Opener
from tests.browser.serving import Served
from tests.browser.tour import Visit, tour

MAX_SHIFT = 0.05
"""How far parts of a page may move while it loads: half of what counts as good (0.1, https://web.dev/articles/cls).

It is not zero, because the browser draws a page before it has read all of it, more often on a slow machine. A paragraph
that ends in mid-sentence then breaks into other lines when its rest arrives (`text-wrap: pretty`). With pages sent in 150
pieces, one such break counted 0.022 at most.
"""


@pytest.fixture(scope="module", params=["light", "dark"])
def visits(request: pytest.FixtureRequest, reader: Opener, addresses: list[str]) -> list[Visit]:
    return tour(reader, addresses, dark=request.param == "dark")


def _findings(visits: list[Visit], width: int) -> Iterator[str]:
    for visit in visits:
        for violation in visit.violations[width]:
            yield f"/{visit.address} {violation}"


@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_breaks_a_rule_of_accessibility(visits: list[Visit], width: int) -> None:
    found = list(_findings(visits, width))
    assert not found, "\n".join(found)


def test_no_page_requests_anything_from_another_host(visits: list[Visit], served: Served) -> None:
    own = urlsplit(served.address).netloc
    requested = {url for visit in visits for url in visit.requests if urlsplit(url).scheme != "data"}
    assert requested
    assert [url for url in requested if urlsplit(url).netloc != own] == []


def test_no_page_blocks_a_script_or_raises_an_error(visits: list[Visit]) -> None:
    assert {visit.address: visit.refused for visit in visits if visit.refused} == {}
    assert {visit.address: visit.errors for visit in visits if visit.errors} == {}


def test_nothing_moves_while_a_page_loads(visits: list[Visit]) -> None:
    assert {
        visit.address: (visit.shift, visit.moved) for visit in visits if max(visit.shift.values()) > MAX_SHIFT
    } == {}


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_header_and_footer_do_not_move_if_a_page_arrives_in_pieces(reader: Opener, served: Served, width: int) -> None:
    slow = Served(served.folder, cut=re.compile(rb"<(?=/?(?:button|div|form|header|input|label|main|svg|ul)\b)"))
    with slow.running(), reader(width) as page:
        page.goto(f"{slow.address}404.html", wait_until="networkidle")
        assert page.evaluate("() => window.moved") == []
        assert page.locator(".md-header").is_visible()
        assert page.locator(".md-footer").is_visible()
