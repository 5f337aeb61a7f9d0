"""Statements that are not finished: they are no problem, and no page or download has them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.exports.files import files
from macros.validation.pipeline import open_dossier
from tests.rendering.bodies import rendered

TINY = Path(__file__).parents[1] / "dossiers/tiny/seeds"


@pytest.mark.parametrize(
    "rest",
    [
        'kind: report\n  mode: indirect\n  says: ""',
        "kind: report\n  mode: indirect",
        "kind: report\n  mode: indirect\n  guessed: [kind]\n  says: a second round had been announced",
    ],
    ids=["empty", "missing", "guessed"],
)
def test_an_unfinished_statement_is_on_no_page_and_in_no_download(rest: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "seeds"))
    statements = folder / "statements.yml"
    stub = f"- id: left-to-write\n  source: herald-17\n  passages: [p2s2]\n  {rest}\n"
    statements.write_text(statements.read_text(encoding="utf-8") + stub, encoding="utf-8")
    dossier = open_dossier(folder)
    assert [one.id for one in dossier.unfinished] == ["left-to-write"]
    assert "left-to-write" not in dossier.statement
    assert not any("left-to-write" in body for body in rendered(dossier).values())
    assert not any("left-to-write" in file.content for file in files(dossier))
