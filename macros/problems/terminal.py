"""Formats problems for a terminal or as GitHub annotations."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from typing import TextIO

from macros.problems.excerpt import excerpt
from macros.problems.problem import Problem, printable


class Form(StrEnum):
    """The output format of problems."""

    TEXT = "text"
    GITHUB = "github"


_BOLD, _RED, _BLUE, _PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[34m", "\x1b[0m"


def takes_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows colour, and its user wants colour (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _formatted(problem: Problem, *, colour: bool) -> str:
    bold, red, blue, plain = (_BOLD, _RED, _BLUE, _PLAIN) if colour else ("", "", "", "")
    place = f"{printable(problem.place.file)}:{problem.place.line}:{problem.place.column}:"
    lines = [f"{bold}{place}{plain} {problem.what}"]
    for line in excerpt(problem.place):
        lines.append(f"{blue}{line.number:>6} |{plain} {line.text}".rstrip())
        if line.is_wrong:
            lines.append(f"{blue}       |{plain} {red}{line.caret}{plain}")
    return "\n".join(lines)


def as_text(problems: Iterable[Problem], *, colour: bool = False) -> str:
    """Each problem on its own line, and below it the wrong line with carets.

    Args:
        problems: The problems, in order.
        colour: Whether to colour the text for a terminal.
    """
    return "\n".join(_formatted(problem, colour=colour) for problem in problems)


def _escaped(text: str, others: str = "") -> str:
    for char in f"%\r\n{others}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def as_annotations(problems: Iterable[Problem]) -> str:
    """Each problem as a workflow command of GitHub Actions. GitHub shows it next to the line of the file.

    Args:
        problems: The problems, in order.
    """
    lines = []
    for problem in problems:
        place = problem.place
        file = _escaped(printable(place.file), ":,")
        where = f"file={file},line={place.line},col={place.column},endColumn={place.column + place.width}"
        lines.append(f"::error {where}::{_escaped(problem.what)}")
    return "\n".join(lines)
