"""The bodies of all pages of a dossier, as the macros make them."""

from __future__ import annotations

from functools import lru_cache

from bs4 import BeautifulSoup

from macros.models.dossier import Dossier
from macros.site.build import Site


def rendered(dossier: Dossier) -> dict[str, str]:
    """HTML of every page by its address."""
    site = Site(dossier)
    return {page.address: site.body(page) for page in site.pages}


def body(dossier: Dossier, address: str) -> str:
    """HTML of one page."""
    site = Site(dossier)
    return next(site.body(page) for page in site.pages if page.address == address)


bodies = lru_cache(maxsize=8)(rendered)
"""The same, kept: many tests read the pages of the same few dossiers."""


@lru_cache(maxsize=8)
def trees(dossier: Dossier) -> dict[str, BeautifulSoup]:
    """A tree of every page by its address. It is shared, so a test that changes a tree makes its own with `soup`."""
    return {address: soup(html) for address, html in bodies(dossier).items()}


def arguments_in(dossier: Dossier) -> BeautifulSoup:
    """A tree of the pages that show an argument in full, one after another."""
    pages = Site(dossier).pages
    several = dossier.has_several_arguments
    return soup(
        "".join(
            bodies(dossier)[page.address]
            for page in pages
            if page.template == ("one_argument" if several else "argument")
        )
    )


def soup(html: str) -> BeautifulSoup:
    """A tree of a page."""
    return BeautifulSoup(html, "html.parser")


def text_of(html: str) -> str:
    """What a reader reads, blanks folded."""
    return " ".join(soup(html).get_text(" ").split())
