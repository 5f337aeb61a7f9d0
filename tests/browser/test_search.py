from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.models.dossier import Dossier
from tests.browser.conftest import DESKTOP, PHONE, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _search(page: Page, query: str) -> None:
    page.goto("", wait_until="networkidle")
    button = page.get_by_role("button", name="Search", exact=True)
    if button.is_visible():
        button.click()
    page.get_by_role("textbox", name="Search").fill(query)
    page.keyboard.press("End")  # the search starts on a key event
    page.locator(".md-search-result__link").first.wait_for()


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
@pytest.mark.parametrize(
    "query", ["Baku", "Washington", "Markedonov", "Sergey Markedonov", "Nikol Pashinian", "Bayramov", "Jim O'Brien"]
)
def test_people_are_found_by_metonym_and_by_either_spelling(
    reader: Opener, shipped: Dossier, query: str, width: int
) -> None:
    named = next(a for a in shipped.actors if query in (*a.metonyms, *a.spellings) or a.name.endswith(query))
    with reader(width) as page:
        _search(page, query)
        hits = [link.get_attribute("href") or "" for link in page.locator(".md-search-result__link").all()]
        found = [hit for hit in hits[:3] if f"#{named.id}" in hit or f"/{named.id}/" in hit]
        assert found, hits
        page.goto(found[0])
        assert page.locator(":target, main h1").first.is_visible()


def test_a_statement_is_found_by_its_words_and_the_result_links_to_it(reader: Opener, shipped: Dossier) -> None:
    lost = []
    with reader() as page:
        for statement in shipped.statements[::4]:
            # The words that a reader would remember: the search ignores short words.
            words = " ".join(re.findall(r"\w{5,}", statement.says)[:6])
            _search(page, words)
            first = page.locator(".md-search-result__item:nth-child(-n+6) .md-search-result__link")
            hits = [link.get_attribute("href") or "" for link in first.all()]
            lost.extend([] if any(hit.endswith(f"#said-{statement.id}") for hit in hits) else [(words, hits)])
        assert lost == []
        page.goto(next(hit for hit in hits if "#said-" in hit))
        assert page.locator(":target").is_visible()


def test_text_that_no_key_typed_is_searched_too(reader: Opener) -> None:
    with reader() as page:
        page.goto("", wait_until="networkidle")
        query, results = page.get_by_role("textbox", name="Search"), page.locator(".md-search-result__link")
        query.click()
        page.keyboard.insert_text("meeting")  # what pasting, dropping, dictation and input methods do
        results.first.wait_for()
        page.get_by_role("button", name="Clear").click()
        results.first.wait_for(state="detached")
        assert page.get_by_role("status").first.inner_text().startswith("Type to search")
