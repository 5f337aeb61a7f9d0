"""Actors: the people, groups, institutions and states of a dossier, each with the roles it has at a date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from macros.models.base import Guessed, IdentifiedRecord, Record, Text
from macros.models.date import EdtfDate, HonestDate, is_certainly_after
from macros.models.narrative import Narrative
from macros.models.references import ActorRef, Name, listed
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
    UNNAMED = "unnamed"
    """Somebody whom the source does not name: "two diplomats", "circles close to the government"."""


class Part(StrEnum):
    """A part that an actor plays in the dossier. Each party and each mediator has its own page."""

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


def _make_sense(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    if twice := next((part for part in parts if parts.count(part) > 1), None):
        raise ValueError(f"'{twice}' is listed twice")
    if Part.OTHER in parts[1:] or (parts[1:] and Part.OTHER in parts):
        raise ValueError("'other' means none of the parts; remove it, or the others")
    return parts


Parts = Annotated[
    tuple[Part, ...],
    Field(min_length=1),
    BeforeValidator(listed, json_schema_input_type=Part | tuple[Part, ...]),
    AfterValidator(_make_sense),
]
"""One part, or a list of parts. The value is always a tuple."""


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

    kind: ActorKind = Field(description="person, group, institution, state or unnamed.")
    name: Annotated[Text, Name] = Field(description="The name in a sentence at first mention.")
    short: Annotated[Text, Name] = Field(description="The name in a sentence at later mentions.")
    part: Parts = Field(
        default=(Part.OTHER,),
        description="party, mediator, expert, outlet or other; a list, the main part first, if it has several: [mediator, party].",
    )
    of: ActorRef | None = Field(default=None, description="Id of the actor that this one speaks for.")
    roles: tuple[Role, ...] = Field(default=(), description="Its roles, each with its dates.")
    described: Annotated[Text, Name] | None = Field(
        default=None,
        description="For an unnamed actor: what the source says about them, worded to follow the name, such as: who took part in the talks.",
    )
    members: tuple[ActorRef, ...] = Field(default=(), description="For a group: ids of those who belong to it.")
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

    def plays(self, part: Part) -> bool:
        """Whether the actor has a part, alone or beside others."""
        return part in self.part

    @property
    def is_unnamed(self) -> bool:
        """Whether the source does not name the actor."""
        return self.kind is ActorKind.UNNAMED

    def role_on(self, day: HonestDate) -> Role | None:
        """The first role that the actor may have had on the given day."""
        return next((role for role in self.roles if role.holds_on(day)), None)
