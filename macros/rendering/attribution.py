"""Who said it, and through whom: the only module that composes attributions.

The first time that a page names a speaker, it gives the full name and the role; after that, it gives the short name.
The record of a statement lists every level of the chain. This module passes all levels to the template, and the template
names all of them, so an editor cannot lose one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from macros.evidence.cue_words import ENGLISH
from macros.models.actor import Actor
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.source import Note, Passage, Source
from macros.models.statement import Level, Statement
from macros.models.typography import together
from macros.models.verb import Verb
from macros.models.voice import Mode, Path

_NEEDS_ITS_SPEAKER = re.compile(
    rf"(?<!\w)(?:{ENGLISH.he}|him|them|{ENGLISH.his}|{ENGLISH.it}|{ENGLISH.its})(?!\w)|;|(?<!\w)(?:and|but|or|nor) that(?!\w)",
    re.IGNORECASE,
)
"""Content that cannot stand in front of its speaker: a pronoun would have no name before it, and a second "that" no verb."""


@dataclass(frozen=True)
class Mention:
    """One place on a page that names an actor.

    Attributes:
        actor: The actor.
        name: The full name at the first mention, the short name later.
        role: The title of the actor's role on the date, or what the source says of somebody whom it does not name; at the first
            mention only.
        is_first: Whether this is the first mention on the page.
    """

    actor: Actor
    name: str
    role: str | None
    is_first: bool


@dataclass(frozen=True)
class Voice:
    """One level of a chain, with the mentions of its speakers, who said it together, and of the actor who was spoken to."""

    level: Level
    speakers: tuple[Mention, ...]
    to: Mention | None

    @property
    def names(self) -> str:
        """The short names of the speakers."""
        return together([one.actor.short for one in self.speakers])


@dataclass(frozen=True)
class Attributed:
    """A statement with everybody who passed it on.

    Attributes:
        statement: The statement.
        innermost: The speaker whose words they are; None if the outlet itself is the speaker.
        between: The speakers between the innermost one and the outlet, from the inside out.
        outlet: The publisher.
        source: The source of the statement.
        passages: The passages on which the statement rests.
        notes: The editors' notes on the statement and its passages that the page has not shown yet.
        continues: Whether this statement and the previous one on the page have the same speaker and no other levels.
        number: The number of statements that the page has shown, including this one.
        is_first: Whether the page shows this statement for the first time. If so, its permanent anchor is here.
        new_words: The words of its mark that the page has not used before: its distance, and how the outlet reports it.
    """

    statement: Statement
    innermost: Voice | None
    between: tuple[Voice, ...]
    outlet: Mention
    source: Source
    passages: tuple[Passage, ...]
    notes: tuple[Note, ...]
    continues: bool
    number: int
    is_first: bool
    new_words: frozenset[int | Mode]

    @property
    def outward(self) -> tuple[Voice, ...]:
        """Every speaker except the outlet, from the outermost to the innermost."""
        return (*reversed(self.between), *([self.innermost] if self.innermost else []))

    @property
    def comes_first(self) -> bool:
        """Whether the sentence starts with the content, for variety, because the previous one has the same speaker."""
        level = self.innermost.level if self.innermost and self.continues else None
        if level is None or level.setting or level.date or level.date_in_words:
            return False
        return self.statement.fits_said and not _NEEDS_ITS_SPEAKER.search(self.statement.says)


@dataclass(frozen=True)
class Group:
    """Consecutive statements that reached us in the same way, so one line can name everybody for all of them."""

    members: tuple[Attributed, ...]

    @property
    def first(self) -> Attributed:
        """The first statement. Its mentions are those of the line above the list."""
        return self.members[0]

    @property
    def verb(self) -> Verb:
        """The verb of the line: that of the statements if they all have the same, otherwise the one that fits them all."""
        verbs = {one.statement.chain[-1].verb for one in self.members if one.statement.chain}  # the outlet has none
        return verbs.pop() if len(verbs) == 1 else Verb.SAID


@dataclass(frozen=True)
class LongQuotation:
    """A long quotation, and the short names of its speakers by level, without the outlet, the innermost first."""

    text: str
    speakers: tuple[tuple[str, ...], ...]


class Attribution:
    """Composes the attributions on one page, in the order in which the page shows the statements."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._mentioned: set[str] = set()
        self._last_speakers: Path = ()
        self._shown: list[str] = []
        self._noted: set[Note] = set()
        self._explained: set[int | Mode] = set()
        self._quoted: set[str] = set()

    def mention(self, actor_id: str, day: HonestDate | None = None) -> Mention:
        """Names an actor: with the full name the first time, with the short name after that."""
        actor = self._dossier.actor[actor_id]
        is_first = actor_id not in self._mentioned
        self._mentioned.add(actor_id)
        role = actor.role_on(day or self._dossier.cover.as_of)
        title = role.title if role else actor.described
        return Mention(actor, actor.name if is_first else actor.short, title if is_first else None, is_first)

    def _voice(self, level: Level) -> Voice:
        speakers = tuple(self.mention(name, level.date) for name in level.speaker)
        return Voice(level, speakers, self.mention(level.to, level.date) if level.to else None)

    def of(self, statement: Statement | str) -> Attributed:
        """Composes the attribution of a statement, given as a record or by id."""
        if isinstance(statement, str):
            statement = self._dossier.statement[statement]
        source = self._dossier.source[statement.source]
        speakers = statement.path
        continues = len(speakers) == 1 and speakers == self._last_speakers
        # In the order in which the sentence names them, so that the first mention gets the full name.
        voices = [self._voice(level) for level in reversed(statement.chain)]
        self._last_speakers = speakers
        is_first = statement.id not in self._shown
        self._shown.append(statement.id)
        passages = tuple(self._dossier.passage(source.id, address) for address in statement.passages)
        words: set[int | Mode] = {statement.distance}
        # How the outlet reports words says nothing about its own words.
        new_words = frozenset((words | {statement.mode} if voices else words) - self._explained)
        self._explained |= new_words
        return Attributed(
            statement=statement,
            innermost=voices[0] if voices else None,
            between=tuple(voices[1:]),
            outlet=self.mention(source.publisher, source.issued),
            source=source,
            passages=passages,
            notes=self.fresh((*statement.notes, *(note for passage in passages for note in passage.notes))),
            continues=continues,
            number=len(self._shown),
            is_first=is_first,
            new_words=new_words,
        )

    def fresh(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """The notes that the page has not shown yet. From now on they count as shown."""
        found = tuple(note for note in dict.fromkeys(notes) if note not in self._noted)
        self._noted.update(found)
        return found

    def long_quotation(self, said: Attributed) -> LongQuotation | None:
        """The long quotation of a statement, if it has one and the page has not shown it yet. From now on it counts as shown."""
        statement = said.statement
        if not statement.block or statement.id in self._quoted:
            return None
        self._quoted.add(statement.id)
        levels = self._dossier.levels(statement)[:-1]
        names = tuple(tuple(self._dossier.actor[name].short for name in together) for together in levels)
        return LongQuotation(statement.block, names)

    def groups(self, statements: Iterable[Statement | str]) -> Iterator[Group]:
        """Groups consecutive statements that reached us in the same way, and composes their attributions."""
        records = (self._dossier.statement[one] if isinstance(one, str) else one for one in statements)
        for _, alike in groupby(records, key=lambda one: one.way):
            yield Group(tuple(self.of(one) for one in alike))
