"""Finds quotations in our texts."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_WORDS = 25

_QUOTATION = re.compile(r"“([^“”]*)”")


class Quotation(NamedTuple):
    """A quotation, and the text of ours that leads to it.

    Attributes:
        text: The text between the marks.
        before: The text before it, from the start of the sentence or from the quotation before.
        after: The text after it, up to the end of the sentence; None if it is not known.
        joined: The quotations before it that nothing but punctuation separates from it.
    """

    text: str
    before: str = ""
    after: str | None = None
    joined: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"“{self.text}”"

    def following(self, verb: str) -> Quotation:
        """The quotation in what follows a verb, which can deny it: "denied that …"."""
        return self._replace(before=f"{self.before} {verb}".rstrip())


def quotations_in(text: str) -> list[Quotation]:
    """The texts between “ and ”, in order."""
    found: list[Quotation] = []
    pieces = _QUOTATION.split(text)
    for before, quoted, after in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
        is_joined = found and not re.search(r"\w", before)
        joined = (*found[-1].joined, found[-1].text) if is_joined else ()
        rest = re.split(r"[.?!;:]", after)[0]
        found.append(Quotation(quoted, found[-1].before if is_joined else before, rest, joined))
    return found


def parted(text: str) -> list[tuple[bool, str]]:
    """The parts of a text in order, each with whether it is between quotation marks."""
    return [(bool(index % 2), part) for index, part in enumerate(_QUOTATION.split(text)) if part]


def without_quotations(text: str) -> list[str]:
    """The parts of a text that are outside quotation marks."""
    return _QUOTATION.split(text)[::2]
