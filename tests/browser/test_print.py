"""The argument and a track, printed on A4."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.models.dossier import Dossier
from macros.problems.problem import Place, Problem
from macros.rendering.problem_page import problem_page
from tests.browser.conftest import Opener
from tests.browser.serving import Served
from tests.browser.test_weight import SCREENSHOTS

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pypdf import PdfReader

A4 = (595, 842)


def _printed(page: Page, address: str) -> tuple[PdfReader, str]:
    # Imported here because pytest also collects this module if the browser packages are not installed.
    from pypdf import PdfReader

    page.goto(address, wait_until="networkidle")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    SCREENSHOTS.mkdir(exist_ok=True)
    Path(SCREENSHOTS / f"{address.strip('/').replace('/', '-')}.pdf").write_bytes(paper)
    pdf = PdfReader(BytesIO(paper))
    return pdf, " ".join(" ".join(sheet.extract_text().split()) for sheet in pdf.pages)


def _loose(text: str) -> str:
    """A text without spaces, ligatures, and the quotation marks that the style sheet adds."""
    return re.sub(r"[\s“”]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("address", ["argument/", "tracks/american/"])
def test_a_page_prints_whole_and_without_navigation(
    reader: Opener, shipped: Dossier, address: str, *, dark: bool
) -> None:
    with reader(dark=dark) as page:
        pdf, text = _printed(page, address)
        statements = page.locator("main [data-statement] .said").all_text_contents()
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground
    for sheet in pdf.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    loose = _loose(text)
    assert "As of 18 November 2023" in text
    assert [said for said in statements if _loose(said) not in loose] == []
    # What the marks open is printed, and the address of the original text after its link.
    assert "Read paragraph" in text
    assert _loose(f"<{shipped.base_source.url}#:~:text=") in loose
    for word in ("Skip to content", "On this page", "All sections", "Type to search"):
        assert word not in text


@pytest.mark.parametrize("address", ["argument/", "checked/", "aftermath/", "evidence/"])
def test_what_is_folded_is_printed(reader: Opener, address: str) -> None:
    with reader() as page:
        _, text = _printed(page, address)
        folded = page.locator("main details :is(dd, .used, .report > p:not([class]))").all_text_contents()
    loose = _loose(text)
    assert folded
    assert [words for words in folded if _loose(words) not in loose] == []


@pytest.mark.parametrize("address", ["argument/", "tracks/american/"])
def test_nothing_is_cut_off_at_the_edge_of_the_paper(reader: Opener, address: str) -> None:
    # The printable width of A4 with our margins, in CSS pixels.
    with reader(width=672) as page:
        page.goto(address, wait_until="networkidle")
        page.emulate_media(media="print")
        wide = page.evaluate(
            """() => [...document.querySelectorAll("main *")].filter((one) => one.checkVisibility()
              && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 100))"""
        )
    assert wide == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_ink_is_dark_on_paper(reader: Opener, *, dark: bool) -> None:
    with reader(dark=dark) as page:
        page.goto("tracks/", wait_until="networkidle")
        page.emulate_media(media="print")
        for name in ("main p", "main .strip__status"):
            red = page.evaluate(
                "(name) => parseInt(getComputedStyle(document.querySelector(name)).color.match(/[0-9]+/)[0])", name
            )
            assert red < 128, name


def _colours(page: Page, address: str) -> set[tuple[float, ...]]:
    """The colours that a printer gets for a page if it prints backgrounds, too."""
    from pypdf import PdfReader
    from pypdf.generic import ContentStream

    page.goto(address, wait_until="networkidle")
    pdf = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=True)))
    drawn = [ContentStream(sheet.get_contents(), pdf).operations for sheet in pdf.pages]
    return {tuple(float(part) for part in colour) for sheet in drawn for colour, name in sheet if name in {b"rg", b"g"}}


def test_dark_mode_prints_as_light_mode_does(reader: Opener, served: Served, addresses: list[str]) -> None:
    drawings = [file.relative_to(served.folder).as_posix() for file in served.folder.glob("argument/*.svg")]
    assert drawings
    for address in (*drawings, *addresses[::8], "404.html"):
        with reader() as light, reader(dark=True) as dark:
            expected = _colours(light, address)
            assert expected, address
            assert _colours(dark, address) == expected, address


def test_the_list_of_problems_prints_as_in_light_mode(reader: Opener) -> None:
    problem = Problem(Place("seeds/events.yml", 4, 11), "event a", "'helt' is not a known status", "use 'held'")
    page_of_problems = problem_page([problem])
    colours = []
    for dark in (False, True):
        with reader(dark=dark) as page:
            page.route("**/problems", lambda route: route.fulfill(body=page_of_problems, content_type="text/html"))
            colours.append(_colours(page, "problems"))
    assert colours[0] == colours[1]


def test_paper_gets_the_upright_drawings(reader: Opener) -> None:
    with reader() as page:
        for address, shown, hidden in (
            ("argument/", ".map-columns svg", ".map-frame > .map-scroll"),
            ("timeline/", ".scale--upright", ".scale--wide"),
        ):
            page.goto(address, wait_until="networkidle")
            page.emulate_media(media="print")
            assert page.locator(shown).first.is_visible(), address
            assert not page.locator(hidden).is_visible(), address
            page.emulate_media(media="screen")
            assert not page.locator(shown).first.is_visible(), address


def test_the_map_is_on_one_sheet(reader: Opener, shipped: Dossier) -> None:
    with reader() as page:
        pdf, _ = _printed(page, "argument/")
    title = "Conclusion, assessment"
    sheets = [number for number, sheet in enumerate(pdf.pages) if _loose(title) in _loose(sheet.extract_text())]
    assert len(sheets) == 1
    sheet_text = _loose(pdf.pages[sheets[0]].extract_text())
    assert sheet_text.count("Report") >= 2
    assert "Prediction" in sheet_text
