"""Makes the records of a draft: the source with its passages, and a stub of a statement for each thing said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from macros.desk.draft.cast import Cast
from macros.desk.draft.names import free_id, slug
from macros.desk.draft.reading import Reading, Sentence
from macros.desk.draft.seed_text import Field, Fields, record, with_passages
from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.naming import has_words
from macros.models.affiliation import NOT_WRITTEN
from macros.models.base import Nothing
from macros.models.fingerprint import Fingerprint
from macros.models.statement import StatementKind

_MOST_WORDS_BEFORE_A_DAY = 4


@dataclass
class Draft:
    """The records that a draft adds to a dossier.

    Attributes:
        reading: The article.
        source: Id of its source.
        today: When it was read.
        cast: The actors.
    """

    reading: Reading
    source: str
    today: date
    cast: Cast

    @property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of the article."""
        texts = {one.address: one.text for one in self.reading.sentences}
        return make_fingerprint(self.source, texts, self.reading.article.language)

    def source_text(self) -> str:
        """The source with its passages, as the text of a seed file."""
        article = self.reading.article
        fields = {
            "title": article.title or Nothing.NONE,
            "publisher": self.cast.publisher(),
            "affiliation": NOT_WRITTEN,
            "language": article.language,
            "issued": article.issued,
            "accessed": self.today.isoformat(),
            "url": article.url or f"https://address.example/{self.source}",
            "author": article.author or "unknown",
            "read": "full",
        }
        guessed = ["affiliation"]
        guessed += [key for key in ("title", "url") if not getattr(article, key)]
        guessed += [key for key in ("author", "issued") if key not in article.given]
        guessed += [] if article.outlet else ["publisher"]
        return with_passages(
            {"id": self.source, **fields, "guessed": tuple(guessed)}, self.passages(self.reading.sentences)
        )

    def passages(self, sentences: Iterable[Sentence]) -> list[Fields]:
        """The fields of the passages of sentences."""
        fingerprint = self.fingerprint
        return [self._passage(one, fingerprint) for one in sentences]

    def _passage(self, one: Sentence, fingerprint: Fingerprint) -> Fields:
        place = {"address": one.address, "starts": one.starts, "ends": one.ends}
        if one.left_out:
            return {**place, "dates": one.dates, "left_out": one.left_out, "guessed": ("left_out", "dates")}
        printed = fingerprint.passage[one.address]
        numbers = tuple(phrase for phrase in one.numbers if has_words(printed, phrase, fingerprint))
        phrases = tuple(phrase for phrase in one.phrases if has_words(printed, phrase, fingerprint))
        speakers = self.cast.speakers_of(one)
        seen: dict[str, Field] = {
            "speech": one.speech or "",
            "voices": ({"by": speakers},) if len(speakers) > 1 else speakers,
            "dates": one.dates,
            "doubt": one.doubt,
        }
        # That nobody but the outlet speaks is a guess too, and that there is no date. Without quotation marks, how the outlet gives
        # the words is not.
        guessed = tuple(
            key
            for key, value in seen.items()
            if (value or key in {"voices", "dates"}) and (key != "speech" or one.quotations)
        )
        return {**place, **seen, "numbers": numbers, "phrases": phrases, "guessed": guessed}

    def statement_text(self, sentences: Iterable[Sentence]) -> str:
        """A stub of a statement for each sentence that says something, as the text of a seed file."""
        return "".join(record(self._stub(one)) for one in sentences if not one.left_out)

    def _stub(self, one: Sentence) -> Fields:
        # Who said it, and how the outlet gives the words, follows from the passage.
        speakers = self.cast.speakers_of(one)
        # The day is in no passage, so the chain is written where it has one.
        chain = (
            ({"speaker": speakers if len(speakers) > 1 else speakers[0], "date": one.said_on},)
            if speakers and one.said_on
            else ()
        )
        guessed = [key for key, value in (("chain", chain), ("modality", one.doubt)) if value]
        return {
            "id": free_id(f"{speakers[0] if speakers else self.cast.publisher()}-{one.address}", self.cast.taken),
            "source": self.source,
            "passages": (one.address,),
            "chain": chain,
            "kind": StatementKind.REPORT,
            "modality": one.doubt,
            "says": "",
            "guessed": (*guessed, "kind"),
        }


def source_id(reading: Reading, taken: set[str]) -> str:
    """An id for the source of an article: its publisher and day, or the words of its headline."""
    article = reading.article
    outlet = article.outlet or urlsplit(article.url).hostname or ""
    first = min(reading.sentences, key=lambda one: bool(one.left_out))
    name = slug(outlet or article.title or first.text, "article")
    # A few words and the day; eight words of an article would be a sentence that we copied.
    day = f"-{article.issued}" if outlet and article.issued else ""
    return free_id("-".join(name.split("-")[:_MOST_WORDS_BEFORE_A_DAY] if day else [name]) + day, taken)
