"""Runs a reader of an exported format that is a program for Node.js. `nox -s formats` installs these readers."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_READERS = Path(__file__).parent / "npm"

needs_readers = pytest.mark.skipif(
    not (_READERS / "node_modules").is_dir() or not shutil.which("node"),
    reason="the readers from npm are not installed here; `nox -s formats` installs and runs them (it needs Node.js)",
)


def read_with(reader: str, text: str, *arguments: Path) -> Any:
    """What a reader understood of a text."""
    command: list[str | Path] = ["node", _READERS / reader, *arguments]
    return json.loads(subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout)
