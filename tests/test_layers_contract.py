"""Data flows one way: what the contract of import-linter in pyproject.toml promises."""

from __future__ import annotations

import itertools
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

ROOMS = [
    "problems", "models", "loading", "evidence", "validation", "exports", "rendering", "proofreading", "site", "mkdocs",
]  # fmt: skip
"""From the lowest room to the highest."""


def broken_imports(folder: Path) -> str:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


def test_an_import_from_a_room_above_fails_in_each_room(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__", "templates"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    for room, above in itertools.pairwise(ROOMS):
        (tmp_path / "macros" / room / "planted.py").write_text(f"import macros.{above}\n", encoding="utf-8")
    (tmp_path / "macros" / "site" / "engine.py").write_text("import mkdocs\n", encoding="utf-8")
    (tmp_path / "macros" / "exports" / "parser.py").write_text("import yaml\n", encoding="utf-8")
    (tmp_path / "macros" / "validation" / "markup.py").write_text("import jinja2\n", encoding="utf-8")
    report = broken_imports(tmp_path)
    for room, above in itertools.pairwise(ROOMS):
        assert f"macros.{room}.planted -> macros.{above}" in report, room
    for module, engine in (("site.engine", "mkdocs"), ("exports.parser", "yaml"), ("validation.markup", "jinja2")):
        assert f"macros.{module} -> {engine}" in report, module


def test_every_room_has_a_place_in_the_contract() -> None:
    rooms = {path.name for path in (ROOT / "macros").iterdir() if (path / "__init__.py").is_file()}
    assert rooms == {*ROOMS, "desk"}
