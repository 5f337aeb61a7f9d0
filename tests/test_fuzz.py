from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT


def test_broken_folders_are_answered_with_located_problems() -> None:
    # A sample; `nox -s fuzz` examines more than a thousand. In a process of its own, so that its memory can be measured.
    run = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "12", "100000"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1].startswith("12 folders, ")
