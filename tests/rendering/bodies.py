"""The bodies of all pages of a dossier, as the macros make them."""

from __future__ import annotations

from functools import lru_cache

from bs4 import BeautifulSoup

from macros.models.dossier import Dossier
from macros.rendering.environment import VIEWS, render_page
from macros.rendering.pages import absent, pages

_OF_RECORDS = {"track", "mediator", "party", "source"}


def rendered(dossier: Dossier) -> dict[str, str]:
    """HTML of every page by its address."""
    found = {
        ("" if name == "home" else f"{name}/"): render_page(dossier, name, "" if name == "home" else f"{name}/")
        for name in VIEWS
        if name not in _OF_RECORDS | absent(dossier)
    }
    for page in pages(dossier):
        found[page.address] = render_page(dossier, page.template, page.address, page.record_id)
    return found


bodies = lru_cache(maxsize=8)(rendered)
"""The same, kept: many tests read the pages of the same few dossiers."""


@lru_cache(maxsize=8)
def trees(dossier: Dossier) -> dict[str, BeautifulSoup]:
    """A tree of every page by its address. It is shared, so a test that changes a tree makes its own with `soup`."""
    return {address: soup(html) for address, html in bodies(dossier).items()}


def soup(html: str) -> BeautifulSoup:
    """A tree of a page."""
    return BeautifulSoup(html, "html.parser")


def text_of(html: str) -> str:
    """What a reader reads, blanks folded."""
    return " ".join(soup(html).get_text(" ").split())
