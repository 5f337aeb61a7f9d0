"""Splits the plain text of a record into segments that a template can mark up: quotations, terms and other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.evidence.quotations import parted
from macros.models.base import IdentifiedRecord
from macros.models.dossier import Dossier


class SegmentKind(StrEnum):
    """The kind of a segment."""

    TEXT = "text"
    TERM = "term"
    PLACE = "place"


@dataclass(frozen=True)
class Segment:
    """A piece of text; `record` is the term or actor to which the template links it, if any."""

    kind: SegmentKind
    text: str
    record: IdentifiedRecord | None = None


@dataclass(frozen=True)
class Run:
    """Consecutive segments that are all inside, or all outside, quotation marks."""

    quoted: bool
    segments: tuple[Segment, ...]


class Prose:
    """Splits the texts of one page. Each term is linked only at its first use on the page."""

    def __init__(self, dossier: Dossier) -> None:
        self._records: dict[str, tuple[SegmentKind, IdentifiedRecord]] = {}
        for actor in dossier.actors:
            for place in actor.metonyms:
                self._records[place.casefold()] = (SegmentKind.PLACE, actor)
        for term in dossier.terms:
            for form in (term.term, *term.forms):
                self._records[form.casefold()] = (SegmentKind.TERM, term)
        # Longest forms first, so that a compound is matched before its parts.
        forms = sorted(self._records, key=lambda form: (-len(form), form))
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE) if forms else None
        )
        self._linked: set[str] = set()

    def _segments(self, text: str) -> Iterator[Segment]:
        position = 0
        for found in self._pattern.finditer(text) if self._pattern else ():
            kind, record = self._records[found.group().casefold()]
            # A metonym is a name, so it starts with a capital letter. In lower case, the same letters are a different word.
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
        """Splits a text at its quotation marks (“ ”) and at the terms and place names in it."""
        return [Run(quoted, tuple(self._segments(part))) for quoted, part in parted(text)]
