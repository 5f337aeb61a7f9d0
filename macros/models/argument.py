"""A reconstructed argument: premises, inferences and a conclusion, in the terms of Argdown.

Schemes and their critical questions follow Walton, Reed and Macagno, *Argumentation Schemes* (2008), in our
own words.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import combinations
from typing import Annotated

from pydantic import Field

from macros.models.base import IdentifiedRecord, Record, Slug, Text
from macros.models.narrative import Narrative
from macros.models.references import ActorRef, LocalId, Ref, StatementRef
from macros.models.source import Note


class Relation(StrEnum):
    """How an inference relates to its target."""

    SUPPORT = "support"
    """It speaks for the conclusion."""
    ATTACK = "attack"
    """It speaks against the conclusion."""
    UNDERCUT = "undercut"
    """It casts doubt on another step, not on what that step concludes."""


class Exclusion(StrEnum):
    """How claims exclude each other, in the terms of the square of opposition."""

    CONTRARY = "contrary"
    """At most one of them is true."""
    CONTRADICTORY = "contradictory"
    """Exactly one of the two is true."""


class Answer(StrEnum):
    """How far the argument answers a critical question."""

    ADDRESSED = "addressed"
    """The argument answers the question."""
    PARTLY = "partly"
    """The argument answers a part of the question."""
    NOT_ADDRESSED = "not-addressed"
    """The argument does not answer the question."""


QuestionId = Annotated[Slug, LocalId]
"""The id of a critical question. Questions of two schemes may have the same id."""


class CriticalQuestion(Record):
    """A question that a careful reader asks about every argument that follows a scheme."""

    id: QuestionId = Field(description="Permanent name of the question within its scheme.")
    question: Text = Field(description="The question.")


class Scheme(IdentifiedRecord):
    """A common pattern of reasoning, with the questions that test it."""

    title: Text = Field(description="The title on pages.")
    description: Text = Field(description="How this kind of reasoning works.")
    questions: tuple[CriticalQuestion, ...] = Field(
        min_length=1, description="The questions that a critical reader asks."
    )


class QuestionAnswer(Record):
    """Our answer to one critical question, from the dossier alone."""

    question: QuestionId = Field(description="Id of the critical question.")
    answer: Answer = Field(description="addressed, partly or not-addressed.")
    because: Text = Field(description="The reason for our answer.")
    statements: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements that the answer is based on."
    )


class Inference(IdentifiedRecord):
    """One step of an argument: from premises to a conclusion, or against one."""

    title: Text = Field(description="The title on pages.")
    speaker: ActorRef | None = Field(
        default=None, description="Id of the actor who makes the step, if it is not the speaker of the argument."
    )
    premises: tuple[Annotated[Slug, Ref("statements", "events", "unstated")], ...] = Field(
        min_length=1, description="Ids of the statements, events or unstated claims that the step starts from."
    )
    relation: Relation = Field(default=Relation.SUPPORT, description="support, attack or undercut.")
    conclusion: Annotated[Slug, Ref("statements", "inferences", "unstated")] = Field(
        description="Id of the statement or unstated claim that the step supports or attacks, or of the inference that it supports or undercuts."
    )
    beside: bool = Field(
        default=False, description="yes if the step is not part of the main line and no other step uses its conclusion."
    )
    warrant: Text = Field(description="Why the conclusion follows from the premises, in our words.")
    implicit: bool = Field(default=False, description="yes if the speaker does not say the step.")
    concedes: tuple[StatementRef, ...] = Field(
        default=(), description="Ids of the statements that the step concedes to the other side."
    )
    scheme: Annotated[Slug, Ref("schemes")] = Field(description="Id of the scheme that the step follows.")
    answers: tuple[QuestionAnswer, ...] = Field(
        default=(), description="Our answers to the critical questions of the scheme."
    )
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of everything that the step claims, in reading order: premises, concessions and conclusion."""
        return (*self.premises, *self.concedes, self.conclusion)


class Unstated(IdentifiedRecord):
    """A premise or an intermediate conclusion that the argument needs, but that nobody says. It is always ours."""

    title: Text = Field(description="A short version for the argument map.")
    text: Text = Field(description="The claim as a sentence, in our words.")


class Opposition(Record):
    """Claims of an argument that exclude each other."""

    claims: tuple[Annotated[Slug, Ref("statements", "unstated")], ...] = Field(
        min_length=2, description="Ids of the statements or unstated claims that exclude each other."
    )
    kind: Exclusion = Field(
        description="contrary: at most one of them is true; contradictory: exactly one of the two is true."
    )
    because: Text = Field(description="Why they exclude each other, in our words.")

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every two claims that exclude each other, in the editor's order."""
        return tuple(combinations(self.claims, 2))


class Argument(IdentifiedRecord):
    """The whole argument of one speaker."""

    title: Text = Field(description="The title on pages.")
    speaker: ActorRef = Field(description="Id of the actor whose argument it is.")
    summary: Narrative | None = Field(
        default=None, description="The argument in two to four sentences, with citations."
    )
    gist: tuple[StatementRef, ...] = Field(
        min_length=1,
        max_length=4,
        description="Ids of the statements that summarize the argument; shown until there is a summary.",
    )
    weakest: Text = Field(description="Where the argument is weakest, in our words.")
    conclusion: StatementRef = Field(description="Id of the statement that is the final conclusion.")
    inferences: tuple[Inference, ...] = Field(min_length=1, description="The steps of the argument, in reading order.")
    unstated: tuple[Unstated, ...] = Field(
        default=(), description="Claims that the steps need and that nobody says; pages label them as ours."
    )
    oppositions: tuple[Opposition, ...] = Field(default=(), description="Claims that exclude each other.")
    notes: tuple[Note, ...] = Field(default=(), description="Notes by the editors.")

    def aim_of(self, step: Inference) -> str:
        """The id of the claim at which a step aims, perhaps through other steps; empty if it only leads back to itself."""
        by_id = {one.id: one for one in self.inferences}
        seen = {step.id}
        target = step.conclusion
        while target in by_id:
            if target in seen:
                return ""
            seen.add(target)
            target = by_id[target].conclusion
        return target

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of everything that the argument claims, in reading order: what steps claim, then what only an opposition names."""
        steps = {step.id for step in self.inferences}
        named = [name for step in self.inferences for name in step.claims]
        named += [name for opposition in self.oppositions for name in opposition.claims]
        return tuple(name for name in dict.fromkeys(named) if name not in steps)
