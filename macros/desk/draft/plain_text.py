"""Reads a plain text: its headline, the lines above the text that say something about it, and its paragraphs."""

from __future__ import annotations

import re

from macros.desk.draft.asides import HEADING, aside
from macros.desk.draft.dates import day_in

_ENDS = tuple('.!?…:;։。！？؟।"”»)')
_MOST_WORDS_OF_A_TITLE = 25
_MOST_WORDS_OF_A_LINE_ABOVE = 12
_LINES_ABOVE = 6
_ADDRESS = re.compile(r"https?://\S+")
_SIGNED = re.compile(r"(?:by|von|par|por|автор:?|հեղինակ՝?)\s+(?P<name>\S.*)", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3}|`)(?=\S)(.+?)(?<=\S)\1")
_LINE_MARK = re.compile(r"^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+")


def _blocks(text: str) -> list[str]:
    """The paragraphs. Without blank lines between them, each line is one."""
    lines = [line.strip() for line in re.split(r"\r\n?|\n", text.strip())]
    if "" not in lines:
        return lines
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    # The lines above a text are often in one block. None of them ends like a sentence.
    if len(blocks[0]) > 1 and not any(line.endswith(_ENDS) for line in blocks[0]):
        blocks[:1] = [[line] for line in blocks[0]]
    return [
        part
        for block in blocks
        for part in (block if all(line.endswith(_ENDS) for line in block) else [" ".join(block)])
    ]


def _without_marks(line: str) -> str:
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", _LINE_MARK.sub("", line))).strip()


def _about(line: str) -> dict[str, str]:
    """What a line above a text says about it; nothing if it belongs to the text."""
    if address := _ADDRESS.search(line):
        return {"url": address.group()}
    if len(line.split()) > _MOST_WORDS_OF_A_LINE_ABOVE or line.endswith((".", "!", "?", "։", "。")):
        return {}
    if signed := _SIGNED.fullmatch(line):
        return {"author": signed["name"]}
    day = day_in(line)
    return {"issued": day} if day else {}


def from_lines(text: str, *, is_markdown: bool) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """The headline, the paragraphs, and what the lines above the text say about it.

    Args:
        text: The whole text.
        is_markdown: Whether signs of Markdown are left out.
    """
    blocks = _blocks(text)
    if is_markdown:
        blocks = [line for line in map(_without_marks, blocks) if line]
    title = ""
    if (
        len(blocks) > 1
        and len(blocks[0].split()) <= _MOST_WORDS_OF_A_TITLE
        and not blocks[0].endswith((".", "։", "。"))
        and aside(blocks[0]) in ("", HEADING)
        and not _about(blocks[0])
    ):
        title = blocks.pop(0)
    facts: dict[str, str] = {}
    above = 0
    while above < min(len(blocks) - 1, _LINES_ABOVE) and (said := _about(blocks[above])):
        facts |= {key: value for key, value in said.items() if key not in facts}
        above += 1
    return title, tuple(blocks[above:]), facts
