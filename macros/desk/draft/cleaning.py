"""Cleans what a file says about an article, so that a seed file can hold it."""

from __future__ import annotations

from macros.desk.draft.dates import day_in
from macros.desk.draft.facts import can_be_written
from macros.evidence.words import plain_words
from macros.models.base import Nothing
from macros.models.characters import unseen_in


def seen(text: str) -> str:
    """A text on one line without characters that readers cannot see."""
    for character, _, _ in list(unseen_in(text)):
        text = text.replace(character, "")
    return " ".join(text.split())


def name_or_nothing(text: str) -> str:
    """A name or a headline; empty if a seed file cannot hold it, or if it would mean there that there is none."""
    name = seen(text)
    return name if can_be_written(name) and name not in set(Nothing) else ""


def headline(title: str, outlet: str) -> str:
    """A title of HTML without the name of the outlet, or a date, behind its last dash or bar."""
    before, _, last = next(
        (title.rpartition(sign) for sign in (" | ", " – ", " — ", " - ") if sign in title), ("", "", title)
    )
    is_outlet = "".join(plain_words(last)) in "".join(plain_words(outlet))
    return headline(before, outlet) if before and (is_outlet or day_in(last)) else title
