from __future__ import annotations

import io
from pathlib import Path

import pytest

from macros.problems.problem import Place, Problem
from macros.problems.terminal import as_annotations, as_text, takes_colour


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Problem:
    """A problem in a file that exists."""
    monkeypatch.chdir(tmp_path)
    Path("events.yml").write_text("- id: x\n  status: helt\n", encoding="utf-8")
    return Problem(Place("events.yml", 2, 11, 4), "event x", "'helt' is not a known status", "did you mean 'held'?")


def test_the_wrong_line_is_shown_below_the_message_with_carets(problem: Problem) -> None:
    assert as_text([problem]).splitlines() == [
        "events.yml:2:11: event x: 'helt' is not a known status (did you mean 'held'?)",
        "     1 | - id: x",
        "     2 |   status: helt",
        "       |           ^^^^",
    ]


def test_colour_changes_nothing_but_colour(problem: Problem) -> None:
    coloured = as_text([problem], colour=True)
    assert "\x1b[1;31m          ^^^^\x1b[0m" in coloured
    for code in ("\x1b[1m", "\x1b[1;31m", "\x1b[34m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == as_text([problem])


def test_colour_is_for_terminals_whose_user_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert takes_colour(Terminal())
    assert not takes_colour(io.StringIO())
    monkeypatch.setenv("TERM", "dumb")
    assert not takes_colour(Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not takes_colour(Terminal())


def test_annotations_escape_what_github_would_read_as_a_command(problem: Problem) -> None:
    hostile = Problem(Place("a,b:c.yml", 1, 2), "", "100%\n::warning::x")
    assert as_annotations([problem, hostile]).splitlines() == [
        "::error file=events.yml,line=2,col=11,endColumn=15::event x: 'helt' is not a known status (did you mean 'held'?)",
        r"::error file=a%2Cb%3Ac.yml,line=1,col=2,endColumn=3::100%25\n::warning::x",
    ]
