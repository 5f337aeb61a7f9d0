"""Issues and the positions that actors take on them, silence included."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Nothing, Record, Slug, Text
from macros.models.references import ActorRef, Ref, StatementRef


class AskedOf(StrEnum):
    """Of whom an issue asks; for each of them a position, or an explicit nothing, must stand."""

    MEDIATORS = "mediators"
    PARTIES = "parties"
    PARTIES_ABOUT_MEDIATORS = "parties-about-mediators"


class Issue(IdentifiedRecord):
    """One question on which positions are compared."""

    title: Text = Field(description="How tables call it.")
    question: Text = Field(description="What it asks.")
    asked_of: AskedOf = Field(description="Who is asked: mediators, parties or parties-about-mediators.")


class Position(Record):
    """One actor's stance on one issue: statements, or one of the four kinds of nothing."""

    actor: Annotated[Slug, Ref("actors", shown_with=True)] = Field(description="Id of the actor whose stance it is.")
    issue: Annotated[Slug, Ref("issues")] = Field(description="Id of the issue.")
    toward: Annotated[Slug, Ref("actors", shown_with=True)] | None = Field(
        default=None, description="Id of the mediator that is judged, where the issue asks that."
    )
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements that make the stance known."
    )
    told_by: tuple[ActorRef, ...] = Field(default=(), description="Ids of others whose words the statements are.")
    nothing: Nothing | None = Field(
        default=None, description="In place of statements: silent, unknown, none, not-applicable."
    )
