"""The mark after a statement: how it reached us, and whether the words are quoted."""

from __future__ import annotations

import pytest

from macros.models.dossier import Dossier
from macros.models.voice import Mode
from tests.rendering.bodies import trees


def _marks(dossier: Dossier, address: str, name: str) -> list[str]:
    said = trees(dossier)[address].select(f'[data-statement="{name}"] > button, [data-statement="{name}"] p > button')
    return [mark.get_text() for mark in said]


@pytest.mark.parametrize(
    ("address", "name", "words"),
    [
        ("tracks/european/", "granada-did-not-happen", "second-hand, quoted"),
        # The outlet quotes the expert, who does not quote the official.
        ("tracks/european/", "klaar-no-brussels-meeting", "third-hand, Markedonov quoted"),
        ("tracks/american/", "american-track-trouble", "second-hand, paraphrased"),
        ("tracks/american/", "ministers-were-to-meet", "its own words"),
        ("parties/azerbaijan/", "headline-claim", "headline"),
    ],
)
def test_a_mark_says_how_the_words_came(shipped: Dossier, address: str, name: str, words: str) -> None:
    assert words in _marks(shipped, address, name)[0]


def test_every_statement_has_a_mark_that_says_quoted_or_paraphrased(shipped: Dossier) -> None:
    words = {Mode.DIRECT: "quoted", Mode.INDIRECT: "paraphrased", Mode.MIXED: "partly quoted"}
    for address, tree in trees(shipped).items():
        for said in tree.select("[data-statement]"):
            statement = shipped.statement[str(said["data-statement"])]
            mark = said.select_one("button.cite")
            assert mark is not None
            if statement.chain and not statement.is_headline:
                assert words[statement.mode] in mark.get_text(), (address, statement.id)


def test_a_mark_of_another_source_of_the_base_layer_names_its_outlet(tiny: Dossier) -> None:
    for tree in trees(tiny).values():
        for said in tree.select("[data-statement]"):
            statement = tiny.statement[str(said["data-statement"])]
            mark = said.select_one("button.cite")
            assert mark is not None
            outlet = tiny.actor[tiny.source[statement.source].publisher].short
            assert (statement.source == tiny.cover.base_source) == (not mark.get_text().startswith(outlet))


def test_each_word_of_a_mark_is_explained_where_the_page_first_uses_it(shipped: Dossier) -> None:
    for address, tree in trees(shipped).items():
        text = "".join(one.get_text() for one in tree.select("[popover].trace"))
        shown = [shipped.statement[str(said["data-statement"])] for said in tree.select("[data-statement]")]
        assert text.count("it reached us through") == len({one.distance for one in shown if one.chain}), address
        for mode, words in ((Mode.DIRECT, "quotes the words,"), (Mode.INDIRECT, "retells the words,")):
            used = any(one.mode is mode for one in shown if one.chain)
            assert text.count(words) == used, address


def test_a_sentence_from_a_headline_says_so(shipped: Dossier) -> None:
    for address in ("parties/azerbaijan/", "argument/"):
        said = trees(shipped)[address].select_one('[data-statement="headline-claim"] .said')
        assert said is not None
        assert said.get_text().endswith("Markedonov said, according to the headline.")
