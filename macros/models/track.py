"""Tracks: mediated channels between the parties."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Nothing, Record, Stated, Text
from macros.models.date import OnceDate
from macros.models.narrative import Narrative
from macros.models.references import ActorRef, StatementRef
from macros.models.source import Note


class State(StrEnum):
    """The state of a track from a date on."""

    NOT_BEGUN = "not-begun"
    """It was agreed or proposed, and nobody has met."""
    ACTIVE = "active"
    """It is under way."""
    SUSPENDED = "suspended"
    """It was broken off or paused, and may go on."""
    RESUMED = "resumed"
    """It goes on after it was suspended."""
    CONCLUDED = "concluded"
    """It came to its end, with or without a result."""

    @property
    def next(self) -> tuple[State, ...]:
        """The states that can follow this one."""
        return _NEXT[self]


_NEXT = {
    State.NOT_BEGUN: (State.ACTIVE, State.CONCLUDED),
    State.ACTIVE: (State.SUSPENDED, State.CONCLUDED),
    State.SUSPENDED: (State.RESUMED, State.CONCLUDED),
    State.RESUMED: (State.SUSPENDED, State.CONCLUDED),
    State.CONCLUDED: (State.ACTIVE,),
}


class TrackState(Record):
    """A state that a track came to, and who says so."""

    state: State = Field(description="active, suspended, resumed, concluded or not-begun.")
    date: Annotated[Nothing | OnceDate, Field(union_mode="left_to_right")] = Field(
        description="When it came to this state, or silent."
    )
    date_in_words: Text | None = Field(
        default=None, description="A vague date in the words of the source, as in a sentence: at the end of June."
    )
    statements: tuple[StatementRef, ...] = Field(min_length=1, description="Ids of the statements that say so.")


class Track(IdentifiedRecord):
    """One mediated channel with its mediators, format, venue and state."""

    title: Text = Field(description="The title on pages.")
    mediators: tuple[ActorRef, ...] = Field(min_length=1, description="Ids of the actors that mediate.")
    format: Stated = Field(default=Nothing.SILENT, description="Who takes part: leaders, foreign ministers …")
    venue: Stated = Field(default=Nothing.SILENT, description="Where they meet, or a kind of nothing.")
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements about the track as a whole."
    )
    states: tuple[TrackState, ...] = Field(
        default=(), description="The states that it came to, in order of time; the last one holds on the as-of date."
    )
    summary: Narrative | None = Field(default=None, description="What it came to, with citations.")
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")
