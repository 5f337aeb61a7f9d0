"""What `nox -s build` and `nox -s successors` do: the real sessions, with a session object that installs nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from nox.command import CommandFailed
from nox.command import run as run_as_nox_does

import noxfile
from tests.conftest import FIXTURES, ROOT

COMMIT_TIME = 1_600_000_000

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


class Session:
    """Stands in for nox's session: Python programs run from this environment, other programs only leave a note."""

    def __init__(self, folder: Path, *posargs: str) -> None:
        self.posargs = posargs
        self.env: dict[str, str] = {}
        self.commands: list[tuple[str, ...]] = []
        self.messages: list[str] = []
        self._folder = folder

    def run(self, *command: str, **options: Any) -> object:
        self.commands.append(command)
        if command[0] != "mkdocs":
            return True
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **self.env}
        return run_as_nox_does([sys.executable, "-m", *command], env=environment, **options)

    def log(self, message: str) -> None:
        self.messages.append(message)

    def error(self, message: str) -> NoReturn:
        raise CommandFailed(message)

    def create_tmp(self) -> str:
        return str(self._folder)


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


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, in which git knows no settings of this machine."""
    for name, value in {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@x.example", "GIT_AUTHOR_DATE": f"{COMMIT_TIME - 60} +0000",
        "GIT_COMMITTER_NAME": "C", "GIT_COMMITTER_EMAIL": "c@x.example", "GIT_COMMITTER_DATE": f"{COMMIT_TIME} +0000",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    folder = tmp_path / "checkout"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def checkout(folder: Path) -> Path:
    """A checkout with one commit, as the working directory."""
    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "First")
    return folder


def without_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))


def without_commit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "--quiet")


def without_checkout(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The commit of a checkout in a folder above is not the commit of this one.
    git("init", "--quiet")
    git("commit", "--quiet", "--allow-empty", "--message", "First")
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")


def with_a_git_that_cannot_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "git").write_bytes(b"\x00")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize(
    "arrange",
    [
        without_git,
        with_a_git_that_cannot_run,
        pytest.param(without_commit, marks=needs_git),
        pytest.param(without_checkout, marks=needs_git),
    ],
)
def test_without_a_commit_the_build_says_so_in_one_line(
    arrange: Callable[[Path, pytest.MonkeyPatch], None],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    arrange(folder, monkeypatch)
    assert dates(monkeypatch) == (
        None,
        ["No commit date (no git, or no commit in this folder): the sitemap gets today's date."],
    )
    assert capfd.readouterr() == ("", "")


def dates(monkeypatch: pytest.MonkeyPatch) -> tuple[str | None, list[str]]:
    """The date that the build session gives to MkDocs, and what it says about it."""
    monkeypatch.setattr(noxfile, "build_site", lambda *_: None)
    monkeypatch.setattr(noxfile, "replace", lambda *_: None)
    session = Session(Path())
    build(session)
    return session.env.get("SOURCE_DATE_EPOCH"), session.messages[:-2]


@needs_git
def test_the_site_has_the_date_of_the_commit(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert dates(monkeypatch) == (str(COMMIT_TIME), [])


def test_a_date_that_is_set_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert dates(monkeypatch) == (None, [])


@needs_git
def test_the_date_is_found_in_a_checkout_that_belongs_to_another_user(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # git reads this variable for its own tests of the same case.
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        git("log", "-1")
    assert "dubious ownership" in refused.value.stderr
    assert dates(monkeypatch) == (str(COMMIT_TIME), [])


@needs_git
@pytest.mark.skipif(os.name == "nt", reason="the stand-in for gpg is a shell script")
def test_the_date_is_found_where_git_shows_signatures(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gpg = checkout / "gpg"
    answer = 'echo "[GNUPG:] SIG_CREATED " >&2; echo "-----BEGIN PGP SIGNATURE-----"'
    gpg.write_text(f"#!/bin/sh\ncat >/dev/null; {answer}\n", encoding="utf-8")
    gpg.chmod(0o755)
    git("config", "gpg.program", str(gpg))
    git("config", "log.showSignature", "true")
    git("commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "Signed")
    assert git("log", "-1", "--format=%ct").strip() != str(COMMIT_TIME)
    assert dates(monkeypatch) == (str(COMMIT_TIME), [])


@needs_git
def test_the_date_is_found_where_git_is_traced(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_TRACE", "1")
    monkeypatch.setenv("GIT_TRACE2", "1")
    assert dates(monkeypatch) == (str(COMMIT_TIME), [])
    assert capfd.readouterr() == ("", "")


def successors(folder: Path, monkeypatch: pytest.MonkeyPatch, generators: dict[str, str]) -> list[str]:
    """What the session says about programs that make a page of two lines, the second of which names a generator."""

    def build_site(session: Session, program: str, folder: Path) -> None:
        assert session.env["SOURCE_DATE_EPOCH"]
        folder.mkdir()
        (folder / "index.html").write_text(f"<html>\n{generators[program]}", "utf-8")

    monkeypatch.setattr(noxfile, "build_site", build_site)
    session = Session(folder)
    noxfile.successors(session)
    return session.messages


def test_a_successor_that_makes_the_same_files_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "properdocs").mkdir()  # left by an earlier run
    messages = successors(tmp_path, monkeypatch, {"mkdocs": "MkDocs 1", "properdocs": "MkDocs 1"})
    assert messages == ["properdocs and mkdocs make the same 1 files, byte for byte."]


def test_a_successor_that_makes_another_byte_fails_and_the_byte_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CommandFailed) as failed:
        successors(tmp_path, monkeypatch, {"mkdocs": "MkDocs 1", "properdocs": "ProperDocs 1"})
    assert failed.value.reason == (
        "1 files differ between mkdocs and properdocs:\n"
        "index.html:2: '<html>\\nMkDocs 1' in mkdocs, '<html>\\nProperDocs 1' in properdocs"
    )
