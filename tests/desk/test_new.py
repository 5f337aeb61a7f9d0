from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.desk.new import main
from macros.desk.schema import EXTRA_EXAMPLES, SCHEMAS
from macros.validation.pipeline import open_dossier


def test_the_example_dossier_is_small_and_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "deep" / "seeds"
    assert main([str(folder)]) == 0
    assert f"DOSSIER_SEEDS={folder} python3 -m nox -s serve" in capsys.readouterr().out
    made = open_dossier(folder)
    one_each = (made.sources, made.tracks, made.events, made.statements, made.positions, made.arguments)
    assert [len(records) for records in one_each] == [1] * 6
    for file in folder.glob("*.yml"):
        line, comment, *_ = file.read_text(encoding="utf-8").splitlines()
        assert (folder / line.partition("$schema=")[2]) == folder / "schema" / f"{file.stem}.json"
        assert comment.startswith("# ")
    assert {schema.name for schema in SCHEMAS.iterdir()} == {schema.name for schema in (folder / "schema").iterdir()}
    assert '"const": "gazette-ferry"' in (folder / "schema" / "ids.json").read_text(encoding="utf-8")


def test_the_extra_examples_can_be_added_to_the_example_dossier(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    assert main([str(folder)]) == 0
    shutil.copytree(EXTRA_EXAMPLES, folder, dirs_exist_ok=True)
    made = open_dossier(folder)
    assert made.checks
    assert made.later_facts


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.yml").write_text("mine", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    assert main([str(tmp_path / "mine.yml")]) == 1
    assert capsys.readouterr().err.count("already exists; nothing was written") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yml"]


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main([str(tmp_path / "file" / "below")]) == 1
    assert "cannot be written: Not a directory" in capsys.readouterr().err


def test_one_folder_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "nox -s new -- path/to/folder" in capsys.readouterr().err
