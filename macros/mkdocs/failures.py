"""The place at which a build failed: in a seed file, a page, a template or a module."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.exceptions import BuildError, MkDocsException, PluginError

from macros.problems.problem import Place, Problem

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds `mkdocs.yml`."""

_PAGE = re.compile(r"(?:\A|')(?P<page>[^\s':]+\.md)(?:'|: (?P<message>.*))", re.DOTALL)
_NOWHERE = Place("", 1, 1)


class LocatedError(PluginError):
    """A failure of the build with the places of what is wrong."""

    def __init__(self, problems: Iterable[Problem], message: str = "") -> None:
        """Describes the failure.

        Args:
            problems: What is wrong.
            message: The text for a terminal; by default, one line for each problem.
        """
        self.problems = tuple(problems)
        super().__init__(message or "\n".join(map(str, self.problems)))


def shown_path(path: str | Path) -> str:
    """A path as problems show it: relative to the working directory, if it is below it."""
    full = Path(path)
    return full.relative_to(Path.cwd()).as_posix() if full.is_relative_to(Path.cwd()) else full.as_posix()


def _is_ours(file: str) -> bool:
    return any(Path(file).is_relative_to(ROOT / folder) for folder in ("macros", "docs", "mkdocs.yml"))


def place_of(error: BaseException) -> Place | None:
    """The innermost line of our code or templates in which an error occurred. Jinja makes frames of template lines.

    Args:
        error: The error.
    """
    # A syntax error contains the place that was read, which is not in the traceback.
    read, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(read, str) and isinstance(line, int) and _is_ours(read):
        return Place(shown_path(read), line, getattr(error, "offset", None) or 1)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if _is_ours(frame.filename):
            column, end = frame.colno or 0, frame.end_colno or 0
            return Place(shown_path(frame.filename), frame.lineno or 1, column + 1, max(end - column, 1))
    return None


def described(error: BaseException) -> str:
    """An error in one line, with its kind."""
    return f"{type(error).__name__}: {getattr(error, 'msg', None) or error}"


def _of_mkdocs(message: str) -> Problem:
    """A message of MkDocs as a problem of the page that it names."""
    found = _PAGE.search(message)
    page = ROOT / "docs" / found["page"] if found else ROOT
    if found and page.is_file():
        return Problem(Place(shown_path(page), 1, 1), "", found["message"] or message)
    return Problem(_NOWHERE, "", message)


def problems_of(error: BaseException, warnings: Iterable[str]) -> Iterator[Problem]:
    """The problems that made a build fail.

    Args:
        error: The failure.
        warnings: The warnings of MkDocs. In strict mode they alone make a build fail.
    """
    chain: list[BaseException] = [error]
    while (earlier := chain[-1].__cause__ or chain[-1].__context__) and earlier not in chain:
        chain.append(earlier)
    for one in chain:
        # The class is not checked, because a server imports the package again, and each import has its own class.
        if problems := getattr(one, "problems", ()):
            yield from problems
            return
    for one in reversed(chain):
        place = None if isinstance(one, MkDocsException) else place_of(one)
        if place:
            yield Problem(place, "", described(one))
            return
    build_errors = [str(one) for one in chain if isinstance(one, BuildError)]
    heard = list(warnings) if isinstance(error, MkDocsException) else []
    messages = build_errors or heard or [described(error)]
    yield from (_of_mkdocs(line) for message in messages for line in message.splitlines() if line)
