"""What `nox -s build` and `nox -s successors` do: the real sessions, with a session object that installs nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from nox.command import CommandFailed

import noxfile
from tests.conftest import DOSSIERS, ROOT
from tests.nox_session import Session, install_nothing


@pytest.fixture(autouse=True)
def nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    install_nothing(monkeypatch)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small copy of the project, as the working directory."""
    folder = tmp_path / "project"
    for name in ("macros", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(DOSSIERS / "tiny" / "seeds", folder / "seeds")
    # The command has to be strict by itself.
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("strict: true\n", "strict: false\n")
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def test_a_good_build_says_only_what_is_left_to_do_and_where_the_site_is(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    session = Session(project)
    noxfile.build(session)
    assert (project / "site" / "index.html").is_file()
    assert [command[0] for command in session.commands] == ["mkdocs", "lychee"]
    said = [line for line in "".join(capfd.readouterr()).splitlines() if not line.startswith("nox > ")]
    assert said == ["4 things are left to do; the dossier may be published. To see the list: nox -s next"]
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
        noxfile.build(session)
    output = capfd.readouterr().err
    # MkDocs counts what would fail a build by itself, so one build shows all of them.
    for report in (*(report for _, report in planted.values()), "Aborted with 5 warnings in strict mode!"):
        assert report in output
    assert "INFO " not in output
    assert [command[0] for command in session.commands] == ["mkdocs"]
    assert list((project / "site").iterdir()) == [], "the last good site has not been replaced"


def test_a_dossier_whose_quotations_nobody_has_verified_is_not_published(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(project / "seeds" / "fingerprints")
    session = Session(project)
    with pytest.raises(CommandFailed):
        noxfile.build(session)
    said = [line for line in capfd.readouterr().err.splitlines() if not line.startswith("nox > ") and line.strip()]
    left = "5 things are left to do, 1 of them before the dossier may be published. To see the list: nox -s next"
    assert said == [f"ERROR   -  {left}", "Aborted with a BuildError!"]
    assert not (project / "site").exists()


def test_a_failed_build_brings_back_the_site_of_a_build_that_was_killed(project: Path) -> None:
    # It was killed after it had moved the old site away, and before the new one took its place.
    for folder in ("site.old", "site.new"):
        (project / folder).mkdir()
        (project / folder / "index.html").write_text(folder, encoding="utf-8")
    (project / "docs" / "extra.md").write_text("{{ nobody }}", encoding="utf-8")
    with pytest.raises(CommandFailed):
        noxfile.build(Session(project))
    assert (project / "site" / "index.html").read_text(encoding="utf-8") == "site.old"


def test_with_arguments_for_mkdocs_all_output_is_shown(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(noxfile, "replace", lambda *_: None)
    noxfile.build(Session(project, "--help"))
    assert "Build the MkDocs documentation." in capfd.readouterr().out


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
