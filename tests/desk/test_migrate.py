from __future__ import annotations

import difflib
import re
import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from macros.desk import new
from macros.desk.migrate import main
from macros.validation.pipeline import open_dossier

OLD = Path(__file__).parent / "format_1"
"""Dossiers as they were before the format had a number: the small one, the example of `nox -s new`, and the base layer of a real one."""

DOSSIERS = sorted(folder.name for folder in OLD.iterdir())


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yml"))}


def differences(before: dict[str, bytes], after: dict[str, bytes]) -> str:
    return "\n".join(
        line
        for file in before
        for line in difflib.unified_diff(
            before[file].decode("utf-8").splitlines(),
            after[file].decode("utf-8").splitlines(),
            file,
            file,
            "",
            "",
            0,
            "",
        )
    )


def cover(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "dossier.yml").write_bytes(text.encode("utf-8"))
    return folder


@pytest.mark.parametrize("name", DOSSIERS)
def test_only_the_lines_concerned_change_and_the_dossier_opens(
    name: str, tmp_path: Path, snapshot: SnapshotAssertion, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(OLD / name, tmp_path / "seeds"))
    before = state(folder)
    assert main([str(folder)]) == 0
    after = state(folder)
    assert after.keys() == before.keys()
    # Only the hashes of reviews differ. What they are depends on the models.
    reviews = {state.pop("reviews.yml", b"").partition(b"digest")[0] for state in (before, after)}
    assert len(reviews) == 1
    changes = differences(before, after)
    assert changes == snapshot(name="changes")
    assert capsys.readouterr().out.replace(str(tmp_path), "…") == snapshot(name="report")
    assert open_dossier(folder).statements
    comments = [line for line in changes.splitlines() if line.startswith("-") and "#" in line]
    assert all(f"+{line[1:].partition('#')[2]}".strip("+ ") in changes.partition(line)[2] for line in comments)


@pytest.mark.parametrize("name", DOSSIERS)
def test_a_second_migration_changes_nothing(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(OLD / name, tmp_path / "seeds"))
    assert main([str(folder)]) == 0
    once = state(folder)
    capsys.readouterr()
    assert main([str(folder)]) == 0
    assert state(folder) == once
    assert capsys.readouterr().out == f"{folder.as_posix()}: it has format 2 already; nothing was written\n"


def test_an_interrupted_migration_can_be_run_again(tmp_path: Path) -> None:
    whole = Path(shutil.copytree(OLD / "tiny", tmp_path / "whole"))
    half = Path(shutil.copytree(OLD / "tiny", tmp_path / "half"))
    assert main([str(whole)]) == 0
    for file in whole.rglob("*.yml"):
        if file.name != "dossier.yml":
            shutil.copy(file, half / file.relative_to(whole))
    assert main([str(half)]) == 0
    assert state(half) == state(whole)


def test_line_breaks_and_byte_order_marks_stay(tmp_path: Path) -> None:
    folder = cover(tmp_path / "a", "\ufeff# ours\r\n\r\ntitle: x   # title\r\nquestion: y\r\n")
    assert main([str(folder)]) == 0
    made = (folder / "dossier.yml").read_bytes().decode("utf-8")
    assert made == "\ufeff# ours\r\n\r\nformat: 2\r\ntitle: x   # title\r\nquestion: y\r\n"


def test_a_written_format_is_replaced_where_it_is(tmp_path: Path) -> None:
    folder = cover(tmp_path / "a", 'title: x\nformat: "1" # the first\nquestion: y\n')
    assert main([str(folder)]) == 0
    assert (folder / "dossier.yml").read_text(encoding="utf-8") == "title: x\nformat: 2 # the first\nquestion: y\n"


def test_the_schemas_of_the_dossier_are_renewed(tmp_path: Path) -> None:
    assert new.main([str(tmp_path / "ferry")]) == 0
    schema = tmp_path / "ferry" / "schema" / "dossier.json"
    shutil.copytree(OLD / "new", tmp_path / "ferry", dirs_exist_ok=True)
    schema.write_text("{}", encoding="utf-8")
    assert main([str(tmp_path / "ferry")]) == 0
    assert '"format"' in schema.read_text(encoding="utf-8")


def test_reviews_are_made_again_if_their_hashes_have_another_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(OLD / "report", tmp_path / "seeds"))
    reviews = folder / "reviews.yml"
    old = re.sub("digest: ....", "digest: 0000", reviews.read_text(encoding="utf-8"))
    reviews.write_text(old, encoding="utf-8")
    assert main([str(folder)]) == 0
    made = reviews.read_text(encoding="utf-8")
    assert open_dossier(folder).reviews
    assert made.splitlines()[0] == old.splitlines()[0]
    assert "reviews.yml:1: made again" in capsys.readouterr().out


def test_reviews_stay_if_the_dossier_has_other_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(OLD / "report", tmp_path / "seeds"))
    before = (folder / "reviews.yml").read_bytes()
    (folder / "gaps.yml").write_text("- {id: gap}\n", encoding="utf-8")
    assert main([str(folder)]) == 0
    assert (folder / "reviews.yml").read_bytes() == before
    assert "reviews.yml:1: fix what nox -s seeds reports" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: [", "this is not valid YAML"),
        ("title: x\nformat: 3\n", "it has format 3, and was made by a newer version"),
        ("title: x\nformat: two\n", "this is not a format (write 'format: 2')"),
        ("title: x\nformat: [2]\n", "this is not a format (write 'format: 2')"),
    ],
)
def test_what_cannot_be_migrated_stays_as_it_is(
    text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = cover(tmp_path / "a", text)
    assert main([str(folder)]) == 1
    assert (folder / "dossier.yml").read_text(encoding="utf-8") == text
    errors = capsys.readouterr().err
    assert message in errors
    assert errors.endswith("nothing was written\n")


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 1
    assert "this folder of seeds does not exist" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    folder = cover(tmp_path / "a", "title: x\n")
    monkeypatch.setattr(Path, "write_bytes", full)
    assert main([str(folder)]) == 1
    assert capsys.readouterr().err == f"{folder.as_posix()} cannot be written: No space left on device\n"


def test_statuses_of_events_become_those_of_their_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(OLD / "tiny", tmp_path / "seeds"))
    events = folder / "events.yml"
    text = events.read_text(encoding="utf-8").replace(
        "status: held\n  date: 1999-05?", "status: not-held\n  date: 1999-05?"
    )
    text += "  decliner: silent # not said\n  ground: silent\n"
    text = text.replace("kind: meeting\n  status: declined", "kind: military-operation\n  status: declined")
    events.write_text(text, encoding="utf-8")
    assert main([str(folder)]) == 0
    made = events.read_text(encoding="utf-8")
    assert "kind: announcement\n  status: not-made\n" in made
    assert "decliner" not in made
    assert "ground: silent" not in made
    assert "'military-operation' cannot be 'declined': choose another kind or status" in capsys.readouterr().out
