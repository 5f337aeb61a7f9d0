"""Statements: what somebody said, and through how many mouths it reached the page.

The parts follow PARC (Pareti 2016): the *source* is the chain, the *cue* is the verb, the *content* is `says`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.date import EdtfDate
from macros.models.references import ActorRef, Ref, SourceRef
from macros.models.source import Mode, Note, PassageAddress


class StatementKind(StrEnum):
    """What sort of saying it is."""

    REPORT = "report"
    ASSESSMENT = "assessment"
    PREDICTION = "prediction"
    COUNTERFACTUAL = "counterfactual"
    CONCESSION = "concession"


class Verb(StrEnum):
    """Cues in our own voice. None of them takes a side, whatever verb the source chose."""

    SAID = "said"
    STATED = "stated"
    WROTE = "wrote"
    ARGUED = "argued"
    PREDICTED = "predicted"
    CONCEDED = "conceded"
    COMPLAINED = "complained"
    WARNED = "warned"
    EXPLAINED = "explained"
    STRESSED = "stressed"


class Level(Record):
    """One speaker in a chain, from the outermost (whom the outlet cites) to the innermost."""

    speaker: ActorRef = Field(description="Id of the actor who spoke.")
    verb: Verb = Field(description="How it was said, in a word that takes no side.")
    to: ActorRef | None = Field(default=None, description="Id of the actor to whom it was said.")
    setting: Text | None = Field(default=None, description="Where it was said, as 'in a post on social media'.")
    date: EdtfDate | None = Field(default=None, description="When it was said; leave out where the source is silent.")
    date_in_words: Text | None = Field(
        default=None, description="The vague wording of the source, as it would stand in a sentence."
    )
    implied: bool = Field(default=False, description="yes where the outlet does not name the speaker again.")


class Statement(IdentifiedRecord):
    """One thing said. The outlet is not listed in the chain: it follows from the source and cannot be dropped."""

    title: Text | None = Field(
        default=None, description="What it says in a few words, for maps; needed in an argument."
    )
    rewords: Annotated[Slug, Ref("statements", shown_with=True)] | None = Field(
        default=None, description="Id of the statement that this one puts in other words."
    )
    source: SourceRef = Field(description="Id of the source in which it stands.")
    passages: tuple[PassageAddress, ...] = Field(
        min_length=1, description="Addresses of the passages on which it rests."
    )
    chain: tuple[Level, ...] = Field(
        default=(), description="Who said it to whom; empty where the outlet speaks itself."
    )
    mode: Mode = Field(description="How the outlet gives the words: direct, indirect or mixed.")
    kind: StatementKind = Field(description="report, assessment, prediction, counterfactual or concession.")
    modality: Text | None = Field(default=None, description="The source's word of doubt, which must stand in says.")
    says: Text = Field(description="The content, so worded that it can follow 'said that'; quotations in “ ”.")
    notes: tuple[Note, ...] = Field(default=(), description="What the editors add.")

    @property
    def distance(self) -> int:
        """Through how many mouths it reached us: 1 is the outlet's own word, 2 is second-hand, and so on."""
        return len(self.chain) + 1
