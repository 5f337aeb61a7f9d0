"""What came afterwards: later facts that bear on a claim, kept apart from all that was known on the as-of date."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.date import EdtfDate
from macros.models.references import Ref, SourceRef
from macros.models.source import ExcerptQuote


class Bearing(StrEnum):
    """What a later fact does to a claim."""

    SUPPORTS = "supports"
    WEAKENS = "weakens"
    MIXED = "mixed"
    CONTEXT = "context"


class LaterFact(IdentifiedRecord):
    """One thing that happened or was said after the dossier closed."""

    claim: Annotated[Slug, Ref("statements", "inferences")] = Field(
        description="Id of the statement or inference of an argument on which it bears."
    )
    sources: tuple[SourceRef, ...] = Field(min_length=1, description="Ids of the sources that report it.")
    relation: Bearing = Field(description="What it does to the claim: supports, weakens, mixed, context.")
    date: EdtfDate = Field(description="When it happened or was said.")
    says: Text = Field(description="What they report, so worded that it can follow 'reported that'.")
    quotes: tuple[ExcerptQuote, ...] = Field(default=(), description="Short fragments, one a source at most.")


class ClaimSummary(Record):
    """How one claim fared, in our words."""

    claim: Annotated[Slug, Ref("statements", "inferences")] = Field(
        description="Id of the statement that is the claim."
    )
    summary: Text = Field(description="How it fared, in one or two neutral sentences of ours.")


class NotFound(Record):
    """What we looked for and did not find."""

    sought: Text = Field(description="What we looked for.")
    remark: Text = Field(description="What was seen of it, if anything.")


class Aftermath(Record):
    """The cover of this layer: its own as-of date, a summary, and what was not found. A dossier has one or none."""

    as_of: EdtfDate = Field(description="The day up to which we looked.")
    summary: tuple[Text, ...] = Field(min_length=1, description="Paragraphs of ours.")
    claims: tuple[ClaimSummary, ...] = Field(default=(), description="How each claim fared.")
    not_found: tuple[NotFound, ...] = Field(default=(), description="What was looked for and not found.")
