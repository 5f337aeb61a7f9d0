"""Vague dates that are accepted, with narrative that keeps their doubt."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.problems.problem import DossierError
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS


def second_round(folder: Path, date: str, when: str) -> Path:
    """The tiny dossier, whose second round is announced for another date."""
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", folder / "seeds"))
    for file in seeds.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        text = text.replace("date: 1999-05-12\n  track", f"date: {date}\n  track").replace(
            "dates: [1999-05-12]", f"dates: [{date}]"
        )
        if file.stem in {"tracks", "statements", "dossier"} or file.parent.name == "actors":
            text = text.replace("on 12 May", when)
        file.write_text(text, encoding="utf-8")
    return seeds


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ('"[..1999-05-31]"', "by 31 May"),
        ('"[1999-05-12..]"', "on 12 May or later"),
        ('"[1999-05-12..1999-05-14]"', "between 12 and 14 May"),
        ("1999-05-12?", "possibly on 12 May"),
        ("1999-05-12~/1999-05-14", "from about 12 May to 14 May"),
        ("1999-05-12/1999-05-14", "from 12 to 14 May"),
        ("1999-05-12/", "from 12 May on"),
    ],
)
def test_what_is_announced_may_be_vague(date: str, when: str, tmp_path: Path) -> None:
    dossier = open_dossier(second_round(tmp_path, date, when))
    assert dossier.event["may-round"].status == "announced"


@pytest.mark.parametrize(
    ("date", "when"),
    [
        ('"[1999-05-12..1999-05-14]"', "on 12 May"),
        ("1999-05-12?", "on 12 May"),
        ("1999-05-12~/1999-05-14", "on 12 May"),
    ],
)
def test_narrative_keeps_the_doubt_of_each_day(date: str, when: str, tmp_path: Path) -> None:
    seeds = second_round(tmp_path, date, when)
    statements = seeds / "statements.yml"
    statements.write_text(
        statements.read_text(encoding="utf-8").replace("again on 12 May", "again in May"), encoding="utf-8"
    )
    with pytest.raises(DossierError, match="do not give '12 May' as certain"):
        open_dossier(seeds)
