"""Actors: the persons, institutions and states of a dossier, with roles that hold at a date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Text
from macros.models.date import EdtfDate, HonestDate, is_certainly_after
from macros.models.references import ActorRef, Verbatim
from macros.models.source import Note


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    GROUP = "group"
    INSTITUTION = "institution"
    STATE = "state"


class Part(StrEnum):
    """The part an actor plays in the dossier; parties and mediators have pages of their own."""

    PARTY = "party"
    MEDIATOR = "mediator"
    EXPERT = "expert"
    OUTLET = "outlet"
    OTHER = "other"


class Role(Record):
    """What an actor was at a date, in words that can follow a name: "president of …"."""

    title: Annotated[Text, Verbatim] = Field(
        description="In apposition after the name, with its article if it takes one."
    )
    during: EdtfDate = Field(description="The days for which the source vouches for the role.")

    def holds_on(self, day: HonestDate) -> bool:
        """Whether the role may have held on some day that the date can mean."""
        return not (is_certainly_after(self.during, day) or is_certainly_after(day, self.during))


class Actor(IdentifiedRecord):
    """A person, group, institution or state."""

    kind: ActorKind = Field(description="person, group, institution or state.")
    name: Annotated[Text, Verbatim] = Field(description="As it stands in a sentence at first mention.")
    short: Annotated[Text, Verbatim] = Field(description="As it stands in a sentence at later mentions.")
    part: Part = Field(default=Part.OTHER, description="party, mediator, expert, outlet or other.")
    of: ActorRef | None = Field(default=None, description="Id of the actor for which this one speaks.")
    roles: tuple[Role, ...] = Field(default=(), description="Its offices, each with the time in which it held.")
    metonyms: tuple[Annotated[Text, Verbatim], ...] = Field(
        default=(), description="Names of places that stand for this actor."
    )
    spellings: tuple[Annotated[Text, Verbatim], ...] = Field(
        default=(), description="Other spellings under which readers may search."
    )
    notes: tuple[Note, ...] = Field(default=(), description="What the editors add.")

    def role_on(self, day: HonestDate) -> Role | None:
        """The first role that holds on the given day."""
        return next((role for role in self.roles if role.holds_on(day)), None)
