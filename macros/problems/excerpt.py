"""The lines of a file around a problem, with carets below the wrong part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import combining, east_asian_width

from macros.problems.problem import Place, printable

BEFORE = 1
"""Number of lines shown above the wrong line."""

WIDTH = 100
"""A longer line is cut to this many characters around the place."""

MAX_BYTES = 1_000_000
"""No excerpt is made from a larger file: it would use too much memory."""

_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""The line breaks of YAML 1.1. Python has already converted \\r and \\r\\n to \\n."""


@dataclass(frozen=True)
class Line:
    """One line of an excerpt.

    Attributes:
        number: The line number in the file.
        before: The text before the wrong part; the whole text in a context line.
        wrong: The wrong part; empty in a context line.
        after: The text after the wrong part.
        is_wrong: Whether the problem is in this line.
    """

    number: int
    before: str
    wrong: str = ""
    after: str = ""
    is_wrong: bool = False

    @property
    def text(self) -> str:
        """The whole line."""
        return f"{self.before}{self.wrong}{self.after}"

    @property
    def caret(self) -> str:
        """Carets for the line below, indented to the column of the wrong part."""
        return f"{' ' * columns(self.before)}{'^' * max(columns(self.wrong), 1)}"


def columns(text: str) -> int:
    """How many columns a terminal needs for a text (Unicode Standard Annex 11)."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def _shown(text: str) -> str:
    return printable(text.replace("\t", " "))


def _marked(place: Place, text: str) -> Line:
    start = place.column - 1
    end = start + place.width
    first = max(0, start - WIDTH // 2) if len(text) > WIDTH else 0
    last = first + WIDTH
    head = ("…" if first else "") + _shown(text[first:start])
    tail = _shown(text[end:last]) + ("…" if len(text) > max(end, last) else "")
    wrong = _shown(text[start : min(end, last)])
    return Line(place.line, head, wrong, "" if end > last else tail, is_wrong=True)


def excerpt(place: Place) -> tuple[Line, ...]:
    """The line of a place and the line above it; empty if the file cannot be shown.

    Args:
        place: The place.
    """
    path = Path(place.file)
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return ()
        lines = _lines_of(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        return ()
    return tuple(_around(place, lines)) if place.line <= len(lines) else ()


@lru_cache(maxsize=4)
def _lines_of(path: Path, _: int) -> list[str]:
    """The lines of a file, cached for the next problem in it until the file changes."""
    return _BREAK.split(path.read_text(encoding="utf-8", errors="replace"))


def _around(place: Place, lines: list[str]) -> Iterator[Line]:
    for number in range(max(1, place.line - BEFORE), place.line):
        text = lines[number - 1]
        yield Line(number, _shown(text[:WIDTH]) + ("…" if len(text) > WIDTH else ""))
    yield _marked(place, lines[place.line - 1])
