from __future__ import annotations

import re
from pathlib import Path

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_is_one_that_github_accepts(file: Path) -> None:
    told = CliRunner().invoke(check_jsonschema, ["--builtin-schema", "vendor.github-workflows", str(file)])
    assert told.exit_code == 0, told.output


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_may_do_no_more_than_it_must(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.search(r"^permissions:\n  contents: read$", text, re.MULTILINE)
    assert all(re.search(r"@v\d+$", use) for use in re.findall(r"uses: (\S+)", text))
    assert "persist-credentials: false" in text


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_runs_sessions_that_exist(file: Path) -> None:
    sessions = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))
    text = file.read_text(encoding="utf-8")
    named = {*re.findall(r"nox -s (\w+)", text), *re.findall(r"session: \[?(\w+)", text)}
    assert named
    assert named <= sessions
