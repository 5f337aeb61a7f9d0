from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.desk.fingerprint import RENEW, USAGE, main
from macros.desk.schema import schema_line
from macros.problems.problem import DossierError
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS

TEXT = DOSSIERS / "tiny" / "herald.txt"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "seeds"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(copy))
    return copy


def test_the_fingerprint_of_the_example_matches_its_text(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["herald-17", str(TEXT)]) == 0
    assert "matches the text" in capsys.readouterr().out


def test_a_missing_fingerprint_is_made(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = seeds / "fingerprints" / "herald-17.yml"
    before = made.read_text(encoding="utf-8")
    shutil.rmtree(made.parent)
    assert main(["herald-17", str(TEXT)]) == 0
    assert made.read_text(encoding="utf-8") == before
    assert "made from 10 passages" in capsys.readouterr().out


def test_a_different_text_does_not_match(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(
        TEXT.read_text(encoding="utf-8")
        .replace("late March", "late April", 1)
        .replace("in late April", "in late March", 1)
        .replace("retired harbour", "former harbour")
    )
    assert main(["herald-17", str(changed)]) == 1
    assert "does not match the text (to make it again, add --renew)" in capsys.readouterr().err
    assert main(["herald-17", str(changed), RENEW]) == 0
    assert "made from 10 passages" in capsys.readouterr().out
    assert main(["herald-17", str(changed)]) == 0


def test_a_fingerprint_whose_first_line_names_its_schema_still_matches(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = seeds / "fingerprints" / "herald-17.yml"
    kept.write_text(schema_line(kept) + kept.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["herald-17", str(TEXT)]) == 0
    assert "matches the text" in capsys.readouterr().out


def test_the_advice_about_a_fingerprint_changed_by_hand_works(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = seeds / "fingerprints" / "herald-17.yml"
    kept.write_text(kept.read_text(encoding="utf-8").replace("words: 20", "words: 21"), encoding="utf-8")
    with pytest.raises(DossierError, match="changed by hand") as wrong:
        open_dossier(seeds)
    (problem,) = wrong.value.problems
    command = problem.hint.partition("nox -s fingerprint -- ")[2].replace("<text file>", str(TEXT))
    assert main(command.split()) == 0
    open_dossier(seeds)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("The herring talks on", "A word. The herring talks on", "the words 'A word' before p1s1 belong to no passage"),
        (
            "honesty does not fill nets.",
            "honesty does not fill nets. The end.",
            "the words 'The end' before the end belong",
        ),
        ("Both sides want", "All sides want", "p4s1: 'Both sides want' is not found after the previous passage"),
        ("the whole bay", "the entire bay", "p4s1: 'the whole bay' is not found"),
    ],
)
def test_every_word_belongs_to_a_passage(
    old: str, new: str, complaint: str, seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = tmp_path / "changed.txt"
    changed.write_text(TEXT.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert main(["herald-17", str(changed)]) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], [RENEW], ["herald-17"], ["herald-17", "no-such-file.txt"]])
def test_wrong_arguments_print_the_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert USAGE in capsys.readouterr().err


def test_an_unknown_or_invalid_source_is_reported(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["herald-18", str(TEXT)]) == 1
    (seeds / "sources.yml").write_text("- id: herald-17\n", encoding="utf-8")
    assert main(["herald-17", str(TEXT)]) == 1
    printed = capsys.readouterr().err
    assert "there is no source 'herald-18' that can be read" in printed
    assert "sources.yml:1:3: source herald-17: 'publisher' is missing" in printed


def test_a_text_that_is_not_utf_8_is_reported(seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "herald.txt"
    text.write_bytes("“It was said”".encode("cp1252"))
    assert main(["herald-17", str(text)]) == 1
    assert "is not UTF-8 text" in capsys.readouterr().err
