"""Problems as a person at a terminal or a reviewer on GitHub reads them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import StrEnum
from typing import TextIO

from macros.problems.excerpt import excerpt
from macros.problems.problem import Problem, printable


class Form(StrEnum):
    """How problems are written down."""

    TEXT = "text"
    GITHUB = "github"


_BOLD, _RED, _BLUE, _PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[34m", "\x1b[0m"


def takes_colour(stream: TextIO) -> bool:
    """Whether a stream is a terminal that shows colour and whose owner wants it (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _told(problem: Problem, *, colour: bool) -> str:
    bold, red, blue, plain = (_BOLD, _RED, _BLUE, _PLAIN) if colour else ("", "", "", "")
    place = f"{printable(problem.place.file)}:{problem.place.line}:{problem.place.column}:"
    told = [f"{bold}{place}{plain} {problem.what}"]
    for line in excerpt(problem.place):
        told.append(f"{blue}{line.number:>6} |{plain} {line.text}".rstrip())
        if line.is_wrong:
            told.append(f"{blue}       |{plain} {red}{line.caret}{plain}")
    return "\n".join(told)


def as_text(problems: Iterable[Problem], *, colour: bool = False) -> str:
    """Each problem on a line of its own, and below it the line that is wrong with a caret.

    Args:
        problems: The problems, in order.
        colour: Whether to colour the text for a terminal.
    """
    return "\n".join(_told(problem, colour=colour) for problem in problems)


def _escaped(text: str, others: str = "") -> str:
    for sign in f"%\r\n{others}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_annotations(problems: Iterable[Problem]) -> str:
    """Each problem as a line that GitHub shows beside the line of the file (GitHub Actions, workflow commands).

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
