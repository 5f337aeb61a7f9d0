"""The mark that a macro leaves in a page: it names what to render there, and passes through Markdown unchanged.

Markdown has nothing to convert in finished HTML, but parsing all of it takes longer than rendering it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape
from types import FrameType
from typing import NamedTuple

from markupsafe import escape

from macros.mkdocs.private import template_of

_MARK = re.compile(r'<div data-call="([^"]*)"></div>')
_MARK_ALONE = re.compile(rf"^{_MARK.pattern}$", re.MULTILINE)


class Call(NamedTuple):
    """A call of a macro.

    Attributes:
        name: The macro, and the kind of page that it shows.
        arguments: The arguments of the call.
        line: The line of the call, counted from 1 below the front matter of the page.
    """

    name: str
    arguments: tuple[str, ...]
    line: int

    @property
    def mark(self) -> str:
        """The mark: a block of HTML to Markdown."""
        return f'<div data-call="{escape(json.dumps(self))}"></div>'


def _line() -> int:
    """The line of the page that calls a macro; 1 if no page calls it."""
    frame: FrameType | None = sys._getframe()
    while frame:
        if template := template_of(frame):
            return template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return 1


def mark(name: str, *arguments: object, **named: object) -> str:
    """The text that a macro writes into a page.

    Args:
        name: The macro.
        arguments: The arguments. They are checked when the mark is read.
        named: No macro has named arguments. Each one counts as one more argument, which is then reported.
    """
    given = (*arguments, *(f"{key}={value}" for key, value in named.items()))
    return Call(name, tuple(map(str, given)), _line()).mark


def _call(found: re.Match[str]) -> Call:
    name, arguments, line = json.loads(unescape(found[1]))
    return Call(name, tuple(arguments), line)


def calls_in(text: str) -> Iterator[Call]:
    """The calls whose marks are in a text.

    Args:
        text: Markdown or HTML.
    """
    return map(_call, _MARK.finditer(text))


def lost_calls(markdown: str, html: str) -> list[Call]:
    """The calls whose marks Markdown has taken for code or for a part of a paragraph.

    Args:
        markdown: The page with its marks.
        html: The page as Markdown made it.
    """
    kept = Counter(map(_call, _MARK_ALONE.finditer(html)))
    return list((Counter(calls_in(markdown)) - kept).elements())


def parted(html: str) -> Iterator[str | Call]:
    """Splits a page into the text between the marks, and the calls.

    Args:
        html: The page as Markdown made it.
    """
    end = 0
    for found in _MARK_ALONE.finditer(html):
        yield html[end : found.start()]
        yield _call(found)
        end = found.end()
    yield html[end:]
