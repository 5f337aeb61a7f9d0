from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading.problem import DossierError
from macros.validation.open import open_dossier
from tests.seeding import cases, expected, lay_out


@pytest.mark.parametrize("case", cases())
def test_bad_seeds_are_answered_with_exactly_these_lines(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError) as wrong:
        open_dossier(Path("seeds"))
    assert str(wrong.value).splitlines() == expected(case)


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(DossierError) as wrong:
        open_dossier(tmp_path / "nowhere")
    assert (
        str(wrong.value) == f"{tmp_path}/nowhere:1:1: there is no such folder of seeds (set DOSSIER_SEEDS or create it)"
    )


def test_a_file_that_cannot_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = lay_out("empty-file", tmp_path)
    (seeds / "gaps.yml").unlink()
    (seeds / "gaps.yml").symlink_to("gaps.yml")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError, match=r"seeds/gaps\.yml:1:1: the file cannot be read: "):
        open_dossier(Path("seeds"))
