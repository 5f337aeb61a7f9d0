"""Issues, and the positions of actors on them, including silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import ConfigDict, Field, model_validator

from macros.models.actor import Actor, Part
from macros.models.base import IdentifiedRecord, Nothing, Record, Slug, Text, derived
from macros.models.references import ActorRef, Ref, StatementRef


class AskedOf(StrEnum):
    """Whom an issue asks. Who has no position counts as silent."""

    MEDIATORS = "mediators"
    """Each mediator is asked."""
    PARTIES = "parties"
    """Each party is asked."""
    PARTIES_ABOUT_MEDIATORS = "parties-about-mediators"
    """Each party is asked about each mediator with which it has to do."""


class Issue(IdentifiedRecord):
    """One question on which positions are compared."""

    title: Text = Field(description="The title in tables.")
    question: Text = Field(description="The question in full.")
    asked_of: AskedOf = Field(description="Who is asked: mediators, parties or parties-about-mediators.")


class Cell(NamedTuple):
    """A place in the table of positions: who is asked what, and, if the issue asks about mediators, about which one."""

    actor: str
    issue: str
    toward: str | None = None

    @property
    def key(self) -> str:
        """The name under which narrative cites the position."""
        return "/".join(filter(None, self))


def cells_of(issue: Issue, actors: Collection[Actor]) -> Iterator[Cell]:
    """The cells of an issue, in the order of the actors.

    Args:
        issue: The issue.
        actors: All actors.
    """
    mediators = [actor.id for actor in actors if actor.plays(Part.MEDIATOR)]
    parties = [actor.id for actor in actors if actor.plays(Part.PARTY)]
    if issue.asked_of is AskedOf.PARTIES_ABOUT_MEDIATORS:
        # Nobody is asked about himself, although a mediator can be a party too.
        pairs = ((party, mediator) for mediator in mediators for party in parties if party != mediator)
        yield from (Cell(party, issue.id, mediator) for party, mediator in pairs)
    else:
        asked = mediators if issue.asked_of is AskedOf.MEDIATORS else parties
        yield from (Cell(actor, issue.id) for actor in asked)


def _with_id(schema: dict[str, Any]) -> None:
    about = "Only in downloads: actor/issue or actor/issue/toward. Leave it out."
    schema["properties"]["id"] = {"type": "string", "description": about}


class Position(Record):
    """One actor's position on one issue: statements, or one of the four kinds of nothing."""

    model_config = ConfigDict(json_schema_extra=_with_id)

    actor: Annotated[Slug, Ref("actors", shown_with=True)] = Field(description="Id of the actor whose position it is.")
    issue: Annotated[Slug, Ref("issues")] = Field(description="Id of the issue.")
    toward: Annotated[Slug, Ref("actors", shown_with=True)] | None = Field(
        default=None,
        description="Id of the mediator that the position is about, if the issue asks parties about mediators.",
    )
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements that express the position."
    )
    told_by: tuple[ActorRef, ...] = Field(
        default=(),
        description="Ids of other actors whose words the statements are. Left out: those who speak in them.",
        json_schema_extra=derived,
    )
    nothing: Nothing | None = Field(
        default=None, description="In place of statements: silent, unknown, none, not-applicable."
    )

    @property
    def cell(self) -> Cell:
        """Its place in the table of positions."""
        return Cell(self.actor, self.issue, self.toward)

    @model_validator(mode="before")
    @classmethod
    def _from_download(cls, value: Any) -> Any:
        """A position without the id that downloads give it. Another id is an unknown field."""
        if isinstance(value, dict) and "id" in value:
            names = [str(value[name]) for name in ("actor", "issue", "toward") if name in value]
            return {name: one for name, one in value.items() if name != "id" or one != "/".join(names)}
        return value
