from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.exports.dossier_json import dossier_json
from macros.models.dossier import Dossier
from macros.models.statement import Statement
from macros.models.voice import Mode
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS
from tests.rendering.bodies import body, soup

Edited = Callable[..., Dossier]

FAILED = "talks failed too, speech: direct, voices: [quill]"
FAILED_CHAIN = "  passages: [p3s1]\n  chain: [{speaker: quill, verb: said}]\n  mode: direct\n"
REFUSES = "    - {speaker: quill, verb: said}\n    - {speaker: tarn, verb: warned, to: upper-vell, date: 1999-04-20}\n"


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """Opens the small dossier after edits of its files, each a file, a text and its replacement."""
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "seeds"))

    def opened(*edits: tuple[str, str, str]) -> Dossier:
        for name, old, new in edits:
            text = (seeds / name).read_text(encoding="utf-8")
            assert text.count(old) == 1, old
            (seeds / name).write_text(text.replace(old, new), encoding="utf-8")
        return open_dossier(seeds)

    return opened


def without_mode(chain: str) -> tuple[str, str, str]:
    return "statements.yml", FAILED_CHAIN, f"  passages: [p3s1]\n{chain}"


def failed(dossier: Dossier) -> Statement:
    return dossier.statement["lighthouse-failed"]


def test_the_only_voice_of_its_passages_says_a_statement_that_has_no_chain(edited: Edited, tiny: Dossier) -> None:
    assert failed(edited(without_mode(""))) == failed(tiny)


def test_a_statement_whose_passages_have_no_voice_is_the_outlets(edited: Edited, tiny: Dossier) -> None:
    written = "  passages: [p2s1]\n  mode: indirect\n"
    dossier = edited(
        ("statements.yml", written, "  passages: [p2s1]\n"), ("sources.yml", "March, speech: indirect", "March")
    )
    assert dossier.statement["march-meeting"] == tiny.statement["march-meeting"]


def test_the_outer_speakers_of_a_chain_are_those_of_the_passage(edited: Edited, tiny: Dossier) -> None:
    dossier = edited(("statements.yml", REFUSES, REFUSES.partition("\n")[2]))
    assert dossier.statement["tarn-refuses"] == tiny.statement["tarn-refuses"]


def test_what_is_written_stays(edited: Edited) -> None:
    dossier = edited(
        ("sources.yml", FAILED, f"{FAILED[:-1]}, {{by: [herald], speech: direct}}]"), without_mode("  chain: []\n")
    )
    assert failed(dossier).chain == ()
    assert failed(dossier).mode is Mode.INDIRECT, "nobody quotes himself"


@pytest.mark.parametrize(
    ("voices", "chain", "mode"),
    [
        ("[quill, tarn]", "[{speaker: tarn, verb: said}]", Mode.DIRECT),
        ("[quill, {by: tarn, speech: mixed}]", "[{speaker: tarn, verb: said}]", Mode.MIXED),
        ("[quill, {by: tarn, speech: mixed}]", "[{speaker: quill, verb: said}]", Mode.DIRECT),
        ("[quill, {by: tarn, through: [quill], speech: indirect}]", "[{speaker: tarn, verb: said}]", Mode.INDIRECT),
        ("[quill, {by: herald}]", "[{speaker: quill, verb: said}]", Mode.DIRECT),
        ("[{by: quill, speech: indirect}]", "", None),
    ],
)  # fmt: skip
def test_speakers_side_by_side_each_have_a_manner_of_speech(
    voices: str, chain: str, mode: Mode | None, edited: Edited
) -> None:
    written = without_mode(f"  chain: {chain}\n" if chain else "")
    dossier = edited(("sources.yml", FAILED, FAILED.replace("[quill]", voices)), written)
    assert failed(dossier).mode is (mode or Mode.INDIRECT)
    assert failed(dossier).path in dossier.source["herald-17"].heard_in(dossier.passage("herald-17", "p3s1"))


def test_a_voice_that_one_passage_quotes_and_another_paraphrases_is_partly_quoted(edited: Edited) -> None:
    dossier = edited(
        ("sources.yml", FAILED, FAILED.replace("direct", "indirect")),
        ("statements.yml", FAILED_CHAIN, "  passages: [p3s1, p4s1]\n"),
    )
    assert failed(dossier).mode is Mode.MIXED


def test_the_export_is_complete_and_reads_back_without_loss(edited: Edited, tiny: Dossier, tmp_path: Path) -> None:
    dossier = edited(without_mode(""), ("statements.yml", REFUSES, REFUSES.partition("\n")[2]))
    exported = json.loads(json.dumps(dossier_json(dossier)))
    assert exported == dossier_json(tiny)
    for kind in ("statements", "sources"):
        (tmp_path / "seeds" / f"{kind}.yml").write_text(json.dumps(exported[kind]), encoding="utf-8")
        shutil.rmtree(tmp_path / "seeds" / kind, ignore_errors=True)
    again = open_dossier(tmp_path / "seeds")
    assert (again.statements, again.sources) == (tiny.statements, tiny.sources)


def test_the_page_of_a_source_says_who_speaks_in_a_sentence_with_several_voices(edited: Edited) -> None:
    voices = "[quill, {by: [tarn, lower-vell], through: [quill], speech: indirect}, {by: herald}]"
    written = without_mode("  chain: [{speaker: quill, verb: said}]\n")
    page = soup(
        body(edited(("sources.yml", FAILED, FAILED.replace("[quill]", voices)), written), "evidence/herald-17/")
    )
    said = [one.get_text() for one in page.select("#p3s1 .key")]
    assert said == [
        "Who speaks in it: Quill, quoted; Tarn and Lower Vell through Quill, paraphrased; the Herald itself."
    ]
    assert not page.select("#p3s2 .key"), "one voice speaks in the statement below"


def test_statements_of_different_speakers_rest_on_one_passage(edited: Edited) -> None:
    other = "- id: tarn-agrees\n  source: herald-17\n  passages: [p3s1]\n  chain: [{speaker: tarn, verb: said}]\n  kind: report\n"
    other += "  says: no good had come of the lighthouse\n"
    dossier = edited(
        ("sources.yml", FAILED, FAILED.replace("[quill]", "[quill, {by: tarn, speech: indirect}]")),
        ("statements.yml", "- id: keeper-plan\n", f"{other}- id: keeper-plan\n"),
    )
    passage = dossier.passage("herald-17", "p3s1")
    both = dossier.statements_in(dossier.source["herald-17"], passage)
    assert [(one.id, one.mode) for one in both] == [("lighthouse-failed", Mode.DIRECT), ("tarn-agrees", Mode.INDIRECT)]


@pytest.mark.parametrize("chain", ["", "[{speaker: [tarn, quill], verb: said}]"])
def test_the_order_of_those_who_say_it_together_does_not_matter(chain: str, edited: Edited) -> None:
    written = without_mode(f"  chain: {chain}\n" if chain else "")
    dossier = edited(("sources.yml", FAILED, FAILED.replace("[quill]", "[{by: [quill, tarn]}]")), written)
    assert {*failed(dossier).path[0]} == {"quill", "tarn"}
    assert failed(dossier).mode is Mode.DIRECT
