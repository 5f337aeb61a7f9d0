"""Ids, kinds and short names of the actors that a draft adds."""

from __future__ import annotations

import re
import unicodedata

from pydantic import TypeAdapter, ValidationError

from macros.desk.draft.speakers import Speaker
from macros.models.actor import ActorKind
from macros.models.base import RecordId

_MOST_LETTERS = 50
_MOST_WORDS = 6
"""An id with eight words of an article would be a sentence that we copied."""

_ORGANISATION = re.compile(
    r"(?i)\b(?:ministry|department|agency|office|committee|council|union|party|university|association|administration|operator|house|"
    r"organi[sz]ation|bank|company|institute|cent(?:er|re)|court|police|news|times|press|commission|federation|service|authority|fund|forum)\b"
)
_ID = TypeAdapter(RecordId)


def slug(text: str, otherwise: str) -> str:
    """An id made of a text.

    Args:
        text: The text.
        otherwise: The id for a text without Latin letters and digits.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall("[a-z0-9]+", ascii_text.replace("'", ""))
    made = ""
    for word in words[:_MOST_WORDS]:
        if made and len(made) + len(word) >= _MOST_LETTERS:
            break
        made = f"{made}-{word}" if made else word[:_MOST_LETTERS]
    return made or otherwise


def free_id(wanted: str, taken: set[str]) -> str:
    """An id that no record has and no page uses; it is then taken."""
    # The pages use ids that begin with some words, such as "mark-": no number after them makes a difference.
    first = wanted if _is_id(wanted) else f"a-{wanted}"
    number, found = 1, first
    while found in taken:
        number += 1
        found = f"{first}-{number}"
    taken.add(found)
    return found


def _is_id(text: str) -> bool:
    try:
        _ID.validate_python(text)
    except ValidationError:
        return False
    return True


def kind_of(speaker: Speaker) -> str:
    """The likely kind of a speaker."""
    if not speaker.is_named:
        return ActorKind.UNNAMED
    words = speaker.name.split()
    if speaker.name[:1].islower():
        return ActorKind.GROUP if words[-1].endswith("s") else ActorKind.INSTITUTION
    if _ORGANISATION.search(speaker.name):
        return ActorKind.INSTITUTION
    return ActorKind.PERSON if 1 < len(words) <= 4 else ActorKind.INSTITUTION


def short_of(speaker: Speaker) -> str:
    """How later mentions name a speaker."""
    return speaker.name.split()[-1] if kind_of(speaker) == ActorKind.PERSON else speaker.name
