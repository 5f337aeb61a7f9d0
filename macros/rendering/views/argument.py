"""An argument: its gist, its outline, and its steps in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Answer, Argument, Inference, QuestionAnswer, Relation, Scheme
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement
from macros.rendering.views.argument_map import MapView, Point, argument_map, points


@dataclass(frozen=True)
class AnsweredQuestion:
    """A critical question with our answer."""

    question: str
    answer: QuestionAnswer
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Premise:
    """What a step rests on: a statement or an event, and the step that argues for it, if one does."""

    statement: Statement | None
    event: Event | None
    argued_in: int | None
    argued_by: Inference | None


@dataclass(frozen=True)
class Step:
    """One numbered step.

    Attributes:
        number: From 1, in reading order.
        inference: The step as recorded.
        scheme: Its pattern of reasoning.
        premises: What it rests on.
        conclusion: What it supports or attacks; None where it undercuts.
        wordings: The conclusion in other words.
        undercuts: The step that it casts doubt on; None where it supports or attacks.
        concedes: What is granted on the way.
        questions: The critical questions of its scheme, answered.
        is_main: Whether it belongs to the main line.
        speaks_of: The events of which its statements speak.
    """

    number: int
    inference: Inference
    scheme: Scheme
    premises: tuple[Premise, ...]
    conclusion: Statement | None
    wordings: tuple[Statement, ...]
    undercuts: Inference | None
    concedes: tuple[Statement, ...]
    questions: tuple[AnsweredQuestion, ...]
    is_main: bool
    speaks_of: tuple[Event, ...]


@dataclass(frozen=True)
class Branch:
    """A statement or a step in the outline, with the steps for or against it.

    Where the steps stand in the outline already, `shown_in` names the first of them and `steps` is empty.
    """

    point: Point
    steps: tuple[tuple[Step, tuple[Branch, ...], tuple[tuple[Step, tuple[Branch, ...]], ...]], ...]
    shown_in: Step | None


@dataclass(frozen=True)
class ArgumentView:
    """One argument."""

    argument: Argument
    speaker: Actor
    gist: tuple[Statement, ...]
    outline: Branch
    beside: tuple[Branch, ...]
    steps: tuple[Step, ...]
    map: MapView
    asked: int
    tally: tuple[tuple[Answer, int], ...]


def _premise(dossier: Dossier, name: str, argued: dict[str, tuple[int, Inference]]) -> Premise:
    number, inference = argued.get(name, (None, None))
    return Premise(dossier.statement.get(name), dossier.event.get(name), number, inference)


def _step(
    dossier: Dossier, number: int, inference: Inference, argued: dict[str, tuple[int, Inference]], main: set[str]
) -> Step:
    scheme = dossier.scheme[inference.scheme]
    conclusion = dossier.statement.get(inference.conclusion)
    wording = {question.id: question.question for question in scheme.questions}
    return Step(
        number=number,
        inference=inference,
        scheme=scheme,
        premises=tuple(_premise(dossier, name, argued) for name in inference.premises),
        conclusion=conclusion,
        wordings=dossier.wordings_of(conclusion) if conclusion else (),
        undercuts=dossier.inference.get(inference.conclusion),
        concedes=tuple(dossier.statement[name] for name in inference.concedes),
        questions=tuple(
            AnsweredQuestion(wording[answer.question], answer, tuple(dossier.statement[s] for s in answer.statements))
            for answer in inference.answers
        ),
        is_main=inference.conclusion in main and inference.relation is Relation.SUPPORT,
        speaks_of=tuple(
            event
            for event in dossier.events
            if {event.id, *event.statements}.intersection((*inference.premises, inference.conclusion))
        ),
    )


def _branch(known: dict[str, Point], name: str, steps: tuple[Step, ...], shown: set[str]) -> Branch:
    leading = [step for step in steps if step.inference.conclusion == name]
    is_repeated = name in shown
    shown.add(name)

    def grounds(step: Step) -> tuple[Branch, ...]:
        return tuple(_branch(known, premise, steps, shown) for premise in step.inference.premises)

    def doubts(step: Step) -> tuple[tuple[Step, tuple[Branch, ...]], ...]:
        return tuple((other, grounds(other)) for other in steps if other.undercuts == step.inference)

    return Branch(
        point=known[name],
        steps=() if is_repeated else tuple((step, grounds(step), doubts(step)) for step in leading),
        shown_in=leading[0] if leading and is_repeated else None,
    )


def _main_line(argument: Argument) -> set[str]:
    """The conclusion and everything that leads to it."""
    line = {argument.conclusion}
    while True:
        wider = line | {p for step in argument.inferences if step.conclusion in line for p in step.premises}
        if wider == line:
            return line
        line = wider


def _beside(argument: Argument, main: set[str]) -> list[str]:
    """What stands beside the main line and leads no further."""
    return list(
        dict.fromkeys(step.conclusion for step in argument.inferences if step.beside and step.conclusion not in main)
    )


def argument(dossier: Dossier, shown: Argument) -> ArgumentView:
    """One argument, its steps in the editor's order."""
    main, known = _main_line(shown), points(dossier, shown)
    argued: dict[str, tuple[int, Inference]] = {}
    for number, inference in enumerate(shown.inferences, start=1):
        if inference.relation is Relation.SUPPORT:
            argued.setdefault(inference.conclusion, (number, inference))
    steps = tuple(_step(dossier, n, inference, argued, main) for n, inference in enumerate(shown.inferences, start=1))
    in_outline: set[str] = set()
    answers = [answer.answer for inference in shown.inferences for answer in inference.answers]
    return ArgumentView(
        argument=shown,
        speaker=dossier.actor[shown.speaker],
        gist=tuple(dossier.statement[name] for name in shown.gist),
        outline=_branch(known, shown.conclusion, steps, in_outline),
        beside=tuple(_branch(known, name, steps, in_outline) for name in _beside(shown, main)),
        steps=steps,
        map=argument_map(dossier, shown),
        asked=len(answers),
        tally=tuple((answer, answers.count(answer)) for answer in Answer),
    )


def arguments(dossier: Dossier) -> tuple[ArgumentView, ...]:
    """Every argument of the dossier."""
    return tuple(argument(dossier, shown) for shown in dossier.arguments)
