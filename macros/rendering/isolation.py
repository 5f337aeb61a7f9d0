"""Keeps text that runs from right to left apart from our words around it.

Without this, the bidirectional algorithm (Unicode Standard Annex 9) moves our words and punctuation beside a name in Arabic, or
into its quotation marks. Every value that a template writes passes through `isolated`, so no template can forget one. The text of
a page gets the element for it, `bdi`. Attributes and drawings cannot contain it, so there the characters stay that mean the same.
"""

from __future__ import annotations

import re

_START, _END = "\u2068", "\u2069"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks whose letters run from right to left (Unicode Character Database, DerivedBidiClass)."""
_PARTS = re.compile(rf"<(svg|option)\b.*?</\1>|<[^>]*>|[{_START}{_END}]", re.DOTALL)
"""What cannot contain the element, and the characters that are left."""
_ADDRESS = re.compile(r'(?<= href=")[^"]*')


def is_foreign(text: str) -> bool:
    """Whether a text, or a part of it, runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def isolated(value: object) -> object:
    """A value as a template writes it: a text that runs from right to left in isolates, everything else unchanged."""
    # What macros return is `Markup`, a type of its own, with everything in it already isolated.
    if type(value) is str and is_foreign(value):
        return f"{_START}{value}{_END}"
    return value


def bare(text: str) -> str:
    """A text without isolates."""
    return text.replace(_START, "").replace(_END, "")


def _as_element(found: re.Match[str]) -> str:
    part = found.group()
    if part in (_START, _END):
        return "<bdi>" if part == _START else "</bdi>"
    return _ADDRESS.sub(lambda address: bare(address.group()), part)


def with_elements(html: str) -> str:
    """A piece of a page with elements in place of the characters, where elements can stand."""
    return _PARTS.sub(_as_element, html) if _START in html else html
