from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading.folder import read_folder, seeds_folder


def test_a_folder_with_the_name_of_a_kind_contains_more_of_its_records(tmp_path: Path) -> None:
    (tmp_path / "terms.yml").write_text("- id: a\n")
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "more.yml").write_text("- id: b\n")
    (tmp_path / "README.md").write_text("not a seed")
    names = [(raw.kind, raw.id, raw.name) for raw in read_folder(tmp_path).records]
    assert names == [("terms", "a", "term a"), ("terms", "b", "term b")]


def test_the_environment_variable_selects_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOSSIER_SEEDS", "elsewhere")
    assert seeds_folder() == Path("elsewhere")
    monkeypatch.setenv("DOSSIER_SEEDS", "")
    monkeypatch.chdir(tmp_path)
    assert seeds_folder(tmp_path) == Path("seeds")
    assert seeds_folder(tmp_path / "project") == tmp_path / "project" / "seeds"


@pytest.mark.parametrize("closed", ["", "statements"])
def test_only_the_folder_is_reported_if_it_cannot_be_read(
    closed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "statements").mkdir()
    (tmp_path / "dossier.yml").write_text("title: x\n", encoding="utf-8")
    # Root can read everything, so the test replaces the answer of the system.
    monkeypatch.setattr("macros.loading.folder.os.access", lambda path, mode: path != tmp_path / closed and bool(mode))
    raw = read_folder(tmp_path)
    assert [f"{problem.message} {problem.hint}" for problem in raw.problems] == [
        "no seeds are read from here the folder cannot be read" if closed else "the folder of seeds cannot be read "
    ]
    assert raw.unread == {closed or "dossier"}
