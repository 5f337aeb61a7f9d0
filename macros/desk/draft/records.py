"""Makes the records of a draft: the source with its passages, stubs of actors, and a stub of a statement for each thing said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from macros.desk.draft.names import free_id, kind_of, known_as, short_of, slug
from macros.desk.draft.reading import Reading, Sentence
from macros.desk.draft.seed_text import Field, Fields, record, with_passages
from macros.desk.draft.speakers import Speaker
from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.naming import has_words
from macros.models.actor import Actor, ActorKind, Part
from macros.models.affiliation import NOT_WRITTEN
from macros.models.fingerprint import Fingerprint
from macros.models.statement import StatementKind

_FEWEST_WORDS_OF_A_SENTENCE = 8
_MOST_WORDS_BEFORE_A_DAY = 4
_ENDS = tuple('.!?…։。！？؟।:;"”»)')


@dataclass
class Draft:
    """The records that a draft adds to a dossier.

    Attributes:
        reading: The article.
        source: Id of its source.
        today: When it was read.
        actors: The actors of the dossier.
        taken: The ids of the dossier.
        ids: The id of each speaker, by the `id()` of the speaker.
        made: The new actors.
        outlet: The id of the publisher, once it is known.
    """

    reading: Reading
    source: str
    today: date
    actors: tuple[Actor, ...] = ()
    taken: set[str] = field(default_factory=set)
    ids: dict[int, str] = field(default_factory=dict)
    made: list[Fields] = field(default_factory=list)
    outlet: str = ""

    @property
    def fingerprint(self) -> Fingerprint:
        """The fingerprint of the article."""
        texts = {one.address: one.text for one in self.reading.sentences}
        return make_fingerprint(self.source, texts, self.reading.article.language)

    def publisher(self) -> str:
        """The id of the publisher, which is added if the dossier does not have it."""
        article = self.reading.article
        name = article.outlet or urlsplit(article.url).hostname or "the publisher"
        if known := self.outlet or known_as(name, self.actors):
            return known
        made = self.outlet = free_id(slug(name, "publisher"), self.taken)
        self.made.append(
            {
                "id": made,
                "kind": ActorKind.INSTITUTION,
                "name": name,
                "short": name,
                "part": Part.OUTLET,
                "guessed": ("name", "short"),
            }
        )
        return made

    def speaker(self, speaker: Speaker) -> str:
        """The id of a speaker, who is added if the dossier does not have one of this name."""
        if id(speaker) not in self.ids:
            known = known_as(speaker.name, self.actors)
            self.ids[id(speaker)] = known or self._added(speaker)
        return self.ids[id(speaker)]

    def _added(self, speaker: Speaker) -> str:
        made = free_id(slug(speaker.name, "speaker"), self.taken)
        roles = (
            ({"title": speaker.role, "during": self.reading.article.issued},)
            if speaker.role and speaker.is_named
            else ()
        )
        guessed = ("kind", "name", "short", *(("roles",) if roles else ()))
        self.made.append(
            {
                "id": made,
                "kind": kind_of(speaker),
                "name": speaker.name,
                "short": short_of(speaker),
                "roles": roles,
                "guessed": guessed,
            }
        )
        return made

    def source_text(self) -> str:
        """The source with its passages, as the text of a seed file."""
        article = self.reading.article
        fields = {
            "title": article.title or "unknown",
            "publisher": self.publisher(),
            "affiliation": NOT_WRITTEN,
            "language": article.language,
            "issued": article.issued,
            "accessed": self.today.isoformat(),
            "url": article.url or "https://address.example/",
            "author": article.author or "unknown",
            "read": "full",
        }
        guessed = ["affiliation"]
        guessed += [key for key in ("title", "url", "author") if not getattr(article, key)]
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
        if reason := reason_to_leave_out(one):
            return {**place, "dates": one.dates, "left_out": reason, "guessed": ("left_out",)}
        printed = fingerprint.passage[one.address]
        numbers = tuple(phrase for phrase in one.numbers if has_words(printed, phrase, fingerprint))
        phrases = tuple(phrase for phrase in one.phrases if has_words(printed, phrase, fingerprint))
        speakers = tuple(map(self.speaker, one.speakers))
        seen: dict[str, Field] = {
            "speech": one.speech or "",
            "voices": ({"by": speakers},) if len(speakers) > 1 else speakers,
            "dates": one.dates,
            "doubt": one.doubt,
        }
        # That nobody but the outlet speaks is a guess too. Without quotation marks, how the outlet gives the words is not.
        guessed = tuple(
            key for key, value in seen.items() if (value or key == "voices") and (key != "speech" or one.quotations)
        )
        return {**place, **seen, "numbers": numbers, "phrases": phrases, "guessed": guessed}

    def statement_text(self, sentences: Iterable[Sentence]) -> str:
        """A stub of a statement for each sentence that says something, as the text of a seed file."""
        return "".join(record(self._stub(one)) for one in sentences if not reason_to_leave_out(one))

    def _stub(self, one: Sentence) -> Fields:
        # Who said it, and how the outlet gives the words, follows from the passage.
        speakers = tuple(map(self.speaker, one.speakers))
        # The day is in no passage, so the chain is written where it has one.
        chain = (
            ({"speaker": speakers if len(speakers) > 1 else speakers[0], "date": one.said_on},)
            if speakers and one.said_on
            else ()
        )
        guessed = [key for key, value in (("chain", chain), ("modality", one.doubt)) if value]
        return {
            "id": free_id(f"{speakers[0] if speakers else self.publisher()}-{one.address}", self.taken),
            "source": self.source,
            "passages": (one.address,),
            "chain": chain,
            "kind": StatementKind.REPORT,
            "modality": one.doubt,
            "says": "",
            "guessed": (*guessed, "kind"),
        }

    def actor_text(self) -> str:
        """The new actors, as the text of a seed file. Call it last: the other texts add actors."""
        return "".join(map(record, self.made))


def reason_to_leave_out(one: Sentence) -> str:
    """Why no statement rests on a sentence, as far as a program can see; empty if one can."""
    if one.address == "headline":
        return "The headline, which sums up the text."
    is_short = len(one.text.split()) < _FEWEST_WORDS_OF_A_SENTENCE
    is_line = one.text.startswith(("- ", "* ", "• ")) or (is_short and not one.text.rstrip().endswith(_ENDS))
    return "A heading, a byline or a link." if is_line and not one.quotations else ""


def source_id(reading: Reading, taken: set[str]) -> str:
    """An id for the source of an article: its publisher and day, or the words of its headline."""
    article = reading.article
    outlet = article.outlet or urlsplit(article.url).hostname or ""
    name = slug(outlet or article.title or reading.sentences[0].text, "article")
    # A few words and the day; eight words of an article would be a sentence that we copied.
    day = f"-{article.issued}" if outlet and article.issued else ""
    return free_id("-".join(name.split("-")[:_MOST_WORDS_BEFORE_A_DAY] if day else [name]) + day, taken)
