from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.desk.changes.records import changes
from macros.desk.changes.touched import touched
from macros.loading.folder import read_folder
from macros.models.dossier import Dossier
from tests.desk.changes.conftest import TINY


@pytest.mark.parametrize(
    ("file", "old", "new", "checks", "inferences"),
    [
        ("terms.yml", "explanation: ", "explanation: So ", set(), set()),
        ("events.yml", "title: Fishers meet on Skarn", "title: x", {"check-march-days", ""}, set()),
        (
            "arguments.yml",
            "warrant: Who stays away",
            "warrant: Who is away",
            {"later-quarrel"},
            {"step-failures", "step-doubt"},
        ),
        (
            "sources.yml",
            "starts: On 20 April",
            "starts: On the 20th",
            {"check-refusal", "check-reason", "dispute-reason", "later-quarrel", ""},
            {"step-failures", "step-stalled", "step-doubt"},
        ),
    ],
)
def test_what_names_a_changed_record_is_found(
    file: str, old: str, new: str, checks: set[str], inferences: set[str], tmp_path: Path, tiny: Dossier
) -> None:
    seeds = Path(shutil.copytree(TINY, tmp_path / "seeds"))
    text = (seeds / file).read_text(encoding="utf-8")
    assert old in text
    (seeds / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = touched(tiny, changes(read_folder(TINY), read_folder(seeds)))
    assert [{one.record for one in group} for group in found] == [checks, inferences]
