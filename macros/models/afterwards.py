"""What happened afterwards: later facts that affect a claim, kept separate from what was known on the as-of date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.date import EdtfDate, ExactDay
from macros.models.narrative import LaterNarrative
from macros.models.references import Ref, SourceRef
from macros.models.source import ExcerptQuote


class Bearing(StrEnum):
    """How a later fact affects a claim."""

    SUPPORTS = "supports"
    """It makes the claim more likely."""
    WEAKENS = "weakens"
    """It makes the claim less likely."""
    MIXED = "mixed"
    """It does both."""
    CONTEXT = "context"
    """It does neither, but a reader should know it."""


class LaterFact(IdentifiedRecord):
    """One thing that happened or was said after the as-of date of the dossier."""

    claim: Annotated[Slug, Ref("statements", "inferences")] = Field(
        description="Id of the statement or inference that the fact affects."
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Ids of the sources that report it.")
    relation: Bearing = Field(description="How the fact affects the claim: supports, weakens, mixed, context.")
    date: EdtfDate = Field(description="When it happened or was said.")
    says: Text = Field(description="What the sources report, worded to follow 'reported that'.")
    quotes: tuple[ExcerptQuote, ...] = Field(default=(), description="Short quotations, at most one from each source.")


class ClaimSummary(Record):
    """How one claim turned out."""

    claim: Annotated[Slug, Ref("statements", "inferences")] = Field(
        description="Id of the statement or inference that is the claim."
    )
    summary: LaterNarrative = Field(
        description="How the claim turned out, in one or two neutral sentences, with citations."
    )


class NotFound(Record):
    """Something that we looked for and did not find."""

    sought: Text = Field(description="What we looked for.")
    remark: Text = Field(description="What we saw of it, if anything.")


class Aftermath(Record):
    """The cover of the afterwards layer: its own as-of date and a summary. A dossier has at most one."""

    as_of: ExactDay = Field(description="The day up to which we looked.")
    summary: LaterNarrative | None = Field(
        default=None,
        description="What became of what was announced, then of the claims, in a few paragraphs with citations.",
    )
    claims: tuple[ClaimSummary, ...] = Field(default=(), description="How each claim turned out.")
    not_found: tuple[NotFound, ...] = Field(default=(), description="What we looked for and did not find.")
