from __future__ import annotations

from pathlib import Path

import pytest

from macros.validation.__main__ import main
from tests.bad_cases import lay_out
from tests.conftest import DOSSIERS


def test_the_records_of_valid_seeds_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(DOSSIERS / "tiny" / "seeds")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{(DOSSIERS / 'tiny' / 'seeds').as_posix()}: 8 statements, 4 events, no problems",
        "4 things are left to do; the dossier may be published. To see the list: nox -s next",
    ]


def test_what_is_left_to_do_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out("fingerprint-missing", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["seeds"]) == 0
    last = "5 things are left to do, 1 of them before the dossier may be published. To see the list: nox -s next"
    assert capsys.readouterr().out.splitlines()[-1] == last


@pytest.mark.parametrize(
    ("case", "count"), [("empty-file", "2 problems in seeds"), ("several-problems", "4 problems in seeds")]
)
def test_the_problems_of_invalid_seeds_are_reported_and_counted(
    case: str, count: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOSSIER_SEEDS", raising=False)
    assert main([]) == 1
    assert count in capsys.readouterr().err


def test_problems_can_be_printed_as_github_annotations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out("wrong-word", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["seeds", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(
        "::error file=seeds/events.yml,line=4,col=11,endColumn=15::event march-round"
    )
