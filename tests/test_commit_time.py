"""The date that `nox -s build` gives to the site: that of the commit, whatever git is or says."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import noxfile
from tests.nox_session import Session, install_nothing

COMMIT_TIME = 1_600_000_000

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture(autouse=True)
def nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    install_nothing(monkeypatch)


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
    noxfile.build(session)
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
