"""Where a build failed, as an editor or a terminal is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from macros.mkdocs import failures
from macros.mkdocs.failures import LocatedError, problems_of
from macros.problems.problem import DossierError, Place, Problem
from tests.conftest import ROOT


def found(error: BaseException, *warnings: str) -> list[str]:
    return [str(problem) for problem in problems_of(error, warnings)]


def raised(source: str, file: Path) -> BaseException:
    try:
        exec(compile(source, str(file), "exec"), {})  # noqa: S102
    except BaseException as error:
        return error
    raise AssertionError(source)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of which the working directory is the root."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(failures, "ROOT", tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    return tmp_path


def test_problems_of_the_dossier_are_found_behind_the_failure_of_the_build() -> None:
    problem = Problem(Place("seeds/a.yml", 1, 2), "", "wrong")
    abort = Abort("Aborted")
    abort.__context__ = LocatedError(DossierError([problem]).problems)
    assert found(abort) == ["seeds/a.yml:1:2: wrong"]


def test_an_error_of_python_is_told_at_the_innermost_line_of_ours(root: Path) -> None:
    error = raised("x = 0\ny = [1,\n     1 / x]", root / "macros" / "view.py")
    assert found(error) == ["macros/view.py:3:6: ZeroDivisionError: division by zero"]
    error = raised("def f(:", root / "macros" / "view.py")
    assert found(error) == ["macros/view.py:1:7: SyntaxError: invalid syntax"]


def test_an_error_outside_the_project_is_told_without_a_place(root: Path) -> None:
    assert found(raised("1 / 0", root / "elsewhere.py")) == [":1:1: ZeroDivisionError: division by zero"]


def test_a_project_elsewhere_is_named_in_full(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    error = raised("1 / 0", root / "macros" / "view.py")
    name = str(root / "macros" / "view.py").removeprefix("/")
    assert found(error) == [f"{name}:1:1: ZeroDivisionError: division by zero"]
    monkeypatch.chdir(ROOT)
    assert found(error) == [f"/{name}:1:1: ZeroDivisionError: division by zero"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("about.md: 'x' stands in p1", "docs/about.md:1:1: 'x' stands in p1"),
        ("Doc file 'about.md' contains a link", "docs/about.md:1:1: Doc file 'about.md' contains a link"),
        ("gone.md: x", ":1:1: gone.md: x"),
        ("no page at all", ":1:1: no page at all"),
    ],
)
def test_a_message_is_told_at_the_page_that_it_names(line: str, expected: str, root: Path) -> None:
    assert found(PluginError(line)) == [expected]
    assert found(Abort("Aborted with 1 warnings in strict mode!"), line) == [expected]
