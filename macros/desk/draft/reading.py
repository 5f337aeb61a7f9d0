"""Reads an article into passages, with what can be guessed of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from macros.desk.draft.article import Article
from macros.desk.draft.dates import dates_in
from macros.desk.draft.facts import doubt_in, edges, numbers_in, short_quotations_in, speech_of
from macros.desk.draft.quotes import Span, quotations
from macros.desk.draft.segmenter import sentences
from macros.desk.draft.speakers import Speaker, listener, words_of_the_day
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


def read(article: Article) -> Reading:
    """Reads an article.

    Args:
        article: The article, with its date.
    """
    issued = date.fromisoformat(article.issued)
    ears = listener(article.language)
    found: list[Sentence] = []
    if article.title:
        starts, ends = edges(article.title)
        found.append(Sentence("headline", article.title, starts, ends))
    for number, paragraph in enumerate(article.paragraphs, start=1):
        for place, (text, spans) in enumerate(_placed(paragraph, sentences(paragraph, article.language)), start=1):
            starts, ends = edges(text)
            dates = dates_in(text, article.language, issued)
            found.append(
                Sentence(
                    address=f"p{number}s{place}",
                    text=text,
                    quotations=tuple(spans),
                    starts=starts,
                    ends=ends,
                    dates=dates,
                    numbers=numbers_in(text, starts, ends, dates),
                    phrases=short_quotations_in(text, spans),
                    doubt=doubt_in(text, article.language),
                    said_on="".join(
                        dates_in(words_of_the_day(text, spans, article.language), article.language, issued)[:1]
                    ),
                    speech=speech_of(text, spans),
                    speakers=ears.heard(text, spans) if ears else (),
                )
            )
    speakers = {id(speaker): speaker for one in found for speaker in one.speakers}
    return Reading(article, tuple(found), tuple(speakers.values()))
