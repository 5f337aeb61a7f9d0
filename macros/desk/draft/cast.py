"""Who publishes an article and who speaks in it, each once: actors of the dossier, or stubs of new ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from macros.desk.draft.article import Article
from macros.desk.draft.names import free_id, kind_of, short_of, slug
from macros.desk.draft.reading import Sentence
from macros.desk.draft.seed_text import Fields, record
from macros.desk.draft.speakers import Speaker
from macros.evidence.copying import LONGEST_RUN
from macros.evidence.words import amount, plain_words, words_of
from macros.models.actor import Actor, ActorKind, Part

_THE_SOURCE = re.compile(r"(?i)(?:the|this|that|a|its|their)\s(?:report|article|story|paper|source)s?")
"""What narrative calls the source itself. An actor of this name would speak wherever the dossier speaks of its source."""


class Cast:
    """Finds the actors of an article in a dossier, and makes those that it lacks.

    Attributes:
        taken: The ids that are in use.
        made: The new actors.
        outlet: The id of the publisher; empty as long as nobody asked for it.
    """

    def __init__(self, article: Article, actors: Iterable[Actor], taken: set[str]) -> None:
        """Makes nothing yet.

        Args:
            article: The article.
            actors: The actors of the dossier.
            taken: The ids of the dossier.
        """
        self.taken = taken
        self.made: list[Fields] = []
        self.outlet = ""
        self._article = article
        self._ids = {_bare(name): one.id for one in actors for name in (one.name, one.short, *one.spellings)}

    def publisher(self) -> str:
        """The id of the publisher, which is added if the dossier does not have it."""
        article = self._article
        name = article.outlet or urlsplit(article.url).hostname or "the publisher"
        self.outlet = self.outlet or self._ids.get(_bare(name), "")
        if not self.outlet:
            rest: Fields = {"short": name, "part": Part.OUTLET, "guessed": ("name", "short")}
            self.outlet = self._added(slug(name, "publisher"), ActorKind.INSTITUTION, name, rest)
        return self.outlet

    def speakers_of(self, one: Sentence) -> tuple[str, ...]:
        """Who speaks in a sentence, each once. That the outlet speaks too is never written."""
        publisher = self.publisher()
        names = (self._speaker(speaker) for speaker in one.speakers if not _THE_SOURCE.fullmatch(speaker.name))
        return tuple(dict.fromkeys(name for name in names if name != publisher))

    def _speaker(self, speaker: Speaker) -> str:
        if known := self._ids.get(_bare(speaker.name)):
            return known
        has_role = speaker.role and speaker.is_named
        # A long role beside the name is a sentence that we copied, so it is left to write.
        is_short = amount(words_of(f"{speaker.name} {speaker.role}")) <= LONGEST_RUN
        # Since when somebody has a role, the article does not say; it holds when the words were said, which was earlier.
        roles = ({"title": speaker.role, "during": f"/{self._article.issued}"},) if has_role and is_short else ()
        guessed = ("kind", "name", "short", *(("roles",) if has_role else ()))
        rest: Fields = {"short": short_of(speaker), "roles": roles, "guessed": guessed}
        return self._added(slug(speaker.name, "speaker"), kind_of(speaker), speaker.name, rest)

    def _added(self, wanted: str, kind: str, name: str, rest: Fields) -> str:
        made = self._ids[_bare(name)] = free_id(wanted, self.taken)
        self.made.append({"id": made, "kind": kind, "name": name, **rest})
        return made

    def text(self) -> str:
        """The new actors, as the text of a seed file. Call it last: the other texts add actors."""
        return "".join(map(record, self.made))


def _bare(name: str) -> str:
    """A name without what makes no difference between names, as the checks compare them."""
    return " ".join(plain_words(name))
