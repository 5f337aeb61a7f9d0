"""Checks: what other sources say about the facts and claims of the base layer, up to the as-of date; and where accounts differ."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.date import EdtfDate
from macros.models.references import Ref, SourceRef, StatementRef
from macros.models.source import ExcerptQuote


class CheckRelation(StrEnum):
    """How the report of other sources relates to the base source."""

    CORROBORATES = "corroborates"
    """They report the same."""
    ADDS_PRECISION = "adds-precision"
    """They report the same, with a detail that the base source lacks."""
    CONTRADICTS = "contradicts"
    """They report something that cannot be true as well."""
    CONTEXT = "context"
    """They report something beside it that a reader should know."""


class Check(IdentifiedRecord):
    """What one or more other sources report about a statement or an event. It replaces nothing in the base layer."""

    target: Annotated[Slug, Ref("statements", "events")] = Field(
        description="Id of the statement or event that is checked."
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Ids of the sources that report it.")
    relation: CheckRelation = Field(
        description="How the report relates to the base source: corroborates, adds-precision, contradicts, context."
    )
    date: EdtfDate = Field(description="When it happened or was said.")
    dating: EdtfDate | None = Field(
        default=None, description="A date for the target that is more precise than that of the base source."
    )
    says: Text = Field(description="What the sources report, worded to follow 'reported that'.")
    quotes: tuple[ExcerptQuote, ...] = Field(default=(), description="Short quotations, at most one from each source.")


class Version(Record):
    """One side of a disagreement: statements of the base layer, or other sources and what they say."""

    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements, if the base sources say it."
    )
    sources: tuple[SourceRef, ...] = Field(default=(), description="Ids of the other sources that say it.")
    says: Text | None = Field(default=None, description="What the other sources say, worded to follow 'that'.")


class Disagreement(IdentifiedRecord):
    """A question on which accounts differ, with one neutral sentence of ours.

    If no version is that of another source, those whom the base sources quote disagree among themselves. Then the question
    belongs to the base layer.
    """

    topic: Text = Field(description="The question on which the sources disagree.")
    about: tuple[Annotated[Slug, Ref("statements", "events")], ...] = Field(
        min_length=1, description="Ids of the statements or events that the question is about."
    )
    versions: tuple[Version, ...] = Field(min_length=2, description="Who says what; at least two versions.")
    assessment: Text = Field(description="One sentence of ours that takes no side.")

    @property
    def is_within_base(self) -> bool:
        """Whether sources of the base layer differ among themselves, so that no other source takes a side."""
        return not any(version.sources for version in self.versions)
