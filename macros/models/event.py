"""Events: what happened, did not happen or was announced, each with its date."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, cast

from pydantic import Field, StringConstraints, model_validator

from macros.models.base import IdentifiedRecord, Nothing, Record, Slug, Stated, Text, derived
from macros.models.date import EdtfDate, Form, HonestDate, OnceDate
from macros.models.event_kind import CALLED_OFF, OPEN, STATUSES, EventKind, EventStatus
from macros.models.part_of_a_time import narrowed
from macros.models.references import ActorRef, Ref, StatementRef
from macros.models.source import Note


class Refusal(Record):
    """One actor's refusal to take part."""

    by: ActorRef = Field(description="Id of the actor that declined.")
    date: OnceDate = Field(description="When the actor declined.")
    date_in_words: Text | None = Field(
        default=None, description="A vague date in the words of the source, as in a sentence: at the end of June."
    )
    statement: StatementRef = Field(description="Id of the statement that reports the refusal.")
    ground: Annotated[Nothing | tuple[StatementRef, ...], Field(union_mode="left_to_right")] = Field(
        default=Nothing.SILENT, description="Ids of the statements in which the actor gave its reason, or silent."
    )


class CameoCode(Record):
    """A code of the Conflict and Mediation Event Observations scheme (CAMEO 1.1b3, Schrodt 2012).

    The editors assign the code, and pages label it as such.
    """

    code: Annotated[str, StringConstraints(pattern=r"^\d{2,4}$")] = Field(
        description="The code, two to four digits, in quotation marks."
    )
    label: Text = Field(description="What the code means.")


class Stage(Record):
    """What became of an agreement or a ceasefire later: a status, since when, and who says so."""

    status: EventStatus = Field(
        description="What it became: initialled, signed, in-force, suspended, breached or ended."
    )
    date: Annotated[Nothing | OnceDate, Field(union_mode="left_to_right")] = Field(
        description="When it became so, or silent."
    )
    date_in_words: Text | None = Field(
        default=None, description="A vague date in the words of the source, as in a sentence: at the end of June."
    )
    statements: tuple[StatementRef, ...] = Field(min_length=1, description="Ids of the statements that say so.")


class Event(IdentifiedRecord):
    """Something with a date. Its status is what was known on the as-of date, never what became known later."""

    title: Text = Field(description="The title on pages.")
    kind: EventKind = Field(description=f"{', '.join([*EventKind][:-1])} or {[*EventKind][-1]}.")
    status: Annotated[Nothing | EventStatus, Field(union_mode="left_to_right")] = Field(
        description="What was known of it on the as-of date: one of the statuses of its kind, or silent if its day has "
        "passed and the source does not say what came of it."
    )
    date: Annotated[Nothing | EdtfDate, Field(union_mode="left_to_right")] = Field(
        default=Nothing.SILENT,
        json_schema_extra=derived,
        description="When it happened or was due to happen, or silent; by default the date that its only statement names.",
    )
    date_in_words: Text | None = Field(
        default=None, description="A vague date in the words of the source, as in a sentence: at the end of June."
    )
    repeats: Text | None = Field(
        default=None, description="If it happens again and again within its date, how often, in words: every Tuesday."
    )
    postponed_to: EdtfDate | None = Field(
        default=None, description="If it was postponed, the new date, if one is given."
    )
    known_on: OnceDate | None = Field(
        default=None,
        description="If it has no date, when its status was reported; by default the first day on which a statement reported it.",
    )
    track: Annotated[Slug, Ref("tracks")] | None = Field(
        default=None, description="Id of the track to which it belongs."
    )
    series: Text | None = Field(
        default=None, description="The series to which it belongs, as after *of*: the harbour talks."
    )
    round: Annotated[int, Field(ge=1)] | None = Field(default=None, description="Its number in the series.")
    format: Stated = Field(default=Nothing.SILENT, description="Who met, or a kind of nothing.")
    venue: Stated = Field(default=Nothing.SILENT, description="Where it took place, or a kind of nothing.")
    participants: tuple[ActorRef, ...] = Field(
        default=(), description="Ids of the actors that took part, or were due to take part."
    )
    statements: tuple[StatementRef, ...] = Field(
        min_length=1, description="Ids of the statements that report the event."
    )
    refusals: tuple[Refusal, ...] = Field(default=(), description="Who declined, and for what reason.")
    decliner: Nothing | None = Field(
        default=None,
        description="If it did not take place and nobody is said to have declined: silent, which is the default, or unknown.",
    )
    ground: Nothing | None = Field(
        default=None,
        description="If it did not take place and no reason is given: silent, which is the default, or unknown.",
    )
    stages: tuple[Stage, ...] = Field(
        default=(), description="What became of an agreement or a ceasefire after this status, in order of time."
    )
    violates: Annotated[Slug, Ref("events")] | None = Field(
        default=None, description="Id of the agreement or ceasefire that a violation breaks."
    )
    readings: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements in which others explain the event."
    )
    cameo: CameoCode | None = Field(default=None, description="Its CAMEO code, if one fits; assigned by the editors.")
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")

    @model_validator(mode="before")
    @classmethod
    def _silent_unless_recorded(cls, values: Any) -> Any:
        """Nobody is said to have called off what did not take place, unless the editor recorded who."""
        if not isinstance(values, dict) or values.get("refusals"):
            return values
        if not any(status == values.get("status") for status in CALLED_OFF):
            return values
        if not any(kind == values.get("kind") for kind in EventKind if EventStatus.DECLINED in STATUSES[kind]):
            return values
        return {"decliner": Nothing.SILENT, "ground": Nothing.SILENT} | values

    @property
    def can_be_declined(self) -> bool:
        """Whether somebody can keep an event of its kind from taking place."""
        return EventStatus.DECLINED in STATUSES[self.kind]

    @property
    def can_lie_ahead(self) -> bool:
        """Whether it was still to come on the as-of date, as far as its status says."""
        return self.status in OPEN

    @property
    def told_by(self) -> tuple[str, ...]:
        """Ids of the statements that report the event, including those that report a refusal or a later stage."""
        others = (*(one.statement for one in self.refusals), *(name for one in self.stages for name in one.statements))
        return tuple(dict.fromkeys((*self.statements, *others)))

    @property
    def latest_status(self) -> EventStatus | Nothing:
        """What was known of it on the as-of date: the status of its last stage, if it has stages."""
        return self.stages[-1].status if self.stages else self.status

    @property
    def order_date(self) -> HonestDate:
        """The date by which events are sorted: the event's own date, else the day on which its status was reported."""
        if not isinstance(self.date, HonestDate):
            # Validation requires `known_on` if there is no date.
            return cast("HonestDate", self.known_on)
        if self.repeats and self.date.form is Form.ONE:
            # What repeats in May lasts all May; it is not on an unknown day of it.
            return replace(self.date, form=Form.SPAN)
        return narrowed(self.date, self.date_in_words)
