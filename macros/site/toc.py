"""The contents of a finished page: its headings, for raw HTML has none that Markdown would know."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from markupsafe import escape

_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_STANDING = re.compile(r'<span class="standing[^"]*">[^<]*</span>')
"""What became of a meeting stands in its heading and belongs to the page, not to the name of the section."""
_TAG = re.compile(r"<[^>]*>")


def contents(html: str) -> list[dict[str, Any]]:
    """The sections of a page with those below them.

    Args:
        html: The content of the page.

    Returns:
        Tokens in the form that Python-Markdown's toc extension makes, names escaped for HTML.
    """
    tokens: list[dict[str, Any]] = []
    for level, anchor, inner in _HEADING.findall(html):
        name = escape(unescape(_TAG.sub("", _STANDING.sub("", inner))).strip())
        token = {"id": anchor, "name": str(name), "level": int(level), "children": []}
        (tokens[-1]["children"] if level == "3" and tokens else tokens).append(token)
    return tokens
