"""Keeps what a macro has rendered out of Markdown's way: a placeholder goes through Markdown in its place.

Markdown has nothing to do in finished HTML, yet it would read all of it, which takes longer than rendering it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Neither can stand in a rendered block, where all texts are escaped.
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
    """
    return _PLACEHOLDER.sub(lambda found: blocks[int(found[1])] if int(found[1]) < len(blocks) else found[0], page)


def anchors(blocks: Sequence[str]) -> set[str]:
    """Every id in the blocks, for links of other pages may lead there."""
    return {name for block in blocks for name in _ID.findall(block)}
