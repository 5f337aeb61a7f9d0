"""Issues, and the positions of actors on them, including silence."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Nothing, Record, Slug, Text
from macros.models.references import ActorRef, Ref, StatementRef


class AskedOf(StrEnum):
    """Whom an issue asks. Each of them needs a position, or an explicit kind of nothing."""

    MEDIATORS = "mediators"
    PARTIES = "parties"
    PARTIES_ABOUT_MEDIATORS = "parties-about-mediators"


class Issue(IdentifiedRecord):
    """One question on which positions are compared."""

    title: Text = Field(description="The title in tables.")
    question: Text = Field(description="The question in full.")
    asked_of: AskedOf = Field(description="Who is asked: mediators, parties or parties-about-mediators.")


class Position(Record):
    """One actor's position on one issue: statements, or one of the four kinds of nothing."""

    actor: Annotated[Slug, Ref("actors", shown_with=True)] = Field(description="Id of the actor whose position it is.")
    issue: Annotated[Slug, Ref("issues")] = Field(description="Id of the issue.")
    toward: Annotated[Slug, Ref("actors", shown_with=True)] | None = Field(
        default=None,
        description="Id of the mediator that the position is about, if the issue asks parties about mediators.",
    )
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements that express the position."
    )
    told_by: tuple[ActorRef, ...] = Field(default=(), description="Ids of other actors whose words the statements are.")
    nothing: Nothing | None = Field(
        default=None, description="In place of statements: silent, unknown, none, not-applicable."
    )
