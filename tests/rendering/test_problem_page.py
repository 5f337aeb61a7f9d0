from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.problems.problem import Place, Problem
from macros.rendering.problem_page import problem_page


def test_every_problem_is_listed_with_its_place_its_lines_and_its_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yml").write_text("- id: x\n  status: <i>\n", encoding="utf-8")
    problems = [
        Problem(Place("a.yml", 2, 11, 3), "event x", "'<i>' is no status", "did you mean 'held'?"),
        Problem(Place("gone.yml", 7, 1), "", "the file is empty\x1b"),
        Problem(Place("", 1, 1), "", "one line\nand another"),
    ]
    page = BeautifulSoup(problem_page(problems), "html.parser")
    assert page.h1 is not None
    assert page.h1.get_text() == "3 problems to fix"
    first, second, third = page.find_all("li")
    assert [p.get_text() for p in first.find_all("p")] == [
        "a.yml, line 2, in event x",
        "'<i>' is no status",
        "did you mean 'held'?",
    ]
    assert first.find_all("pre")[0].get_text().splitlines() == [
        "   1 - id: x",
        "   2   status: <i>",
        "               ^^^",
    ]
    assert second.get_text(" ", strip=True) == r"gone.yml , line 7 the file is empty\x1b"
    assert third.get_text().strip() == "one line\nand another"
    assert not page.find_all(["i", "script", "link", "img"])
