from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.loading.folder import MAX_BYTES
from macros.problems.problem import DossierError
from macros.validation.pipeline import check_dossier, open_dossier
from tests import bad_cases
from tests.bad_cases import BadCase, UnfitEditError, all_cases, lay_out
from tests.conftest import DOSSIERS


@pytest.mark.parametrize(
    "case", [pytest.param(case.name, id=f"{case.topic}-{case.name}") for case in all_cases().values() if not case.tasks]
)
def test_each_bad_seed_gives_exactly_these_problems(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError) as wrong:
        open_dossier(Path("seeds"))
    assert str(wrong.value).splitlines() == list(all_cases()[case].problems)


@pytest.mark.parametrize(
    "case", [pytest.param(case.name, id=f"{case.topic}-{case.name}") for case in all_cases().values() if case.tasks]
)
def test_each_unfinished_dossier_leaves_exactly_these_tasks(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    always = {task.what for task in check_dossier(DOSSIERS / "tiny" / "seeds").tasks}
    left = [task for task in check_dossier(Path("seeds")).tasks if task.what not in always]
    assert [f"{'before publishing: ' if task.step.forbids else ''}{task}" for task in left] == list(
        all_cases()[case].tasks
    )


def test_five_thousand_open_brackets_are_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (lay_out("empty-file", tmp_path) / "gaps.yml").write_text("[" * 5_000 + "]" * 5_000, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError) as wrong:
        open_dossier(Path("seeds"))
    assert (
        str(wrong.value)
        == "seeds/gaps.yml:1:1001: this is not valid YAML: exceeded maximum nesting depth (while increasing flow level)"
    )


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        ({"old": "status: hold", "new": "status: held"}, "'status: hold' occurs 0 times, not once"),
        ({"old": "kind: meeting", "new": "kind: greeting"}, "'kind: meeting' occurs 3 times, not once"),
        (
            {"after": "id: nobody", "old": "status: held", "new": "status: hold"},
            "'id: nobody' occurs 0 times, not once",
        ),
        ({"after": "id: public-meeting", "drop": "status: declined"}, "'status: declined' does not occur below"),
        ({"after": "venue: silent", "add": "decliner: silent"}, "'venue: silent' occurs 2 times, not once"),
        ({"replace": "status: held"}, "there is no such edit"),
    ],
)
def test_an_edit_that_does_not_fit_its_file_is_an_error(
    edit: dict[str, str], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfit = BadCase("events", "unfit", ({"file": "events.yml", **edit},), ())
    monkeypatch.setattr(bad_cases, "all_cases", lambda: {"unfit": unfit})
    with pytest.raises(UnfitEditError, match=f"unfit: events.yml: {reason}"):
        lay_out("unfit", tmp_path)


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    with pytest.raises(DossierError) as wrong:
        open_dossier(tmp_path / "nowhere")
    assert (
        str(wrong.value)
        == f"{tmp_path}/nowhere:1:1: this folder of seeds does not exist (create it, or set DOSSIER_SEEDS)"
    )


def test_reading_stops_after_a_thousand_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = lay_out("empty-file", tmp_path)
    (seeds / "gaps.yml").write_text("- {}\n" * 2_000, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError) as wrong:
        open_dossier(Path("seeds"))
    assert wrong.value.problems[0].hint.startswith("and in 249 other places: seeds/gaps.yml:2, ")
    last = "seeds/gaps.yml:251:3: gap 251: reading stopped here (fix the problems above first)"
    assert str(wrong.value.problems[-1]) == last


def test_a_disk_error_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> bytes:
        raise OSError(5, "Input/output error")

    lay_out("empty-file", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(DossierError, match=r"seeds/actors\.yml:1:1: the file cannot be read: Input/output error"):
        open_dossier(Path("seeds"))


def _onto_itself(file: Path) -> None:
    file.symlink_to(file.name)


def _onto_nothing(file: Path) -> None:
    file.symlink_to("nowhere")


def _out_of_the_folder(file: Path) -> None:
    (file.parent.parent / "secret.yml").write_text("[]", encoding="utf-8")
    file.symlink_to("../secret.yml")


def _of_another_encoding(file: Path) -> None:
    file.write_bytes("- id: a\n  question: Warum nicht?\n  remark: Für später.\n".encode("latin-1"))


def _too_large(file: Path) -> None:
    file.write_text("#" * (MAX_BYTES + 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_onto_itself, "1:1: the file cannot be read: "),
        (_onto_nothing, "1:1: the file cannot be read: No such file or directory"),
        (_out_of_the_folder, "1:1: the file is a link to a place outside the folder"),
        (_of_another_encoding, r"3:1: the file is not UTF-8 text \(save it as UTF-8\)"),
        (_too_large, "1:1: the file is larger than 8 MB"),
        (Path.mkdir, "1:1: the file cannot be read: it is not a regular file"),
        (os.mkfifo, "1:1: the file cannot be read: it is not a regular file"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(
    make: Callable[[Path], None], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = lay_out("empty-file", tmp_path)
    (seeds / "gaps.yml").unlink()
    make(seeds / "gaps.yml")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DossierError, match=rf"\Aseeds/gaps\.yml:{message}[^\n]*\Z"):
        open_dossier(Path("seeds"))
