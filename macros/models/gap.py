"""Gaps: what the sources do not say, and what nobody has established."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.models.base import IdentifiedRecord, Nothing, Slug, Text
from macros.models.references import Ref, StatementRef


class Gap(IdentifiedRecord):
    """One open question."""

    question: Text = Field(description="What is not known.")
    nothing: Literal[Nothing.SILENT, Nothing.UNKNOWN] = Field(description="silent or unknown.")
    remark: Text = Field(description="What can still be said about it, in our own words.")
    about: tuple[Annotated[Slug, Ref("tracks", "events", "actors")], ...] = Field(
        default=(), description="Ids of the tracks, events or actors that it concerns; their pages show it."
    )
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements that come closest to an answer."
    )
