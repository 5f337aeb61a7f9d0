"""Narrative: prose that an editor wrote, in which each clause cites the records that prove it.

The syntax of a citation is that of Pandoc: `[@id; @id]`. A *segment* is the text up to a citation, from the start of the
sentence or from the citation before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import AfterValidator

from macros.models.base import Paragraphs
from macros.models.citation import CITATION, ITEM, NEGATION, without_citations
from macros.models.references import Cites
from macros.models.typography import capital_first

_ENDS = re.compile(r"(?:[.!…۔।][”’)*_]*\s+|[。！](?:[”’」』)*_]*\s+)?)(?=[“‘「『(\[*#]*(\w))")
"""The end of a sentence, if a capital letter or a digit follows. A question asserts nothing; the answer after it is cited."""
_ABBREVIATION = re.compile(r"(?:(?:^|[\s.“(])[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|No|vs|Prof|Sen|Rep))$")
"""What stands before a point that ends no sentence: an initial, or a title."""
_IN_QUOTATION = re.compile(r"“[^”]*”")
_CLOSES = re.compile(r"[”’」』)）]*[.!?。．！？؟۔।]")
_TRAILING = re.compile(r"[”’」』)）,.;:!?，、。．；：！？،؛؟۔।]*")


@dataclass(frozen=True)
class Citation:
    """One record that a segment cites; `is_negation_checked` is the editor's confirmation."""

    name: str
    is_negation_checked: bool = False


@dataclass(frozen=True)
class Segment:
    """A clause with its citations.

    Attributes:
        text: The words, without the punctuation that follows the citation.
        citations: The cited records; empty if the editor forgot the citation.
        after: The punctuation that follows the citation.
        is_last: Whether the sentence ends here.
    """

    text: str
    citations: tuple[Citation, ...]
    after: str
    is_last: bool


Paragraph = tuple[Segment, ...]


def _items(group: str) -> tuple[Citation, ...]:
    found = []
    for item in group.split(";"):
        match = ITEM.fullmatch(item.strip())
        if not match:
            raise ValueError(
                f"'[{group}]' is not a citation; write [@id], [@id; @id], or [@id, {NEGATION}] to confirm a negation"
            )
        found.append(Citation(match[1], match[2] is not None))
    return tuple(found)


def _sentence_ends(text: str) -> Iterator[int]:
    for found in _ENDS.finditer(text):
        is_quoted = text.count("“", 0, found.end()) > text.count("”", 0, found.end())
        # Some scripts have no capitals.
        begins = capital_first(found[1]) == found[1] and not is_quoted
        if begins and not (text[found.start()] == "." and _ABBREVIATION.search(text[: found.start()])):
            yield found.end()


def _paragraph(text: str) -> Iterator[Segment]:
    position = 0
    for found in CITATION.finditer(text):
        clause = text[position : found.start()]
        # Each sentence that ends before the last one in this stretch has no citation.
        start = 0
        for end in _sentence_ends(clause):
            yield Segment(clause[start:end].strip(), (), "", is_last=True)
            start = end
        trailing = _TRAILING.match(text, found.end())
        after = trailing.group() if trailing else ""
        yield Segment(clause[start:].strip(), _items(found[1]), after, is_last=bool(_CLOSES.match(after)))
        position = found.end() + len(after)
    if rest := text[position:].strip():
        yield Segment(rest, (), "", is_last=True)


@cache
def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a narrative: each line is one. In a folded YAML text (`>-`), a blank line starts a paragraph.

    Raises:
        ValueError: A citation is not well-formed.
    """
    return tuple(tuple(_paragraph(line)) for line in text.splitlines() if line.strip())


def _well_formed(text: str) -> str:
    paragraphs_of(text)
    left = _IN_QUOTATION.sub("", without_citations(text))
    if stray := re.search(r"\S*@\S*", left):
        raise ValueError(f"'{stray.group()}' is not a citation; write [@id] or [@id; @id]")
    hidden = next((one for one in text if unicodedata.category(one) in {"Cf", "Cc"} and one != "\n"), None)
    if hidden:
        raise ValueError(f"an invisible character (U+{ord(hidden):04X}) is in the text; remove it")
    return text


_Prose = Annotated[Paragraphs, AfterValidator(_well_formed)]

_OF_THE_BASE = ("statements", "events", "gaps", "positions")

Narrative = Annotated[_Prose, Cites(*_OF_THE_BASE)]
"""Prose of the base layer."""

OtherNarrative = Annotated[_Prose, Cites(*_OF_THE_BASE, "checks")]
"""Prose of the layer of other sources."""

CITABLE = (*_OF_THE_BASE, "checks", "later_facts")
"""The kinds of record that a narrative can cite."""

LaterNarrative = Annotated[_Prose, Cites(*CITABLE)]
"""Prose about what came afterwards."""
