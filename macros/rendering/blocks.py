"""Keeps what a macro has rendered out of Markdown's way: a placeholder goes through Markdown in its place.

Markdown has nothing to do in finished HTML, yet it would read all of it, which takes longer than rendering it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# No text of a record can end a block early, for the templates escape it.
_START, _END = "<!-- rendered -->", "<!-- /rendered -->"
_BLOCK = re.compile(rf"{_START}(.*?){_END}", re.DOTALL)
_PLACEHOLDER = re.compile(r'<div data-rendered="(\d+)"></div>')
_ID = re.compile(r'\sid="([^"]+)"')


def marked(html: str) -> str:
    """Marks a block of HTML, so that it can be told from the Markdown around it.

    Args:
        html: The block, as a macro rendered it.
    """
    return f"{_START}{html}{_END}"


def taken_out(page: str) -> tuple[str, list[str]]:
    """Takes the marked blocks out of a page.

    Args:
        page: The Markdown of the page.

    Returns:
        The page with placeholders, which are blocks of HTML to Markdown; and the blocks.
    """
    blocks: list[str] = _BLOCK.findall(page)
    numbers = iter(range(len(blocks)))
    return _BLOCK.sub(lambda _: f'<div data-rendered="{next(numbers)}"></div>', page), blocks


def put_back(page: str, blocks: Sequence[str]) -> str:
    """Puts the blocks in the place of their placeholders.

    Args:
        page: The page as Markdown made it.
        blocks: What was taken out of it.

    Raises:
        ValueError: A placeholder is not found exactly once, so Markdown took it for something else, as for code.
    """
    if sorted(map(int, _PLACEHOLDER.findall(page))) != list(range(len(blocks))):
        raise ValueError("what a macro renders must stand by itself; is the line that calls it indented, or code?")
    return _PLACEHOLDER.sub(lambda found: blocks[int(found[1])], page)


def anchors(page: str) -> set[str]:
    """Every id of a page, for links of other pages may lead there.

    Args:
        page: The whole page.
    """
    return set(_ID.findall(page))
