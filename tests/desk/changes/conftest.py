from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import DOSSIERS

TINY = DOSSIERS / "tiny" / "seeds"


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with the small dossier, committed once and in force."""
    shutil.copytree(TINY, tmp_path / "project" / "seeds")
    git(tmp_path / "project", "init")
    git(tmp_path / "project", "add", ".")
    git(tmp_path / "project", "commit", "-m", "One")
    monkeypatch.setenv("DOSSIER_SEEDS", str(tmp_path / "project" / "seeds"))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "project"
