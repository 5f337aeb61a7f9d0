"""One tour of all pages, whose results many tests use. It loads each page once in light and once in dark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.browser.conftest import DESKTOP, HEIGHTS, HERE, PHONE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN_AXE = """(tags) => axe.run({runOnly: tags, resultTypes: ["violations"]}).then((found) => found.violations.flatMap(
  (rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} ${node.any.concat(node.all, node.none)
    .map((check) => check.message).join(" ").slice(0, 220)}`)))"""
_OPEN_ALL = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"


@dataclass
class Visit:
    """The observations on one page in one colour scheme.

    Attributes:
        violations: What axe-core found, by width.
        refused: What the page's Content-Security-Policy blocked.
        errors: Errors in the console, and uncaught exceptions.
        requests: Every address that was requested.
        shift: How far parts of the page moved while it loaded, by width (cumulative layout shift).
        moved: The parts that moved.
    """

    address: str
    violations: dict[int, list[str]] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    shift: dict[int, float] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)


def _visit(page: Page, address: str, widths: tuple[int, ...]) -> Visit:
    visit = Visit(address)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on("console", lambda message: visit.errors.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": widths[0], "height": HEIGHTS[widths[0]]})
    page.goto(address, wait_until="networkidle")
    visit.shift[widths[0]] = page.evaluate("() => window.shift")
    visit.moved = page.evaluate("() => window.moved")
    page.evaluate(_OPEN_ALL)
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        visit.violations[width] = page.evaluate(_RUN_AXE, _TAGS)
    visit.refused = page.evaluate("() => window.refused")
    return visit


def tour(reader: Opener, addresses: list[str], *, dark: bool) -> list[Visit]:
    """Visits every page at both widths. It loads each page at the desktop width in light, and at the phone width in dark.

    Args:
        reader: Opens a window.
        addresses: The pages.
        dark: Whether to use the dark colour scheme.
    """
    settings: dict[str, Any] = {"dark": dark}
    widths = (PHONE, DESKTOP) if dark else (DESKTOP, PHONE)
    visits = []
    with reader(**settings) as page:
        context = page.context
        page.close()
        context.add_init_script(path=AXE)
        for address in addresses:
            fresh = context.new_page()
            visits.append(_visit(fresh, address, widths))
            fresh.close()
    return visits
