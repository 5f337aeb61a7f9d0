"""A dossier without a source that it explains, which needs a folder with almost nothing in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.problems.problem import DossierError
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS


def _folder(tmp_path: Path, sources: str) -> Path:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    minimal = DOSSIERS / "minimal" / "seeds"
    cover = (minimal / "dossier.yml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in cover if not line.startswith(("base_source", "gist"))]
    (seeds / "dossier.yml").write_text("\n".join(kept), encoding="utf-8")
    (seeds / "actors.yml").write_text((minimal / "actors.yml").read_text(encoding="utf-8"), encoding="utf-8")
    if sources:
        (seeds / "sources.yml").write_text(sources, encoding="utf-8")
    return seeds


def test_a_base_layer_without_a_source_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (DOSSIERS / "minimal" / "seeds" / "sources.yml").read_text(encoding="utf-8").partition("  passages:")[0]
    _folder(tmp_path, source.replace("- id: leaflet", "- id: leaflet\n  layer: other"))
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError) as wrong:
        open_dossier(Path("seeds"))
    assert str(wrong.value) == (
        "seeds/sources.yml:2:10: source leaflet: no source is of the layer 'base' "
        "(remove 'layer' from the source that the dossier explains)"
    )


def test_a_dossier_without_a_source_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _folder(tmp_path, "")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError) as wrong:
        open_dossier(Path("seeds"))
    assert str(wrong.value) == "seeds/dossier.yml:1:8: dossier: the dossier has no source (add one in sources.yml)"
