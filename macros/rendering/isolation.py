"""Keeps text that runs from right to left apart from our words around it.

Without this, the bidirectional algorithm (Unicode Standard Annex 9) moves our words and punctuation beside a name in Arabic, or
into its quotation marks. Every value that a template writes passes through `isolated`, so no template can forget one. The text of
a page gets the element for it, `bdi`. Attributes and drawings cannot contain it, so there the characters stay that mean the same.

An isolate takes the direction of its first letter, which can be that of a name in Arabic at the start of our own sentence. So a text
of which most letters run from left to right states its direction.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

_START, _START_FROM_LEFT, _END = "\u2068", "\u2066", "\u2069"
_ELEMENTS = {_START: "<bdi>", _START_FROM_LEFT: '<bdi dir="ltr">', _END: "</bdi>"}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks whose letters run from right to left (Unicode Character Database, DerivedBidiClass)."""
_PARTS = re.compile(rf"<(svg|option)\b.*?</\1>|<[^>]*>|[{''.join(_ELEMENTS)}]", re.DOTALL)
"""What cannot contain the element, and the characters that are left."""
_QUOTED = re.compile("“[^”]*”")
_ADDRESS = re.compile(r'(?<= href=")[^"]*')


def is_foreign(text: str) -> bool:
    """Whether a text, or a part of it, runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_mostly_from_left(text: str) -> bool:
    """Whether most letters of a text run from left to right; what it quotes does not count, for it is isolated by itself."""
    directions = [bidirectional(letter) for letter in _QUOTED.sub("", text)]
    return 2 * directions.count("L") > sum(one in ("L", "R", "AL") for one in directions)


def isolated(value: object) -> object:
    """A value as a template writes it: a text that runs from right to left in isolates, everything else unchanged."""
    # What macros return is `Markup`, a type of its own, with everything in it already isolated.
    if type(value) is str and is_foreign(value):
        return f"{_START_FROM_LEFT if is_mostly_from_left(value) else _START}{value}{_END}"
    return value


def bare(text: str) -> str:
    """A text without isolates."""
    return text.translate(dict.fromkeys(map(ord, _ELEMENTS)))


def _as_element(found: re.Match[str]) -> str:
    part = found.group()
    return _ELEMENTS.get(part) or _ADDRESS.sub(lambda address: bare(address.group()), part)


def with_elements(html: str) -> str:
    """A piece of a page with elements in place of the characters, where elements can stand."""
    return _PARTS.sub(_as_element, html) if _END in html else html
