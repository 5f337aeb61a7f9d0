"""Statements: what somebody said, and through how many speakers it reached the page.

The parts follow PARC (Pareti 2016): the *source* is the chain, the *cue* is the verb, the *content* is `says`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator

from macros.models.base import Guessed, IdentifiedRecord, Record, Slug, Text, Words, derived
from macros.models.date import OnceDate
from macros.models.references import ActorRef, ActorRefs, Ref, SourceRef, Verbatim
from macros.models.source import Note, PassageAddress
from macros.models.verb import Frame, Verb
from macros.models.voice import Mode, Path

FEWEST_WORDS = 4
"""The words that a clause needs at least. A shorter text can occur on a page by chance."""

FEWEST_WORDS_AFTER_A_FRAME = 2
"""The words that are needed after verbs without a clause: *to comment*."""


class StatementKind(StrEnum):
    """The kind of a statement."""

    REPORT = "report"
    """It says what happened or what is so."""
    ASSESSMENT = "assessment"
    """It says what the speaker thinks of something."""
    PREDICTION = "prediction"
    """It says what will happen."""
    COUNTERFACTUAL = "counterfactual"
    """It says what would have happened, or would happen, under another condition."""
    CONCESSION = "concession"
    """It grants something to the other side."""


class Level(Record):
    """One speaker in a chain. The chain goes from the outermost speaker, whom the outlet cites, to the innermost."""

    speaker: ActorRefs = Field(description="Id of the actor who spoke; a list if several said it together.")
    verb: Verb = Field(default=Verb.SAID, description="The verb of saying, which takes no side.")
    to: ActorRef | None = Field(default=None, description="Id of the actor to whom it was said.")
    setting: Text | None = Field(default=None, description="Where it was said, such as: in a post on social media.")
    date: OnceDate | None = Field(
        default=None, description="When it was said. Leave it out if the source does not say."
    )
    date_in_words: Text | None = Field(
        default=None, description="A vague date in the words of the source, as in a sentence: at the end of June."
    )
    implied: bool = Field(default=False, description="yes if the outlet does not name the speaker again.")

    @field_validator("date", mode="before")
    @classmethod
    def _those_who_speak_together_speak_once(cls, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, list) and len(info.data.get("speaker", ())) > 1:
            raise ValueError(
                "what several say together has one date; write a statement for each who spoke on another day"
            )
        return value


class Statement(IdentifiedRecord):
    """One thing that was said. The chain does not list the outlet, which follows from the source."""

    title: Text | None = Field(default=None, description="A short version for argument maps; required in an argument.")
    rewords: Annotated[Slug, Ref("statements", shown_with=True)] | None = Field(
        default=None, description="Id of the statement that this one says in other words."
    )
    source: SourceRef = Field(description="Id of its source.")
    passages: tuple[PassageAddress, ...] = Field(
        min_length=1, description="Addresses of the passages that it is based on."
    )
    chain: tuple[Level, ...] = Field(
        default=(),
        description="Who said it to whom. Left out: the voice of the passages, if they have only one; outer speakers are those of the passages.",
        json_schema_extra=derived,
    )
    mode: Mode = Field(
        default=Mode.INDIRECT,
        description="How the outlet reports the words: direct, indirect or mixed. Left out: as in the passages.",
        json_schema_extra=derived,
    )
    kind: StatementKind = Field(description="report, assessment, prediction, counterfactual or concession.")
    modality: Text | None = Field(default=None, description="The source's words of doubt; says must contain them.")
    modality_about: ActorRef | None = Field(
        default=None,
        description="Id of the actor whose claim the words of doubt concern, if they do not concern the statement itself.",
    )
    says: Words = Field(
        default="",
        description="The content, worded to follow the verb: a clause after 'said that'; 'to …', 'whether …' or 'of …' after other verbs; quotations in “ ”. Until it is written, no page shows the statement.",
    )
    block: Annotated[Text, Verbatim] | None = Field(
        default=None,
        description="A long quotation of 26 to 60 words as published, without marks around it; shown as a block below the sentence.",
    )
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")
    guessed: Guessed = ()

    @property
    def is_finished(self) -> bool:
        """Whether its content is written, and nothing in it is a guess."""
        return bool(self.says) and not self.guessed

    @property
    def way(self) -> tuple[object, ...]:
        """How it reached us: its source, in the text or the headline, and everybody who passed it on, with settings and dates.

        Statements with the same way can be listed below one line that names everybody. Only the verb of the innermost speaker
        may differ within such a list, and only if "said" fits as well: "warned them" is not "told them", and what somebody denied
        is not what that person said.
        """
        levels = ((one.speaker, one.to, one.setting, one.date, one.date_in_words) for one in self.chain)
        verbs = (one.verb for one in self.chain if one.to or one is not self.chain[-1] or not self.fits_said)
        return (self.source, self.is_headline, *levels, *verbs)

    @property
    def path(self) -> Path:
        """Its speakers, from the outermost to the innermost."""
        return tuple(level.speaker for level in self.chain)

    @property
    def frame(self) -> Frame:
        """How `says` follows the verb of the innermost speaker. The outlet itself reports that something is so."""
        return (self.chain[-1].verb.frame_of(self.says) if self.chain else None) or Frame.THAT

    @property
    def fits_said(self) -> bool:
        """Whether "said that" can stand in place of the verb. What somebody denied, asked or refused, nobody said."""
        return self.frame is Frame.THAT and all(level.verb.closes for level in self.chain[-1:])

    @property
    def telling_verb(self) -> str:
        """Its verb if that says more than "said"; otherwise nothing."""
        return "" if self.fits_said else self.chain[-1].verb

    @property
    def after_the_verb(self) -> str:
        """`says` with the word that pages put before it."""
        return f"{Frame.THAT} {self.says}" if self.frame is Frame.THAT else self.says

    @property
    def is_headline(self) -> bool:
        """Whether it rests on a headline alone, whose words are the outlet's."""
        return self.passages == ("headline",)

    @property
    def distance(self) -> int:
        """How many speakers passed it on to us: 1 is the outlet's own word, 2 is second-hand, and so on."""
        return len(self.chain) + 1
