"""Actors: the people, groups, institutions and states of a dossier, each with the roles it has at a date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import Guessed, IdentifiedRecord, Record, Text
from macros.models.date import EdtfDate, HonestDate, is_certainly_after
from macros.models.narrative import Narrative
from macros.models.references import ActorRef, Name
from macros.models.source import Note


class ActorKind(StrEnum):
    """The kind of an actor."""

    PERSON = "person"
    """One human being."""
    GROUP = "group"
    """Several people without an institution of their own."""
    INSTITUTION = "institution"
    """An office, an organisation, an outlet."""
    STATE = "state"
    """A country."""


class Part(StrEnum):
    """The part that an actor plays in the dossier. Each party and each mediator has its own page."""

    PARTY = "party"
    """It is a side of the dispute, and has a page."""
    MEDIATOR = "mediator"
    """It mediates or offers to, and has a page."""
    EXPERT = "expert"
    """It explains the dispute."""
    OUTLET = "outlet"
    """It publishes."""
    OTHER = "other"
    """None of these."""


class Role(Record):
    """The role of an actor at a date, worded to follow a name: "president of …"."""

    title: Annotated[Text, Name] = Field(
        description="The role as written after the name, with its article if it needs one."
    )
    during: EdtfDate = Field(description="The days on which, according to the source, the actor had the role.")

    def holds_on(self, day: HonestDate) -> bool:
        """Whether the actor may have had the role on any day that the date can mean."""
        return not (is_certainly_after(self.during, day) or is_certainly_after(day, self.during))


class Actor(IdentifiedRecord):
    """A person, group, institution or state."""

    kind: ActorKind = Field(description="person, group, institution or state.")
    name: Annotated[Text, Name] = Field(description="The name in a sentence at first mention.")
    short: Annotated[Text, Name] = Field(description="The name in a sentence at later mentions.")
    part: Part = Field(default=Part.OTHER, description="party, mediator, expert, outlet or other.")
    of: ActorRef | None = Field(default=None, description="Id of the actor that this one speaks for.")
    roles: tuple[Role, ...] = Field(default=(), description="Its roles, each with its dates.")
    metonyms: tuple[Annotated[Text, Name], ...] = Field(
        default=(), description="Place names that are used for this actor."
    )
    spellings: tuple[Annotated[Text, Name], ...] = Field(
        default=(), description="Other spellings that readers may search for."
    )
    summary: Narrative | None = Field(
        default=None, description="For a mediator or a party: what it says, does and wants, with citations."
    )
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")
    guessed: Guessed = ()

    def role_on(self, day: HonestDate) -> Role | None:
        """The first role that the actor may have had on the given day."""
        return next((role for role in self.roles if role.holds_on(day)), None)
