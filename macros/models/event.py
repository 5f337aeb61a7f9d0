"""Events: what happened, fell through or was announced, each with its date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, cast

from pydantic import Field, StringConstraints

from macros.models.base import IdentifiedRecord, Nothing, Record, Slug, Stated, Text
from macros.models.date import EdtfDate, HonestDate
from macros.models.references import ActorRef, Ref, StatementRef
from macros.models.source import Note


class EventKind(StrEnum):
    """What sort of thing an event is."""

    MEETING = "meeting"
    HEARING = "hearing"
    ANNOUNCEMENT = "announcement"
    MILITARY_OPERATION = "military-operation"


class EventStatus(StrEnum):
    """What became of it by the dossier's as-of date."""

    HELD = "held"
    NOT_HELD = "not-held"
    DECLINED = "declined"
    ANNOUNCED = "announced"


class Refusal(Record):
    """One actor's word that it would not come."""

    by: ActorRef = Field(description="Id of the actor that declined.")
    date: EdtfDate = Field(description="When it said so.")
    date_in_words: Text | None = Field(
        default=None, description="The vague wording of the source, as it would stand in a sentence."
    )
    statement: StatementRef = Field(description="Id of the statement that reports the refusal.")
    ground: Annotated[Nothing | tuple[StatementRef, ...], Field(union_mode="left_to_right")] = Field(
        description="Ids of the statements in which it gave its reason, or silent."
    )


class CameoCode(Record):
    """A code of the Conflict and Mediation Event Observations scheme (CAMEO 1.1b3, Schrodt 2012).

    It is our coding and is labelled so wherever it shows.
    """

    code: Annotated[str, StringConstraints(pattern=r"^\d{2,4}$")] = Field(
        description="The code, two to four digits, in quotation marks."
    )
    label: Text = Field(description="What the code stands for.")


class Event(IdentifiedRecord):
    """Something dated. Its status is what is known on the as-of date, never what came later."""

    title: Text = Field(description="How pages call it.")
    kind: EventKind = Field(description="meeting, hearing, announcement or military-operation.")
    status: EventStatus = Field(
        description="What was known of it on the as-of date: held, not-held, declined or announced."
    )
    date: Annotated[Nothing | EdtfDate, Field(union_mode="left_to_right")] = Field(
        description="When it happened or was due, or silent."
    )
    date_in_words: Text | None = Field(
        default=None, description="A vague date as the source puts it: at the end of June."
    )
    known_on: EdtfDate | None = Field(
        default=None, description="When its status was stated; needed where date is silent."
    )
    track: Annotated[Slug, Ref("tracks")] | None = Field(
        default=None, description="Id of the track to which it belongs."
    )
    format: Stated = Field(description="Who met, or which kind of nothing stands there.")
    venue: Stated = Field(description="Where, or which kind of nothing stands there.")
    participants: tuple[ActorRef, ...] = Field(default=(), description="Ids of the actors that took part, or were to.")
    statements: tuple[StatementRef, ...] = Field(min_length=1, description="Ids of the statements that tell of it.")
    refusals: tuple[Refusal, ...] = Field(default=(), description="Who declined, and on what ground.")
    decliner: Nothing | None = Field(default=None, description="Where it fell through and nobody is named: silent.")
    ground: Nothing | None = Field(default=None, description="Where it fell through and no reason is given: silent.")
    readings: tuple[StatementRef, ...] = Field(default=(), description="Ids of statements in which others explain it.")
    cameo: CameoCode | None = Field(default=None, description="Its code in CAMEO, where one fits; our coding.")
    notes: tuple[Note, ...] = Field(default=(), description="What the editors add.")

    @property
    def told_by(self) -> tuple[str, ...]:
        """Ids of the statements that report the event, those that report a refusal included."""
        return tuple(dict.fromkeys((*self.statements, *(refusal.statement for refusal in self.refusals))))

    @property
    def order_date(self) -> HonestDate:
        """The date by which the event is put in order: its own, else the day its status was stated."""
        # Validation demands `known_on` where there is no date.
        return cast("HonestDate", self.date if isinstance(self.date, HonestDate) else self.known_on)
