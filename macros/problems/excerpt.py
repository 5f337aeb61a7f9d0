"""The lines of a file around a mistake, and where below them a caret stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import combining, east_asian_width

from macros.problems.problem import Place, printable

BEFORE = 1
"""Lines shown above the one that is wrong."""

WIDTH = 100
"""Characters of a long line that are shown around the place."""

MAX_BYTES = 1_000_000
"""Nobody looks for a line in a larger file, and it would fill the memory."""

_BREAK = re.compile("[\n\x85\u2028\u2029]")
"""What YAML 1.1 counts as the end of a line, once Python has made one of \\r and \\r\\n."""


@dataclass(frozen=True)
class Line:
    """One line of an excerpt.

    Attributes:
        number: Its number in the file.
        before: The part of the text before the mistake; the whole text in a line of context.
        wrong: The part that is meant; empty in a line of context.
        after: The rest.
        is_wrong: Whether the mistake stands in this line.
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
        """Carets below what is wrong, set off by as many blanks as the text before is wide."""
        return f"{' ' * columns(self.before)}{'^' * max(columns(self.wrong), 1)}"


def columns(text: str) -> int:
    """How many columns a terminal needs for a text (Unicode Standard Annex 11)."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


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
    """The line of a place and the one above it; nothing where the file cannot be shown.

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
    """The lines of a file, kept for the next mistake in it until it changes."""
    return _BREAK.split(path.read_text(encoding="utf-8", errors="replace"))


def _around(place: Place, lines: list[str]) -> Iterator[Line]:
    for number in range(max(1, place.line - BEFORE), place.line):
        text = lines[number - 1]
        yield Line(number, _shown(text[:WIDTH]) + ("…" if len(text) > WIDTH else ""))
    yield _marked(place, lines[place.line - 1])
