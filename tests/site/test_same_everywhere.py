from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import DOSSIERS, ROOT

DAY = 1_700_000_000


def built(folder: Path, **environment: str) -> dict[str, bytes]:
    """Every file of a site, built from a copy of the project in a process of its own."""
    for name in ("macros", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(DOSSIERS / "tiny" / "seeds", folder / "seeds")
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    site = folder / "public"
    kept = {name: value for name, value in os.environ.items() if name not in {"DOSSIER_SEEDS", "SITE_URL", "LC_ALL"}}
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=folder, check=True, env={**kept, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(DAY), "SITE_URL": "https://x.example/y/",
             **environment},
    )  # fmt: skip
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    here = built(tmp_path / "a", TZ="Pacific/Kiritimati", LANG="C", PYTHONHASHSEED="1", COLUMNS="40")
    there = built(
        tmp_path / "b c" / "deep", TZ="America/New_York", LANG="tr_TR.UTF-8", PYTHONHASHSEED="2", PYTHONUTF8="1"
    )
    assert set(here) == set(there)
    assert [name for name in here if here[name] != there[name]] == []
    assert b"<lastmod>2023-11-14</lastmod>" in here["sitemap.xml"]
    assert not [name for name, content in here.items() if str(tmp_path).encode() in content]
