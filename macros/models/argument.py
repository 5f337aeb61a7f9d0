"""An argument reconstructed: premises, inferences, a conclusion, in Argdown's vocabulary.

Schemes and their critical questions follow Walton, Reed and Macagno, *Argumentation Schemes* (2008), in our
own words.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.source import Note


class Relation(StrEnum):
    """What an inference does to its target."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"


class Answer(StrEnum):
    """How far the argument meets a critical question."""

    ADDRESSED = "addressed"
    PARTLY = "partly"
    NOT_ADDRESSED = "not-addressed"


class CriticalQuestion(IdentifiedRecord):
    """What a careful reader asks of every argument of a scheme."""

    question: Text


class Scheme(IdentifiedRecord):
    """A common pattern of reasoning, with the questions that test it."""

    title: Text
    description: Text
    questions: tuple[CriticalQuestion, ...] = Field(min_length=1)


class QuestionAnswer(Record):
    """Our answer to one critical question, from the dossier alone."""

    question: Slug
    answer: Answer
    because: Text
    statements: tuple[Slug, ...] = Field(default=(), description="Ids of the statements on which the answer rests.")


class Inference(IdentifiedRecord):
    """One step: from premises to a conclusion, or against one."""

    title: Text
    premises: tuple[Slug, ...] = Field(min_length=1, description="Ids of statements or events.")
    relation: Relation = Relation.SUPPORT
    conclusion: Slug = Field(
        description="Id of the statement that is supported or attacked; of the inference that is undercut."
    )
    beside: bool = Field(default=False, description="yes where it stands beside the main line and leads no further.")
    warrant: Text = Field(description="What carries the reader from premises to conclusion, in our words.")
    implicit: bool = Field(default=False, description="yes where the speaker leaves the step unsaid.")
    concedes: tuple[Slug, ...] = ()
    scheme: Slug
    answers: tuple[QuestionAnswer, ...] = ()
    notes: tuple[Note, ...] = ()


class Argument(IdentifiedRecord):
    """One speaker's argument as a whole."""

    title: Text
    speaker: Slug
    gist: tuple[Slug, ...] = Field(min_length=1, max_length=4, description="Ids of the statements that sum it up.")
    weakest: Text = Field(description="Where it is weakest, in our words.")
    conclusion: Slug
    inferences: tuple[Inference, ...] = Field(min_length=1, description="In reading order.")
    notes: tuple[Note, ...] = ()
