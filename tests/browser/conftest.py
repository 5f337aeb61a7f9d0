"""The built site in a real browser: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.chromium import chromium, launched
from tests.browser.serving import Served
from tests.conftest import ROOT
from tests.site.building import build_site, trees

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
DESKTOP, PHONE = 1280, 390
HEIGHTS = {DESKTOP: 900, PHONE: 844}
_LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(`${event.violatedDirective} ${event.blockedURI}`));
window.shift = 0;
window.moved = [];
const named = ({node}) => (node?.nodeType === Node.TEXT_NODE ? node.parentNode : node)?.cloneNode(false).outerHTML;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    window.shift += entry.value;
    window.moved.push(...entry.sources.map(named));
  }
}).observe({type: "layout-shift", buffered: true});
"""
"""Runs before any script of a page. Records what the security policy blocked, and how far which parts moved while the page loaded."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Browser tests run in a separate nox session. In other sessions, they are deselected, or skipped with a reason."""
    if find_spec("playwright"):
        return
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    if chromium():
        items[:] = [item for item in items if item not in ours]
        config.hook.pytest_deselected(items=ours)
    for item in ours:
        item.add_marker(pytest.mark.skip(reason="no browser is installed: see `python3 -m nox -s browser`"))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The published site, built for the address at which the test serves it."""
    site = tmp_path_factory.mktemp("browser") / "site"
    served = Served(site)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.delenv("DOSSIER_SEEDS", raising=False)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SITE_URL", served.address)
        build_site(site)
    with served.running():
        yield served


@pytest.fixture(scope="session")
def addresses(served: Served) -> list[str]:
    """The address of every page, relative to the root of the site."""
    return [address for address in trees(served.folder) if address != "404.html"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    if chromium() is None:
        pytest.fail("No browser is installed. Install Chromium (apt-get install chromium), or name one in CHROMIUM.")
    with launched() as started:
        yield started


Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def reader(browser: Browser, served: Served) -> Opener:
    """Opens a new window, as a context manager: `with reader(width=PHONE, dark=True) as page`."""

    @contextmanager
    def opened(width: int = DESKTOP, *, dark: bool = False, **settings: Any) -> Iterator[Page]:
        context = browser.new_context(
            base_url=served.address,
            viewport={"width": width, "height": HEIGHTS.get(width, 800)},
            color_scheme="dark" if dark else "light",
            **{"reduced_motion": "reduce", **settings},
        )
        context.set_default_timeout(10_000)
        context.add_init_script(_LISTEN)
        try:
            yield context.new_page()
        finally:
            context.close()

    return opened
