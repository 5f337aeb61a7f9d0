"""The steps of an argument in reading order, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Argument, Inference, QuestionAnswer, Relation, Scheme, Unstated
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement


@dataclass(frozen=True)
class AnsweredQuestion:
    """A critical question with our answer."""

    question: str
    answer: QuestionAnswer
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Argued:
    """The first step that argues for a statement."""

    number: int
    inference: Inference


@dataclass(frozen=True)
class Step:
    """One numbered step.

    Attributes:
        number: The position of the step in reading order, from 1.
        inference: The record of the step.
        scheme: Its pattern of reasoning.
        premises: The premises of the step that are statements.
        events: The premises of the step that are events.
        unstated: The premises of the step that nobody says.
        argued: By statement, the other step that argues for a premise.
        conclusion: The statement that the step supports or attacks, if it is one.
        wordings: Other wordings of the conclusion.
        concluded: The unstated claim that the step supports or attacks, if it is one.
        target: The step that this one supports or undercuts, if it is one.
        speaker: Who makes the step, if it is not the speaker of the argument.
        concedes: What the speaker concedes in this step.
        questions: The critical questions of the scheme, with our answers.
        speaks_of: The events that its claims report.
    """

    number: int
    inference: Inference
    scheme: Scheme
    premises: tuple[Statement, ...]
    events: tuple[Event, ...]
    unstated: tuple[Unstated, ...]
    argued: dict[str, Argued]
    conclusion: Statement | None
    wordings: tuple[Statement, ...]
    concluded: Unstated | None
    target: Inference | None
    speaker: Actor | None
    concedes: tuple[Statement, ...]
    questions: tuple[AnsweredQuestion, ...]
    speaks_of: tuple[Event, ...]


def _step(dossier: Dossier, number: int, inference: Inference, argued: dict[str, Argued]) -> Step:
    scheme = dossier.scheme[inference.scheme]
    conclusion = dossier.statement.get(inference.conclusion)
    wording = {question.id: question.question for question in scheme.questions}
    return Step(
        number=number,
        inference=inference,
        scheme=scheme,
        premises=tuple(dossier.statement[name] for name in inference.premises if name in dossier.statement),
        events=tuple(dossier.event[name] for name in inference.premises if name in dossier.event),
        unstated=tuple(dossier.unstated[name] for name in inference.premises if name in dossier.unstated),
        argued={n: argued[n] for n in inference.premises if n in argued and argued[n].number != number},
        conclusion=conclusion,
        wordings=dossier.wordings_of(conclusion) if conclusion else (),
        concluded=dossier.unstated.get(inference.conclusion),
        target=dossier.inference.get(inference.conclusion),
        speaker=dossier.actor.get(inference.speaker or ""),
        concedes=tuple(dossier.statement[name] for name in inference.concedes),
        questions=tuple(
            AnsweredQuestion(wording[answer.question], answer, tuple(dossier.statement[s] for s in answer.statements))
            for answer in inference.answers
        ),
        speaks_of=tuple(
            event for event in dossier.events if not {event.id, *event.told_by}.isdisjoint(inference.claims)
        ),
    )


def steps_of(dossier: Dossier, argument: Argument) -> tuple[Step, ...]:
    """The steps of an argument in the editor's order."""
    argued: dict[str, Argued] = {}
    for number, inference in enumerate(argument.inferences, start=1):
        if inference.relation is Relation.SUPPORT:
            argued.setdefault(inference.conclusion, Argued(number, inference))
    return tuple(_step(dossier, number, one, argued) for number, one in enumerate(argument.inferences, start=1))
