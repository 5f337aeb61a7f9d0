from __future__ import annotations

from pathlib import Path

import pytest

from macros.desk.next import USAGE, main
from tests.bad_cases import lay_out


def test_what_to_do_next_is_listed_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out("passage-not-accounted-for", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOSSIER_SEEDS", raising=False)
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [
        "Use each passage and its dates, or say why it is left out (1):",
        "  seeds/sources.yml:12:17: source herald-17: no statement uses the passage 'dateline' "
        "(use it, or give a reason in 'left_out')",
    ]
    assert [line for line in lines if not line.startswith(" ")][1:] == [
        "Tell the story (3):",
        "Introduce the pages (1):",
        "5 things are left to do, 1 of them before the dossier may be published.",
    ]


def test_what_is_wrong_must_be_fixed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out("unfinished-and-wrong", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["seeds"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "seeds/events.yml:29:11: event may-round: 'helt' is not a known status" in printed.err
    assert printed.err.splitlines()[-1] == "Fix this problem first. Then run this command again."
    assert main(["nowhere", "else"]) == 2
    assert USAGE in capsys.readouterr().err
