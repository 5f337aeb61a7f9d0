from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Opener
from tests.browser.serving import Served
from tests.browser.tour import Visit, tour


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
    assert {visit.address: visit.shift for visit in visits if any(visit.shift.values())} == {}
