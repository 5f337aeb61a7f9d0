from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading.folder import read_folder, seeds_folder


def test_a_folder_named_like_a_kind_holds_more_of_it(tmp_path: Path) -> None:
    (tmp_path / "terms.yml").write_text("- id: a\n")
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "more.yml").write_text("- id: b\n")
    (tmp_path / "README.md").write_text("not a seed")
    names = [(raw.kind, raw.id, raw.name) for raw in read_folder(tmp_path).records]
    assert names == [("terms", "a", "term a"), ("terms", "b", "term b")]


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOSSIER_SEEDS", "elsewhere")
    assert seeds_folder() == Path("elsewhere")
    monkeypatch.setenv("DOSSIER_SEEDS", "")
    monkeypatch.chdir(tmp_path)
    assert seeds_folder(tmp_path) == Path("seeds")
    assert seeds_folder(tmp_path / "project") == tmp_path / "project" / "seeds"
