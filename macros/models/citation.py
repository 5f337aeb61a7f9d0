"""Citations in narrative, in the syntax of Pandoc: `[@id; @id]`."""

from __future__ import annotations

import re
from collections.abc import Iterator

CITATION = re.compile(r"\s*\[(@[^\[\]]*)\]")
NEGATION = "negation"
"""After an id and a comma: the editor has compared the negation of the segment with the record."""
ITEM = re.compile(rf"@([a-z0-9]+(?:[-/][a-z0-9]+)*)(?:,\s*({NEGATION}))?")


def cited_in(text: str) -> Iterator[str]:
    """The ids that a narrative cites; items that are not well-formed are left out."""
    for group in CITATION.findall(text):
        yield from (match[1] for match in map(ITEM.fullmatch, map(str.strip, group.split(";"))) if match)


def without_citations(text: str) -> str:
    """A narrative as a reader sees it."""
    return CITATION.sub("", text)
