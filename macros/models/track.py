"""Tracks: mediated channels between the parties."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import IdentifiedRecord, Stated, Text
from macros.models.narrative import Narrative
from macros.models.references import ActorRef, StatementRef
from macros.models.source import Note


class Track(IdentifiedRecord):
    """One mediated channel with its mediator, format and venue."""

    title: Text = Field(description="The title on pages.")
    mediators: tuple[ActorRef, ...] = Field(min_length=1, description="Ids of the actors that mediate.")
    format: Stated = Field(description="Who takes part: leaders, foreign ministers …")
    venue: Stated = Field(description="Where they meet, or a kind of nothing.")
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements about the track as a whole."
    )
    summary: Narrative | None = Field(default=None, description="What it came to, with citations.")
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")
