"""The points of an argument: the statements and events that its map and its outline show."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.argument import Argument, Inference
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement


@dataclass(frozen=True)
class Point:
    """A point of an argument: a statement or an event, as the map and the outline show it.

    Attributes:
        statement: The statement; None for an event.
        event: The event; None for a statement.
        speakers: Short names of everybody who says it, the innermost speaker first; empty for an event.
        is_own: Whether the speaker of the argument says it and nobody else is in the chain.
        step: The first step, in reading order, that claims it.
        is_conclusion: Whether it is the conclusion of the whole argument.
    """

    statement: Statement | None
    event: Event | None
    speakers: tuple[str, ...]
    is_own: bool
    step: Inference
    is_conclusion: bool

    @property
    def kind(self) -> str:
        """The kind, which decides the shape of the node."""
        return self.statement.kind if self.statement else "event"

    @property
    def title(self) -> str:
        """The content in a few words."""
        if self.event:
            return self.event.title
        return (self.statement.title or self.statement.says) if self.statement else ""


def points(dossier: Dossier, argument: Argument) -> dict[str, Point]:
    """Every point of an argument by id, in reading order."""
    found: dict[str, Point] = {}
    own = (dossier.actor[argument.speaker].short,)
    for step in argument.inferences:
        for name in step.claims:
            if name in dossier.inference or name in found:
                continue
            statement = dossier.statement.get(name)
            speakers = _speakers(dossier, statement) if statement else ()
            is_conclusion = name == argument.conclusion
            found[name] = Point(statement, dossier.event.get(name), speakers, speakers == own, step, is_conclusion)
    return found


def _speakers(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    levels = [dossier.actor[level.speaker].short for level in reversed(statement.chain)]
    return tuple(levels) or (dossier.actor[dossier.source[statement.source].publisher].short,)
