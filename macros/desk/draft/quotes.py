"""Finds what stands between quotation marks, in the styles of many languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "„": "“”‟", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "‘": "’", '"': '"'}
_APOSTROPHE = re.compile(r"\w[’']\w")
_OPENS = re.compile(r"""(?:^|[\s(\[—–\-«“„"‘:,])$""")


@dataclass(frozen=True)
class Span:
    """A quotation in a paragraph, without its marks.

    Attributes:
        start: Its first character.
        end: The character after its last one.
        is_closed: Whether its closing mark stands in the paragraph. A quotation that goes on in the next one has none.
    """

    start: int
    end: int
    is_closed: bool = True


def _can_open(text: str, place: int) -> bool:
    following = text[place + 1 : place + 2]
    if text[place] in "“„「『":
        return bool(following)
    if text[place] == "«":
        return bool(following)
    return bool(_OPENS.search(text[:place])) and bool(following.strip())


def _close(text: str, place: int) -> int:
    """The place of the mark that closes a quotation; -1 if there is none."""
    mark = text[place]
    depth = 0
    for index in range(place + 1, len(text)):
        character = text[index]
        if mark in "“«" and character == mark:
            depth += 1
        elif character in _PAIRS[mark]:
            if mark == "‘" and _APOSTROPHE.match(text[index - 1 : index + 2]):
                continue
            if depth:
                depth -= 1
                continue
            return index
    # Some texts close a curly mark with a straight one.
    return text.find('"', place + 1) if mark == "“" else -1


def quotations(paragraph: str) -> list[Span]:
    """The quotations of a paragraph, in order. Quotations inside another one are part of it."""
    found: list[Span] = []
    place = 0
    while place < len(paragraph):
        if paragraph[place] in _PAIRS and _can_open(paragraph, place):
            end = _close(paragraph, place)
            if end > place:
                found.append(Span(place + 1, end))
                place = end
            elif paragraph[place] not in "‘»":
                found.append(Span(place + 1, len(paragraph), is_closed=False))
                break
        place += 1
    return found
