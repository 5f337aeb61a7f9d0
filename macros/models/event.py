"""Events: what happened, did not happen or was announced, each with its date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, cast

from pydantic import Field, StringConstraints

from macros.models.base import IdentifiedRecord, Nothing, Record, Slug, Stated, Text
from macros.models.date import EdtfDate, HonestDate, OnceDate
from macros.models.part_of_a_time import narrowed
from macros.models.references import ActorRef, Ref, StatementRef
from macros.models.source import Note


class EventKind(StrEnum):
    """The kind of an event."""

    MEETING = "meeting"
    """Two or more actors meet, or were due to meet."""
    HEARING = "hearing"
    """Somebody answers questions in public, such as before a committee."""
    ANNOUNCEMENT = "announcement"
    """Somebody makes something known."""
    MILITARY_OPERATION = "military-operation"
    """Armed forces act."""


class EventStatus(StrEnum):
    """What was known of an event on the dossier's as-of date."""

    HELD = "held"
    """It took place."""
    NOT_HELD = "not-held"
    """It did not take place. If nobody says who called it off, write decliner: silent and ground: silent."""
    DECLINED = "declined"
    """It did not take place, because somebody refused. Enter who in refusals."""
    ANNOUNCED = "announced"
    """It was still to come on the as-of date."""


class Refusal(Record):
    """One actor's refusal to take part."""

    by: ActorRef = Field(description="Id of the actor that declined.")
    date: OnceDate = Field(description="When the actor declined.")
    date_in_words: Text | None = Field(
        default=None, description="A vague date in the words of the source, as in a sentence: at the end of June."
    )
    statement: StatementRef = Field(description="Id of the statement that reports the refusal.")
    ground: Annotated[Nothing | tuple[StatementRef, ...], Field(union_mode="left_to_right")] = Field(
        description="Ids of the statements in which the actor gave its reason, or silent."
    )


class CameoCode(Record):
    """A code of the Conflict and Mediation Event Observations scheme (CAMEO 1.1b3, Schrodt 2012).

    The editors assign the code, and pages label it as such.
    """

    code: Annotated[str, StringConstraints(pattern=r"^\d{2,4}$")] = Field(
        description="The code, two to four digits, in quotation marks."
    )
    label: Text = Field(description="What the code means.")


class Event(IdentifiedRecord):
    """Something with a date. Its status is what was known on the as-of date, never what became known later."""

    title: Text = Field(description="The title on pages.")
    kind: EventKind = Field(description="meeting, hearing, announcement or military-operation.")
    status: EventStatus = Field(
        description="What was known of it on the as-of date: held, not-held, declined or announced."
    )
    date: Annotated[Nothing | EdtfDate, Field(union_mode="left_to_right")] = Field(
        description="When it happened or was due to happen, or silent."
    )
    date_in_words: Text | None = Field(
        default=None, description="A vague date in the words of the source, as in a sentence: at the end of June."
    )
    known_on: OnceDate | None = Field(
        default=None, description="When its status was reported; required if date is silent."
    )
    track: Annotated[Slug, Ref("tracks")] | None = Field(
        default=None, description="Id of the track to which it belongs."
    )
    format: Stated = Field(description="Who met, or a kind of nothing.")
    venue: Stated = Field(description="Where it took place, or a kind of nothing.")
    participants: tuple[ActorRef, ...] = Field(
        default=(), description="Ids of the actors that took part, or were due to take part."
    )
    statements: tuple[StatementRef, ...] = Field(
        min_length=1, description="Ids of the statements that report the event."
    )
    refusals: tuple[Refusal, ...] = Field(default=(), description="Who declined, and for what reason.")
    decliner: Nothing | None = Field(
        default=None, description="If it was not held and the source does not say who declined: silent."
    )
    ground: Nothing | None = Field(
        default=None, description="If it was not held and the source gives no reason: silent."
    )
    readings: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements in which others explain the event."
    )
    cameo: CameoCode | None = Field(default=None, description="Its CAMEO code, if one fits; assigned by the editors.")
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")

    @property
    def told_by(self) -> tuple[str, ...]:
        """Ids of the statements that report the event, including those that report a refusal."""
        return tuple(dict.fromkeys((*self.statements, *(refusal.statement for refusal in self.refusals))))

    @property
    def order_date(self) -> HonestDate:
        """The date by which events are sorted: the event's own date, else the day on which its status was reported."""
        if isinstance(self.date, HonestDate):
            return narrowed(self.date, self.date_in_words)
        # Validation requires `known_on` if there is no date.
        return cast("HonestDate", self.known_on)
