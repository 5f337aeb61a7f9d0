"""Text that runs from right to left does not move our words: wherever it stands, it is isolated."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from macros.models.dossier import Dossier
from macros.rendering.isolation import bare, is_foreign, isolated, with_elements
from macros.rendering.pages import drawings, environment
from macros.rendering.prose import Prose
from macros.site.build import Site
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS
from tests.hostile import Words, write_hostile
from tests.rendering.bodies import rendered, soup

ARABIC = Words("، قال", "، قال", "، قال", "، قال")
TEXT = """{% from "parts/prose.html.j2" import text with context %}{{ text(string, "ar") }}"""


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """A dossier in which every text contains words from right to left."""
    target = tmp_path_factory.mktemp("foreign") / "seeds"
    return open_dossier(write_hostile(DOSSIERS / "tiny" / "seeds", target, ARABIC))


def in_the_open(text: str) -> str:
    """What stands outside the characters that isolate."""
    depth, kept = 0, ""
    for character in text:
        depth += {"\u2066": 1, "\u2068": 1, "\u2069": -1}.get(character, 0)
        kept += character if not depth else ""
    assert depth == 0, text
    return kept


def open_words(tree: BeautifulSoup) -> list[str]:
    """The texts from right to left that stand in no isolate."""
    texts = [str(text) for text in tree.find_all(string=True) if not text.find_parent("bdi")]
    given = [value for tag in tree.select("*") for value in tag.attrs.values() if isinstance(value, str)]
    return [text for text in (*texts, *given) if is_foreign(in_the_open(text))]


def test_no_text_of_a_record_stands_in_the_open(foreign: Dossier) -> None:
    found = {address: open_words(soup(html)) for address, html in rendered(foreign).items()}
    assert {address: words for address, words in found.items() if words} == {}
    for name, line in Site(foreign).standing_lines.items():
        assert open_words(soup(line)) == [], name


def test_characters_stand_only_where_no_element_can(foreign: Dossier) -> None:
    for address, html in rendered(foreign).items():
        tree = soup(html)
        for text in tree.find_all(string=re.compile("[\u2066-\u2069]")):
            assert text.find_parent(["svg", "option"]), (address, text)
        assert not tree.select("svg bdi, option bdi"), address
        assert html.count("<bdi") == html.count("</bdi>"), address
        for link in tree.select("[href]"):
            assert not re.search("[\u2066-\u2069]", str(link["href"])), address


def test_a_drawing_isolates_with_characters(foreign: Dossier) -> None:
    for drawing in drawings(foreign):
        assert re.search("[\u2066\u2068]", drawing.content)
        assert "<bdi" not in drawing.content


@pytest.mark.parametrize("which", ["shipped", "tiny", "minimal"])
def test_nothing_is_added_to_text_from_left_to_right(which: str, request: pytest.FixtureRequest) -> None:
    for address, html in rendered(request.getfixturevalue(which)).items():
        assert "<bdi" not in html, address
        assert not re.search("[\u2066-\u2069\u202a-\u202e\u200e\u200f]", html), address


@pytest.mark.parametrize(
    ("string", "html"),
    [
        ("the boats were “قوارب جميلة”, he said", "<bdi dir=\"ltr\">the boats were <q lang=\"ar\"><bdi>قوارب جميلة</bdi></q>, he said</bdi>"),
        ("the boats were “pretty”", "the boats were <q lang=\"ar\">pretty</q>"),
        ("سالم said “سلام” to us", "<bdi dir=\"ltr\">سالم said <q lang=\"ar\"><bdi>سلام</bdi></q> to us</bdi>"),
        ("قال “سلام”", "<bdi>قال <q lang=\"ar\"><bdi>سلام</bdi></q></bdi>"),
    ],
)  # fmt: skip
def test_the_marks_of_a_quotation_are_ours_and_its_words_are_apart(minimal: Dossier, string: str, html: str) -> None:
    made = (
        environment()
        .from_string(TEXT)
        .render(dossier=minimal, cover=minimal.cover, prose=Prose(minimal), link=str, string=string)
    )
    assert with_elements(made) == html


@pytest.mark.parametrize(
    ("string", "html"),
    [
        ("سالم told the council of the bay", '<bdi dir="ltr">سالم told the council of the bay</bdi>'),
        ("דוד told the council", '<bdi dir="ltr">דוד told the council</bdi>'),
        ("سالم 去灯塔参加会谈", '<bdi dir="ltr">سالم 去灯塔参加会谈</bdi>'),
        ("سالم النجار", "<bdi>سالم النجار</bdi>"),
        ("سالم النجار (UN)", "<bdi>سالم النجار (UN)</bdi>"),
        ("سالم 12345678", "<bdi>سالم 12345678</bdi>"),
    ],
)
def test_a_name_at_its_start_does_not_turn_a_sentence(string: str, html: str) -> None:
    marked = str(isolated(string))
    assert with_elements(marked) == html
    assert bare(marked) == string
    drawn = with_elements(f'<svg><text>{marked}</text></svg><a title="{marked}">')
    assert drawn == f'<svg><text>{marked}</text></svg><a title="{marked}">'
    assert marked[0] == ("\u2066" if "ltr" in html else "\u2068")
