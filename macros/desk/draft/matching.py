"""Finds the source that a dossier has for an article, and its passages in a new state of the article, by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.desk.draft.article import Article
from macros.desk.draft.reading import Sentence
from macros.evidence.words import words_of
from macros.models.base import Nothing
from macros.models.source import Passage, Source

_ALIKE = 0.6
"""Sentences that share this part of their words are the same one in other words."""


def same_source(article: Article, sources: tuple[Source, ...]) -> Source | None:
    """The source that the dossier already has for an article: one with its address, its headline, or else its first words."""
    for source in sources:
        if (article.url and source.url == article.url) or (article.title and source.title == article.title):
            return source
    return None if article.title else next((one for one in sources if _begins_alike(article, one)), None)


def _begins_alike(article: Article, source: Source) -> bool:
    first = [_words(one.starts) for one in source.passages[:1] if isinstance(source.title, Nothing)]
    return bool(first) and _words(article.paragraphs[0])[: len(first[0])] == first[0]


@dataclass(frozen=True)
class Match:
    """A sentence of the article as it is now.

    Attributes:
        sentence: The sentence.
        before: The address of its passage in the dossier; None if it is new.
        is_changed: Whether its words differ from those that the dossier was made from.
    """

    sentence: Sentence
    before: str | None = None
    is_changed: bool = False


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.normal for word in words_of(text))


def matches(passages: Sequence[Passage], texts: dict[str, str], sentences: Sequence[Sentence]) -> tuple[Match, ...]:
    """Each sentence of the article with the passage that it was.

    Args:
        passages: The passages of the dossier.
        texts: The old text of each passage by its address. Without it, first and last words are compared.
        sentences: The sentences of the article as it is now.
    """
    old = {one.address: _words(texts.get(one.address) or f"{one.starts} {one.ends}") for one in passages}
    new = [_words(one.text if texts else f"{one.starts} {one.ends}") for one in sentences]
    found: dict[int, tuple[str, bool]] = {}
    left = dict(old)
    for is_same_place in (True, False):
        for number, words in enumerate(new):
            places = [sentences[number].address] if is_same_place else list(left)
            same = next((address for address in places if left.get(address) == words), None)
            if number not in found and same is not None:
                found[number] = same, False
                del left[same]
    for number, words in enumerate(new):
        if number not in found and left:
            ratio, address = max(
                (SequenceMatcher(None, words, one, autojunk=False).ratio(), a) for a, one in left.items()
            )
            if ratio >= _ALIKE:
                found[number] = address, True
                del left[address]
    return tuple(Match(one, *found.get(number, (None, False))) for number, one in enumerate(sentences))
