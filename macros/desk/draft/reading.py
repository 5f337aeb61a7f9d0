"""Reads an article into passages, with what can be guessed of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from macros.desk.draft.article import Article
from macros.desk.draft.asides import HEADLINE, aside
from macros.desk.draft.dates import dates_in
from macros.desk.draft.facts import can_be_written, doubt_in, edges, numbers_in, short_quotations_in, speech_of
from macros.desk.draft.quotes import Span, quotations
from macros.desk.draft.segmenter import sentences
from macros.desk.draft.speakers import Listener, Speaker, listener, words_of_the_day
from macros.evidence.words import plain_words, words_of
from macros.models.voice import Mode


@dataclass(frozen=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        address: The address of its passage.
        text: All of it. It stays in the copy that git ignores.
        quotations: Its quotations.
        starts: Its first words.
        ends: Its last words.
        dates: Its dates.
        numbers: Its numbers, each with the words around it.
        phrases: Its quotations of one or two words, each with the words around it.
        doubt: Its words of doubt.
        speech: How it gives somebody's words; None for the headline.
        said_on: The day on which it was said; empty if the sentence does not say.
        speakers: Who speaks, or who speak together; empty if only the outlet does.
        left_out: Why no statement rests on it, as far as a program can see; empty if one can.
    """

    address: str
    text: str
    starts: str
    ends: str
    quotations: tuple[Span, ...] = ()
    dates: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    doubt: str = ""
    said_on: str = ""
    speech: Mode | None = None
    speakers: tuple[Speaker, ...] = ()
    left_out: str = ""


@dataclass(frozen=True)
class Reading:
    """An article with its sentences, and everybody who speaks in it."""

    article: Article
    sentences: tuple[Sentence, ...]
    speakers: tuple[Speaker, ...] = field(default=())


def _placed(paragraph: str, parts: list[str]) -> list[tuple[str, list[Span]]]:
    """The sentences of a paragraph, each with its part of the quotations of the paragraph."""
    spans = quotations(paragraph)
    placed, begin = [], 0
    for part in parts:
        begin = paragraph.find(part, begin) if part in paragraph[begin:] else begin
        end = begin + len(part)
        inside = [
            Span(max(span.start, begin) - begin, min(span.end, end) - begin, span.is_closed and span.end < end)
            for span in spans
            if span.start < end and span.end > begin
        ]
        placed.append((part, inside))
        begin = end
    return placed


def _said_beside(paragraph: str) -> bool:
    """Whether a comma joins a quotation to the words around it, as in “No”, she said."""
    return re.search(r"""[,][”"»’]|[”"»’],""", paragraph) is not None


@dataclass
class _Reader:
    """Reads the sentences of an article in their order."""

    article: Article
    issued: date
    ears: Listener | None

    def headline(self) -> Iterator[Sentence]:
        if words_of(title := self.article.title):
            yield Sentence("headline", title, *edges(title), left_out=HEADLINE)

    def paragraph(self, number: int, text: str) -> Iterator[Sentence]:
        placed = [one for one in _placed(text, sentences(text, self.article.language)) if words_of(one[0])]
        reason = HEADLINE if plain_words(text) == plain_words(self.article.title) else aside(text, is_said=True)
        heard = [() if reason else self._heard(part, spans) for part, spans in placed]
        is_said = any(heard) or _said_beside(text)
        reason = reason or aside(text, is_said=is_said)
        for place, ((part, spans), speakers) in enumerate(zip(placed, heard, strict=True), start=1):
            sentence = self._sentence(f"p{number}s{place}", part, spans)
            yield replace(sentence, left_out=reason) if reason else replace(sentence, speakers=speakers)

    def _heard(self, text: str, spans: list[Span]) -> tuple[Speaker, ...]:
        found = self.ears.heard(text, spans) if self.ears else ()
        return tuple(one for one in found if can_be_written(f"{one.name} {one.role}"))

    def _sentence(self, address: str, text: str, spans: list[Span]) -> Sentence:
        starts, ends = edges(text)
        language = self.article.language
        dates = dates_in(text, language, self.issued)
        said_on = dates_in(words_of_the_day(text, spans, language), language, self.issued)
        return Sentence(
            address=address,
            text=text,
            quotations=tuple(spans),
            starts=starts,
            ends=ends,
            dates=dates,
            numbers=numbers_in(text, starts, ends, dates),
            phrases=short_quotations_in(text, spans),
            doubt=doubt_in(text, language),
            said_on=next((day for day in said_on if day <= self.article.issued), ""),
            speech=speech_of(text, spans),
        )


def read(article: Article) -> Reading:
    """Reads an article.

    Args:
        article: The article, with its date.
    """
    reader = _Reader(article, date.fromisoformat(article.issued), listener(article.language))
    found = [
        *reader.headline(),
        *(one for number, text in enumerate(article.paragraphs, start=1) for one in reader.paragraph(number, text)),
    ]
    speakers = {id(speaker): speaker for one in found for speaker in one.speakers}
    return Reading(article, tuple(found), tuple(speakers.values()))
