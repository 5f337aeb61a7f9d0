"""Plain text of a record to segments that a template can mark up: quotations, glossary terms, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.evidence.quotations import parted
from macros.models.base import IdentifiedRecord
from macros.models.dossier import Dossier


class SegmentKind(StrEnum):
    """What a segment is."""

    TEXT = "text"
    TERM = "term"
    PLACE = "place"


@dataclass(frozen=True)
class Segment:
    """A run of text; `record` is the term or actor that a reader may look up."""

    kind: SegmentKind
    text: str
    record: IdentifiedRecord | None = None


@dataclass(frozen=True)
class Run:
    """Segments that stand together inside or outside quotation marks."""

    quoted: bool
    segments: tuple[Segment, ...]


class Prose:
    """Splits the texts of one page; each term is linked only where the page first uses it."""

    def __init__(self, dossier: Dossier) -> None:
        self._records: dict[str, tuple[SegmentKind, IdentifiedRecord]] = {}
        for actor in dossier.actors:
            for place in actor.metonyms:
                self._records[place.casefold()] = (SegmentKind.PLACE, actor)
        for term in dossier.terms:
            for form in (term.term, *term.forms):
                self._records[form.casefold()] = (SegmentKind.TERM, term)
        # The longest form first, so that a compound wins over its parts.
        forms = sorted(self._records, key=lambda form: (-len(form), form))
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE) if forms else None
        )
        self._linked: set[str] = set()

    def _segments(self, text: str) -> Iterator[Segment]:
        position = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            kind, record = self._records[found.group().casefold()]
            # A metonym is a name and begins with a capital; the same letters in small are another word.
            if record.id in self._linked or (kind is SegmentKind.PLACE and not found.group()[0].isupper()):
                continue
            self._linked.add(record.id)
            if found.start() > position:
                yield Segment(SegmentKind.TEXT, text[position : found.start()])
            yield Segment(kind, found.group(), record)
            position = found.end()
        if position < len(text):
            yield Segment(SegmentKind.TEXT, text[position:])

    def runs(self, text: str) -> list[Run]:
        """Splits a text at its quotation marks (“ ”) and at the terms it uses."""
        return [Run(quoted, tuple(self._segments(part))) for quoted, part in parted(text)]
