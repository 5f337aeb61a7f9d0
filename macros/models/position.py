"""Issues, and the positions of actors on them, including silence."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator

from macros.models.base import IdentifiedRecord, Nothing, Record, Slug, Text
from macros.models.references import ActorRef, Ref, StatementRef


class AskedOf(StrEnum):
    """Whom an issue asks. Each of them needs a position, or an explicit kind of nothing."""

    MEDIATORS = "mediators"
    """Each mediator needs a position."""
    PARTIES = "parties"
    """Each party needs a position."""
    PARTIES_ABOUT_MEDIATORS = "parties-about-mediators"
    """Each party needs a position towards each mediator."""


class Issue(IdentifiedRecord):
    """One question on which positions are compared."""

    title: Text = Field(description="The title in tables.")
    question: Text = Field(description="The question in full.")
    asked_of: AskedOf = Field(description="Who is asked: mediators, parties or parties-about-mediators.")


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
    told_by: tuple[ActorRef, ...] = Field(default=(), description="Ids of other actors whose words the statements are.")
    nothing: Nothing | None = Field(
        default=None, description="In place of statements: silent, unknown, none, not-applicable."
    )

    @model_validator(mode="before")
    @classmethod
    def _from_download(cls, value: Any) -> Any:
        """A position without the id that downloads give it. Another id is an unknown field."""
        if isinstance(value, dict) and "id" in value:
            names = [str(value[name]) for name in ("actor", "issue", "toward") if name in value]
            return {name: one for name, one in value.items() if name != "id" or one != "/".join(names)}
        return value
