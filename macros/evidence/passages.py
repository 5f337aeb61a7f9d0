"""Splits a local copy of a source's text into the passages that the dossier lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.evidence.words import Word, prepared, words_of
from macros.models.source import Source


@dataclass(frozen=True)
class Parting:
    """A text that is split into passages.

    Attributes:
        texts: The text of every passage by its address, without what stands between passages.
        complaints: What does not match: a passage that is not found, or words that belong to no passage.
    """

    texts: dict[str, str]
    complaints: tuple[str, ...]


def _find(needle: Sequence[str], hay: Sequence[str], start: int) -> int | None:
    for index in range(start, len(hay) - len(needle) + 1):
        if hay[index : index + len(needle)] == needle:
            return index
    return None


def _stray(words: Sequence[Word], before: str) -> str:
    return f"the words '{' '.join(word.typed for word in words)}' before {before} belong to no passage"


def part(text: str, source: Source) -> Parting:
    """Finds every passage of a source in its text, in order, by its first and last words.

    Args:
        text: The whole text of the source.
        source: The source with its passages.
    """
    text = prepared(text)
    words = words_of(text)
    normal = [word.normal for word in words]
    texts: dict[str, str] = {}
    complaints: list[str] = []
    position = 0
    for passage in source.passages:
        starts = [word.normal for word in words_of(passage.starts)]
        ends = [word.normal for word in words_of(passage.ends)]
        begin = _find(starts, normal, position)
        last = None if begin is None else _find(ends, normal, begin)
        if begin is None or last is None:
            missing = passage.starts if begin is None else passage.ends
            complaints.append(f"{passage.address}: '{missing}' is not found after the previous passage")
            continue
        if begin > position:
            complaints.append(_stray(words[position:begin], passage.address))
        position = last + len(ends)
        texts[passage.address] = text[words[begin].start : words[position - 1].end]
    if position < len(words):
        complaints.append(_stray(words[position:], "the end"))
    return Parting(texts, tuple(complaints))
