"""A local copy of a source's text, parted into the passages that the dossier lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.evidence.words import Word, words_of
from macros.models.source import Source


@dataclass(frozen=True)
class Parting:
    """A text parted into passages.

    Attributes:
        texts: Words of every passage by its address, joined by blanks.
        complaints: What does not fit: a passage that is not found, or words that belong to none.
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
            complaints.append(f"{passage.address}: '{missing}' is not found after the passage before it")
            continue
        if begin > position:
            complaints.append(_stray(words[position:begin], passage.address))
        position = last + len(ends)
        texts[passage.address] = " ".join(word.typed for word in words[begin:position])
    if position < len(words):
        complaints.append(_stray(words[position:], "the end"))
    return Parting(texts, tuple(complaints))
