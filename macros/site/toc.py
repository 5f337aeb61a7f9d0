"""The table of contents of a finished page. Markdown does not list headings in raw HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from markupsafe import escape

_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_STANDING = re.compile(r'<span class="standing[^"]*">[^<]*</span>')
"""The status of a meeting is in its heading, but it is not part of the name of the section."""
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Heading:
    """A section of a page; its name is escaped for HTML."""

    anchor: str
    name: str
    level: int
    children: tuple[Heading, ...] = ()


def contents(html: str) -> tuple[Heading, ...]:
    """The sections of a page with those below them.

    Args:
        html: The content of the page.
    """
    sections: list[tuple[Heading, list[Heading]]] = []
    for level, anchor, inner in _HEADING.findall(html):
        name = escape(unescape(_TAG.sub("", _STANDING.sub("", inner))).strip())
        heading = Heading(anchor, str(name), int(level))
        if level == "3" and sections:
            sections[-1][1].append(heading)
        else:
            sections.append((heading, []))
    return tuple(Heading(one.anchor, one.name, one.level, tuple(children)) for one, children in sections)
