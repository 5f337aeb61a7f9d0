"""What `nox -s build` does: the real session, with a session object that installs nothing."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from nox.command import CommandFailed
from nox.command import run as run_as_nox_does

import noxfile
from tests.conftest import FIXTURES, ROOT


class Session:
    """Stands in for nox's session: Python programs run from this environment, other programs only leave a note."""

    def __init__(self, folder: Path, *posargs: str) -> None:
        self.posargs = posargs
        self.env: dict[str, str] = {}
        self.commands: list[tuple[str, ...]] = []
        self.messages: list[str] = []

    def run(self, *command: str, **options: Any) -> object:
        self.commands.append(command)
        if command[0] != "mkdocs":
            return True
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **self.env}
        return run_as_nox_does([sys.executable, "-m", *command], env=environment, **options)

    def log(self, message: str) -> None:
        self.messages.append(message)


@pytest.fixture(autouse=True)
def nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noxfile, "install", lambda *_: None)
    for name in ("SOURCE_DATE_EPOCH", "DOSSIER_SEEDS", "SITE_URL", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small copy of the project, as the working directory."""
    folder = tmp_path / "project"
    for name in ("macros", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(FIXTURES / "tiny" / "seeds", folder / "seeds")
    # The command has to be strict by itself.
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("strict: true\n", "strict: false\n")
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def build(session: Session) -> None:
    noxfile.build(session)


def test_a_good_build_says_only_where_the_site_is(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    session = Session(project)
    build(session)
    assert (project / "site" / "index.html").is_file()
    assert [command[0] for command in session.commands] == ["mkdocs", "lychee"]
    assert not [line for line in "".join(capfd.readouterr()).splitlines() if not line.startswith("nox > ")]
    assert session.messages[-2].startswith("The site is in site")


def test_each_warning_fails_the_build_and_names_its_page(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    planted = {
        "extra.md": ("# Not in nav", 'not included in the "nav" configuration:\n  - extra.md'),
        "about.md": ("[broken link](nowhere.md)", "'about.md' contains a link 'nowhere.md'"),
        "checked.md": ("[broken anchor](timeline.md#nowhere)", "'checked.md' contains a link 'timeline.md#nowhere'"),
        "data.md": ("[unrecognised link](timeline/)", "'data.md' contains an unrecognized relative link 'timeline/'"),
        "people.md": ("[absolute link](/timeline/)", "'people.md' contains an absolute link '/timeline/'"),
    }
    for page, (text, _) in planted.items():
        with (project / "docs" / page).open("a", encoding="utf-8") as file:
            file.write(f"\n{text}\n")
    (project / "site").mkdir()
    session = Session(project)
    with pytest.raises(CommandFailed):
        build(session)
    output = capfd.readouterr().err
    # MkDocs counts what would fail a build by itself, so one build shows all of them.
    for report in (*(report for _, report in planted.values()), "Aborted with 5 warnings in strict mode!"):
        assert report in output
    assert "INFO " not in output
    assert [command[0] for command in session.commands] == ["mkdocs"]
    assert list((project / "site").iterdir()) == [], "the last good site has not been replaced"


def test_with_arguments_for_mkdocs_all_output_is_shown(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(noxfile, "replace", lambda *_: None)
    build(Session(project, "--help"))
    assert "Build the MkDocs documentation." in capfd.readouterr().out
