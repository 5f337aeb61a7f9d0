from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from tests.conftest import ROOT

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
CI_RUN = ROOT / ".ci" / "run"
SESSIONS = set(re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE))


def sessions_run_by(file: Path) -> set[str]:
    """The sessions that a workflow or script runs by their names."""
    text = file.read_text(encoding="utf-8")
    named = {name for names in re.findall(r"nox -s ((?:\w+ ?)+)", text) for name in names.split()}
    return named | set(re.findall(r"session: \[?(\w+)", text))


def jobs(name: str) -> dict[str, dict[str, Any]]:
    jobs: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))["jobs"]
    return jobs


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_is_one_that_github_accepts(file: Path) -> None:
    report = CliRunner().invoke(check_jsonschema, ["--builtin-schema", "vendor.github-workflows", str(file)])
    assert report.exit_code == 0, report.output


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_a_workflow_has_no_more_rights_than_it_needs(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.search(r"^permissions:\n  contents: read$", text, re.MULTILINE)
    actions = [action for action in re.findall(r"uses: (\S+)", text) if not action.startswith("./")]
    assert all(re.search(r"@v\d+$", action) for action in actions)
    assert "persist-credentials: false" in text


@pytest.mark.parametrize("file", [*WORKFLOWS, CI_RUN], ids=lambda file: file.name)
def test_only_sessions_that_exist_are_run(file: Path) -> None:
    assert sessions_run_by(file)
    assert sessions_run_by(file) <= SESSIONS


def test_the_checks_on_github_are_those_of_ci_run_and_more() -> None:
    assert "successors" in sessions_run_by(CI_RUN)
    assert sessions_run_by(CI_RUN) <= sessions_run_by(FOLDER / "ci.yml")


def test_the_last_command_of_ci_run_is_the_one_for_tests_in_the_readme() -> None:
    last = CI_RUN.read_text(encoding="utf-8").splitlines()[-1]
    assert last == "python3 -m nox -s tests"
    assert f"\n{last}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_nothing_is_published_unless_all_checks_have_passed() -> None:
    publish = jobs("publish.yml")
    checks = [name for name, job in publish.items() if job.get("uses") == "./.github/workflows/ci.yml"]
    assert len(checks) == 1
    deploying = [job for job in publish.values() if "actions/deploy-pages" in str(job)]
    assert len(deploying) == 1
    assert set(deploying[0]["needs"]) == {"build", *checks}
    # Each of these would let a job pass, or run, after a check that failed.
    for job in (*publish.values(), *jobs("ci.yml").values()):
        assert not {"if", "continue-on-error"} & {*job, *(key for step in job.get("steps", []) for key in step)}


def test_the_published_site_carries_the_address_at_which_it_stands() -> None:
    built = [step for step in jobs("publish.yml")["build"]["steps"] if step.get("run") == "python -m nox -s build"]
    assert [step["env"] for step in built] == [{"SITE_URL": "${{ steps.pages.outputs.base_url }}/"}]


def test_everything_installs_the_nox_that_is_in_the_lock() -> None:
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    locked = [package["version"] for package in packages if package["name"] == "nox"]
    files = [*WORKFLOWS, CI_RUN, *ROOT.glob("*.md")]
    installs = {
        file.name: set(re.findall(r"nox\[uv\]([^\"'`\s]*)", file.read_text(encoding="utf-8"))) for file in files
    }
    assert {name for name, versions in installs.items() if versions} >= {"ci.yml", "publish.yml", "run", "README.md"}
    assert {version for versions in installs.values() for version in versions} == {f"=={version}" for version in locked}
