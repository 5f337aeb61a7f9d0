"""The points of an argument: the statements, events and unstated claims that its map and its outline show."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.argument import Argument, Unstated
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement
from macros.models.typography import together


@dataclass(frozen=True)
class Point:
    """A point of an argument: a statement, an event or an unstated claim, as the map and the outline show it.

    Attributes:
        record: The record of the point.
        speakers: Short names of everybody who says it, the innermost speaker first; empty if it is no statement.
        is_own: Whether the speaker of the argument says it and nobody else is in the chain.
        anchor: Where the page shows it: the first step, in reading order, that claims it, or what it excludes.
        is_conclusion: Whether it is the conclusion of the whole argument.
    """

    record: Statement | Event | Unstated
    speakers: tuple[str, ...]
    is_own: bool
    anchor: str
    is_conclusion: bool

    @property
    def kind(self) -> str:
        """The kind, which decides the shape of the node."""
        if isinstance(self.record, Statement):
            return self.record.kind
        return "event" if isinstance(self.record, Event) else "unstated"

    @property
    def title(self) -> str:
        """The content in a few words."""
        return self.record.title or (self.record.says if isinstance(self.record, Statement) else "")


def points(dossier: Dossier, argument: Argument) -> dict[str, Point]:
    """Every point of an argument by id, in reading order."""
    found: dict[str, Point] = {}
    own = (dossier.actor[argument.speaker].short,)
    for name in argument.claims:
        record = dossier.statement.get(name) or dossier.event.get(name) or dossier.unstated[name]
        speakers = _speakers(dossier, record) if isinstance(record, Statement) else ()
        anchor = next(
            (step.id for step in argument.inferences if name in step.claims), f"section-exclusions-{argument.id}"
        )
        found[name] = Point(record, speakers, speakers == own, anchor, name == argument.conclusion)
    return found


def _speakers(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    levels = dossier.levels(statement)
    return tuple(together([dossier.actor[name].short for name in level]) for level in levels[:-1] or levels)
