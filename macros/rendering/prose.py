"""Splits the plain text of a record into segments that a template can mark up: quotations, terms and other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import category

from macros.evidence.quotations import parted
from macros.evidence.words import UNSPACED_LETTER
from macros.models.base import IdentifiedRecord
from macros.models.dossier import Dossier
from macros.models.typography import capital_first, folded


class SegmentKind(StrEnum):
    """The kind of a segment."""

    TEXT = "text"
    TERM = "term"
    PLACE = "place"
    NAME = "name"


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

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(segment.text for segment in self.segments)


def _whole(form: str) -> str:
    """A pattern for a form that is not a part of a longer word. Where a script writes no blanks, it can stand anywhere."""
    before = "" if UNSPACED_LETTER.match(form) else r"(?<!\w)"
    after = "" if UNSPACED_LETTER.match(form[-1]) else r"(?!\w)"
    return f"{before}{re.escape(form)}{after}"


class Prose:
    """Splits the texts of one page. Each term is linked only at its first use on the page."""

    def __init__(self, dossier: Dossier) -> None:
        self._records: dict[str, tuple[SegmentKind, IdentifiedRecord]] = {}
        self._places = {place for actor in dossier.actors for place in actor.metonyms}
        for actor in dossier.actors:
            for place in actor.metonyms:
                self._records[folded(place)[0]] = (SegmentKind.PLACE, actor)
        # In the name of a track, the name of a place stands for nobody. Terms are explained there as elsewhere.
        places = [_whole(place) for place in self._records if place]
        for track in dossier.tracks:
            title = folded(track.title)[0].removeprefix("the ")
            if any(re.search(place, title) for place in places):
                self._records[title] = (SegmentKind.NAME, track)
        for term in dossier.terms:
            for form in (term.term, *term.forms):
                self._records[folded(form)[0]] = (SegmentKind.TERM, term)
        # Longest forms first, so that a compound is matched before its parts.
        forms = sorted(filter(None, self._records), key=lambda form: (-len(form), form))
        self._pattern = re.compile("|".join(map(_whole, forms))) if forms else None
        self._linked: set[str] = set()

    def _segments(self, text: str) -> Iterator[Segment]:
        position = 0
        plain, places = folded(text)
        for found in self._pattern.finditer(plain) if self._pattern else ():
            kind, record = self._records[found.group()]
            typed = text[places[found.start()] : places[found.end()]]
            # A letter and the marks on it are one letter: "cafe" is not in "café".
            around = plain[max(found.start() - 1, 0) : found.start()] + plain[found.end() :][:1]
            is_cut = any(category(letter).startswith("M") for letter in around)
            # A name starts with a capital letter, unless it is recorded without. Otherwise, the same letters are a different word.
            is_name = typed in self._places or typed == capital_first(typed)
            is_shown = kind is SegmentKind.NAME or record.id in self._linked
            if is_shown or is_cut or (kind is SegmentKind.PLACE and not is_name):
                continue
            self._linked.add(record.id)
            if places[found.start()] > position:
                yield Segment(SegmentKind.TEXT, text[position : places[found.start()]])
            yield Segment(kind, typed, record)
            position = places[found.end()]
        if position < len(text):
            yield Segment(SegmentKind.TEXT, text[position:])

    def runs(self, text: str) -> list[Run]:
        """Splits a text at its quotation marks (“ ”) and at the terms and place names in it."""
        return [Run(quoted, tuple(self._segments(part))) for quoted, part in parted(text)]
