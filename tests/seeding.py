"""Bad seeds: a folder of a case holds only the files that differ from a good dossier, and the problems they must produce."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import FIXTURES

BAD = FIXTURES / "bad"


def cases() -> list[str]:
    """The names of all cases."""
    return sorted(path.name for path in BAD.iterdir())


def lay_out(case: str, target: Path) -> Path:
    """Copies the small good dossier and lays the files of a case over it; an empty `.gone` file removes its namesake."""
    seeds = Path(shutil.copytree(FIXTURES / "tiny" / "seeds", target / "seeds"))
    for path in sorted((BAD / case).rglob("*")):
        if path.is_dir() or path.name == "problems.txt":
            continue
        copy = seeds / path.relative_to(BAD / case)
        if copy.suffix == ".gone":
            copy.with_suffix("").unlink()
        else:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return seeds


def expected(case: str) -> list[str]:
    """The problems that a case must produce, one a line."""
    return (BAD / case / "problems.txt").read_text(encoding="utf-8").splitlines()
