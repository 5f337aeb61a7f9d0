from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT


def test_what_is_served_after_edits_is_what_a_whole_build_writes() -> None:
    # A sample; `nox -s edits` makes hundreds. In a process of its own, for it imports the package from a copy.
    run = subprocess.run(
        [sys.executable, "-m", "tests.edits", "10", "1"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert sum(int(line.split()[0]) for line in run.stdout.splitlines()) == 10
