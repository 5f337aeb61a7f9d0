"""Checks: what other sources say of the facts and claims of the base layer, up to the as-of date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.date import EdtfDate
from macros.models.references import Ref, SourceRef, StatementRef
from macros.models.source import ExcerptQuote


class CheckRelation(StrEnum):
    """How what other sources say stands to the base source."""

    CORROBORATES = "corroborates"
    ADDS_PRECISION = "adds-precision"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Check(IdentifiedRecord):
    """One thing that one or more other sources report about a statement or an event. It overwrites nothing."""

    target: Annotated[Slug, Ref("statements", "events")] = Field(
        description="Id of the statement or event that it is held against."
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Ids of the sources that carry it.")
    relation: CheckRelation = Field(
        description="How it stands to the base source: corroborates, adds-precision, contradicts, context."
    )
    date: EdtfDate = Field(description="When it happened or was said.")
    dating: EdtfDate | None = Field(default=None, description="A date for the target that is closer than the base's.")
    says: Text = Field(description="What they report, so worded that it can follow 'reported that'.")
    quotes: tuple[ExcerptQuote, ...] = Field(default=(), description="Short fragments, one a source at most.")


class Version(Record):
    """One side of a disagreement: statements of the base layer, or other sources and what they say."""

    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements, where the base source says it."
    )
    sources: tuple[SourceRef, ...] = Field(default=(), description="Ids of the other sources that say it.")
    says: Text | None = Field(default=None, description="What the sources say, so worded that it can follow 'that'.")


class Disagreement(IdentifiedRecord):
    """A question on which the sources do not agree, with one even-handed sentence of ours."""

    topic: Text = Field(description="The question on which they differ.")
    about: tuple[Annotated[Slug, Ref("statements", "events")], ...] = Field(
        min_length=1, description="Ids of the statements or events in question."
    )
    versions: tuple[Version, ...] = Field(min_length=2, description="Who says what; two sides at least.")
    assessment: Text = Field(description="One sentence of ours; it takes no side.")
