"""Who said it, through whom: the one place where attribution is composed.

A speaker is introduced in full (name and office) where a page first names it, and by the short name later.
The record of a statement lists every level; this module hands all of them to the template, which names
all of them, so that none can be lost in editing.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.source import Passage, Source
from macros.models.statement import Level, Statement


@dataclass(frozen=True)
class Mention:
    """One naming of an actor on a page.

    Attributes:
        actor: The actor.
        name: The full name at first mention, the short one later.
        role: The office at the date, at first mention only.
        is_first: Whether the page has not named the actor before.
    """

    actor: Actor
    name: str
    role: str | None
    is_first: bool


@dataclass(frozen=True)
class Voice:
    """One level of a chain, with the mention that introduces its speaker."""

    level: Level
    speaker: Mention
    to: Mention | None


@dataclass(frozen=True)
class Attributed:
    """A statement with everybody through whom it reached the page.

    Attributes:
        statement: The statement.
        innermost: Whose words they are; None where the outlet speaks itself.
        between: The speakers between it and the outlet, innermost first.
        outlet: Who published it.
        source: The document.
        passages: The passages on which the statement rests.
        continues: Whether the statement before it on the page was by the same single speaker.
        number: How many statements the page has shown, this one included.
        is_first: Whether the page has not shown this statement before; its permanent anchor stands here.
    """

    statement: Statement
    innermost: Voice | None
    between: tuple[Voice, ...]
    outlet: Mention
    source: Source
    passages: tuple[Passage, ...]
    continues: bool
    number: int
    is_first: bool

    @property
    def outward(self) -> tuple[Voice, ...]:
        """Every speaker but the outlet, from the outermost to the innermost."""
        return (*reversed(self.between), *([self.innermost] if self.innermost else []))

    @property
    def has_notes(self) -> bool:
        """Whether an editor has something to add about the statement or its passages."""
        return bool(self.statement.notes) or any(passage.notes for passage in self.passages)


class Attribution:
    """Composes the attribution of the statements of one page, in the order in which they are shown."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._met: set[str] = set()
        self._last: tuple[str, ...] = ()
        self._shown: list[str] = []

    def mention(self, actor_id: str, day: HonestDate | None = None) -> Mention:
        """Names an actor: in full the first time, in short afterwards."""
        actor = self._dossier.actor[actor_id]
        is_first = actor_id not in self._met
        self._met.add(actor_id)
        role = actor.role_on(day or self._dossier.cover.as_of) if is_first else None
        return Mention(actor, actor.name if is_first else actor.short, role.title if role else None, is_first)

    def _voice(self, level: Level) -> Voice:
        speaker = self.mention(level.speaker, level.date)
        return Voice(level, speaker, self.mention(level.to) if level.to else None)

    def of(self, statement: Statement | str) -> Attributed:
        """Composes the attribution of a statement, given as record or id."""
        if isinstance(statement, str):
            statement = self._dossier.statement[statement]
        source = self._dossier.source[statement.source]
        speakers = tuple(level.speaker for level in statement.chain)
        continues = len(speakers) == 1 and speakers == self._last
        # In the order in which the sentence names them, so that the first naming is the full one.
        voices = [self._voice(level) for level in reversed(statement.chain)]
        self._last = speakers
        is_first = statement.id not in self._shown
        self._shown.append(statement.id)
        return Attributed(
            statement=statement,
            innermost=voices[0] if voices else None,
            between=tuple(voices[1:]),
            outlet=self.mention(source.publisher, source.issued),
            source=source,
            passages=tuple(self._dossier.passage(source.id, address) for address in statement.passages),
            continues=continues,
            number=len(self._shown),
            is_first=is_first,
        )
