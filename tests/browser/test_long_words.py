"""A word of 45 letters in every text: no page scrolls sideways on a phone, and nothing runs out of its box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from macros.problems.problem import Place, Problem
from macros.rendering.problem_page import problem_page
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.serving import Served
from tests.conftest import DOSSIERS, ROOT
from tests.hostile import Words, write_hostile
from tests.site.building import build_site, trees

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WORD = ", Rindfleischetikettierungsüberwachungsaufgaben"
NARROW = 320

_OPEN = "() => { for (const one of document.querySelectorAll('details')) one.open = true; }"
_OUTSIDE = """() => {
  const name = (one) => one.outerHTML.slice(0, 100);
  const page = document.documentElement.scrollWidth > innerWidth ? ["the page is wider than the window"] : [];
  const all = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest("svg"));
  const out = all.filter((one) => {
    const box = one.getBoundingClientRect(), scrolls = one.closest(".table-frame, .map-scroll");
    return box.width > 1 && !scrolls && (box.right > innerWidth + 1 || box.left < -1);
  });
  const popovers = [...document.querySelectorAll("[popover]")].filter((one) => {
    one.showPopover();
    const box = one.getBoundingClientRect(), wide = one.scrollWidth > one.clientWidth + 1 || box.right > innerWidth || box.left < 0;
    one.hidePopover();
    return wide;
  });
  return [...page, ...[...out, ...popovers].map(name)];
}"""
_LABELS = """() => {
  const boxes = (svg) => [...svg.querySelectorAll("text")].map((one) => [one, one.getBoundingClientRect()]);
  return [...document.querySelectorAll("main svg")].filter((svg) => svg.checkVisibility() && !svg.closest(".map-scroll")).flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    return boxes(svg).filter(([, box]) => box.left < frame.left - 2 || box.right > frame.right + 2).map(([one]) => one.outerHTML.slice(0, 100));
  });
}"""


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site in which every text contains a long word."""
    folder = tmp_path_factory.mktemp("long")
    seeds = write_hostile(DOSSIERS / "tiny" / "seeds", folder / "seeds", Words(WORD, WORD, WORD, WORD))
    served = Served(folder / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("DOSSIER_SEEDS", str(seeds))
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SITE_URL", served.address)
        build_site(served.folder)
    with served.running():
        yield served


@pytest.mark.parametrize("width", [NARROW, PHONE, DESKTOP])
def test_a_long_word_is_broken_and_widens_nothing(browser: Browser, long_words: Served, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, base_url=long_words.address)
    page = context.new_page()
    found = {}
    for address in trees(long_words.folder):
        page.goto(address, wait_until="domcontentloaded")
        page.evaluate(_OPEN)
        found[address] = page.evaluate(_OUTSIDE) + page.evaluate(_LABELS)
    context.close()
    assert {address: problems for address, problems in found.items() if problems} == {}


@pytest.mark.parametrize("width", [NARROW, PHONE])
def test_the_list_of_problems_fits_a_phone(browser: Browser, width: int) -> None:
    word = WORD.strip(", ")
    place = Place(f"seeds/{word}/{word}.yml", 1, 1)
    wrong = Problem(place, f"event {word}", f"'{word}' is wrong", f"write {word}")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(problem_page([wrong]))
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    page.close()
