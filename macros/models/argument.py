"""An argument reconstructed: premises, inferences, a conclusion, in Argdown's vocabulary.

Schemes and their critical questions follow Walton, Reed and Macagno, *Argumentation Schemes* (2008), in our
own words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.references import ActorRef, LocalId, Ref, StatementRef
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


QuestionId = Annotated[Slug, LocalId]
"""Two schemes may ask questions of the same name."""


class CriticalQuestion(Record):
    """What a careful reader asks of every argument of a scheme."""

    id: QuestionId = Field(description="Permanent name of the question within its scheme.")
    question: Text = Field(description="The question; in an answer, its id.")


class Scheme(IdentifiedRecord):
    """A common pattern of reasoning, with the questions that test it."""

    title: Text = Field(description="How pages call it.")
    description: Text = Field(description="How one reasons in this way.")
    questions: tuple[CriticalQuestion, ...] = Field(min_length=1, description="What a critical reader asks of it.")


class QuestionAnswer(Record):
    """Our answer to one critical question, from the dossier alone."""

    question: QuestionId = Field(description="The question; in an answer, its id.")
    answer: Answer = Field(description="addressed, partly or not-addressed.")
    because: Text = Field(description="Why we say so.")
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements on which the answer rests."
    )


class Inference(IdentifiedRecord):
    """One step: from premises to a conclusion, or against one."""

    title: Text = Field(description="How pages call it.")
    premises: tuple[Annotated[Slug, Ref("statements", "events")], ...] = Field(
        min_length=1, description="Ids of statements or events."
    )
    relation: Relation = Field(default=Relation.SUPPORT, description="support, attack or undercut.")
    conclusion: Annotated[Slug, Ref("statements", "inferences")] = Field(
        description="Id of the statement that is supported or attacked; of the inference that is undercut."
    )
    beside: bool = Field(default=False, description="yes where it stands beside the main line and leads no further.")
    warrant: Text = Field(description="What carries the reader from premises to conclusion, in our words.")
    implicit: bool = Field(default=False, description="yes where the speaker leaves the step unsaid.")
    concedes: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of statements that it grants to the other side."
    )
    scheme: Annotated[Slug, Ref("schemes")] = Field(description="Id of the scheme of reasoning.")
    answers: tuple[QuestionAnswer, ...] = Field(
        default=(), description="Each critical question of the scheme, with how far it is met."
    )
    notes: tuple[Note, ...] = Field(default=(), description="What the editors add.")

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of everything that the step claims, in reading order: premises, concessions, conclusion."""
        return (*self.premises, *self.concedes, self.conclusion)


class Argument(IdentifiedRecord):
    """One speaker's argument as a whole."""

    title: Text = Field(description="How pages call it.")
    speaker: ActorRef = Field(description="Id of the actor whose argument it is.")
    gist: tuple[StatementRef, ...] = Field(
        min_length=1, max_length=4, description="Ids of the statements that sum it up."
    )
    weakest: Text = Field(description="Where it is weakest, in our words.")
    conclusion: StatementRef = Field(description="Id of what it comes to.")
    inferences: tuple[Inference, ...] = Field(min_length=1, description="In reading order.")
    notes: tuple[Note, ...] = Field(default=(), description="What the editors add.")
