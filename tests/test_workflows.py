from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from macros.models.kinds import RECORD_KINDS
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
    assert "persist-credentials: false" in text


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_an_action_is_named_by_its_commit_and_the_version_that_people_read(file: Path) -> None:
    actions = re.findall(r"uses: (.+)", file.read_text(encoding="utf-8"))
    foreign = [action for action in actions if not action.startswith("./")]
    assert foreign
    assert [one for one in foreign if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


def test_no_package_of_npm_runs_a_script_while_it_is_installed() -> None:
    commands = [
        line
        for file in (*WORKFLOWS, CI_RUN, ROOT / "noxfile.py", *ROOT.glob("*.md"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"npm\W+(ci|install)\b", line)
    ]
    assert commands
    assert [line for line in commands if "--ignore-scripts" not in line] == []


def test_updates_are_proposed_for_every_list_of_packages() -> None:
    file = ROOT / ".github" / "dependabot.yml"
    report = CliRunner().invoke(check_jsonschema, ["--builtin-schema", "vendor.dependabot", str(file)])
    assert report.exit_code == 0, report.output
    updates = yaml.safe_load(file.read_text(encoding="utf-8"))["updates"]
    kinds = {one["package-ecosystem"]: one for one in updates}
    assert set(kinds) == {"github-actions", "uv", "npm"}
    locks = [lock for lock in ROOT.glob("tests/**/package-lock.json") if "node_modules" not in lock.parts]
    assert kinds["npm"]["directories"] == sorted(f"/{lock.parent.relative_to(ROOT).as_posix()}" for lock in locks)


def test_a_second_person_approves_what_records_are_checked_against() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = {line.split()[0]: line.split()[1:] for line in lines if line and not line.startswith("#")}
    assert all(owners and all(owner.startswith("@") for owner in owners) for owners in owned.values())
    for kind in (kind.name for kind in RECORD_KINDS.values() if not kind.is_exported):
        assert {f"{kind}.yml", f"{kind}/"} <= set(owned)
    assert [path for path in owned if path.startswith("/") and not (ROOT / path[1:]).exists()] == []


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


def test_a_reviewer_is_shown_what_a_pull_request_changes_in_the_records_of_the_dossier() -> None:
    job = jobs("ci.yml")["changes"]
    checkout = next(step for step in job["steps"] if "actions/checkout" in step.get("uses", ""))
    assert checkout["with"]["fetch-depth"] == 2
    assert 'nox -s changes -- HEAD^1 --markdown >> "$GITHUB_STEP_SUMMARY"' in job["steps"][-1]["run"]
    chosen = {"DOSSIER_SEEDS": "${{ vars.DOSSIER_SEEDS }}"}
    assert job["env"] == jobs("ci.yml")["seeds"]["env"] == jobs("publish.yml")["build"]["env"] == chosen


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
