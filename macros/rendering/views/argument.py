"""An argument: its summary, its outline, its map, and its steps in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Argument, Inference, QuestionAnswer, Relation, Scheme
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement
from macros.rendering.views.argument_map import UPRIGHT, MapView, argument_map
from macros.rendering.views.argument_points import Point, points


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
        argued: By statement, the other step that argues for a premise.
        conclusion: The statement that the step supports or attacks; None if the step undercuts another one.
        wordings: Other wordings of the conclusion.
        undercuts: The step on which this one casts doubt; None if this one supports or attacks a statement.
        concedes: What the speaker concedes in this step.
        questions: The critical questions of the scheme, with our answers.
        is_main: Whether the step belongs to the main line.
        speaks_of: The events that its claims report.
    """

    number: int
    inference: Inference
    scheme: Scheme
    premises: tuple[Statement, ...]
    events: tuple[Event, ...]
    argued: dict[str, Argued]
    conclusion: Statement | None
    wordings: tuple[Statement, ...]
    undercuts: Inference | None
    concedes: tuple[Statement, ...]
    questions: tuple[AnsweredQuestion, ...]
    is_main: bool
    speaks_of: tuple[Event, ...]


@dataclass(frozen=True)
class OutlineEntry:
    """An entry of the outline: a point of the argument, with the steps for or against it.

    Attributes:
        point: The point.
        steps: Each step that leads to the point, with the entries of its premises, and with the steps that undercut
            it and the entries of their premises. Empty if an earlier entry of the outline shows these steps.
        shown_in: The first of these steps if an earlier entry shows them, otherwise None.
    """

    point: Point
    steps: tuple[tuple[Step, tuple[OutlineEntry, ...], tuple[tuple[Step, tuple[OutlineEntry, ...]], ...]], ...]
    shown_in: Step | None


@dataclass(frozen=True)
class ArgumentView:
    """One argument, as its page shows it.

    Attributes:
        argument: The record of the argument.
        speaker: The actor whose argument it is.
        gist: The statements that summarise it.
        outline: The conclusion, with everything that leads to it.
        beside: The conclusions of the steps outside the main line.
        steps: The steps in reading order.
        map: The map of the argument.
        upright: The same map in one column, for phones and paper.
    """

    argument: Argument
    speaker: Actor
    gist: tuple[Statement, ...]
    outline: OutlineEntry
    beside: tuple[OutlineEntry, ...]
    steps: tuple[Step, ...]
    map: MapView
    upright: MapView


def _step(dossier: Dossier, number: int, inference: Inference, argued: dict[str, Argued], main: set[str]) -> Step:
    scheme = dossier.scheme[inference.scheme]
    conclusion = dossier.statement.get(inference.conclusion)
    wording = {question.id: question.question for question in scheme.questions}
    return Step(
        number=number,
        inference=inference,
        scheme=scheme,
        premises=tuple(dossier.statement[name] for name in inference.premises if name in dossier.statement),
        events=tuple(dossier.event[name] for name in inference.premises if name in dossier.event),
        argued={n: argued[n] for n in inference.premises if n in argued and argued[n].number != number},
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
            event for event in dossier.events if not {event.id, *event.told_by}.isdisjoint(inference.claims)
        ),
    )


def _outline_entry(known_points: dict[str, Point], name: str, steps: tuple[Step, ...], seen: set[str]) -> OutlineEntry:
    leading = [step for step in steps if step.inference.conclusion == name]
    is_repeated = name in seen
    seen.add(name)

    def grounds(step: Step) -> tuple[OutlineEntry, ...]:
        return tuple(_outline_entry(known_points, premise, steps, seen) for premise in step.inference.premises)

    def doubts(step: Step) -> tuple[tuple[Step, tuple[OutlineEntry, ...]], ...]:
        return tuple((other, grounds(other)) for other in steps if other.undercuts == step.inference)

    return OutlineEntry(
        point=known_points[name],
        steps=() if is_repeated else tuple((step, grounds(step), doubts(step)) for step in leading),
        shown_in=leading[0] if leading and is_repeated else None,
    )


def _main_line(argument: Argument) -> set[str]:
    """Ids of the conclusion and of everything that leads to it."""
    line = {argument.conclusion}
    while True:
        wider = line | {p for step in argument.inferences if step.conclusion in line for p in step.premises}
        if wider == line:
            return line
        line = wider


def _beside(argument: Argument, main: set[str]) -> list[str]:
    """Ids of the conclusions that are outside the main line and lead no further."""
    return list(
        dict.fromkeys(step.conclusion for step in argument.inferences if step.beside and step.conclusion not in main)
    )


def argument(dossier: Dossier, record: Argument) -> ArgumentView:
    """One argument, with its steps in the editor's order."""
    main, known = _main_line(record), points(dossier, record)
    argued: dict[str, Argued] = {}
    for number, inference in enumerate(record.inferences, start=1):
        if inference.relation is Relation.SUPPORT:
            argued.setdefault(inference.conclusion, Argued(number, inference))
    steps = tuple(_step(dossier, n, inference, argued, main) for n, inference in enumerate(record.inferences, start=1))
    seen: set[str] = set()
    return ArgumentView(
        argument=record,
        speaker=dossier.actor[record.speaker],
        gist=tuple(dossier.statement[name] for name in record.gist),
        outline=_outline_entry(known, record.conclusion, steps, seen),
        beside=tuple(_outline_entry(known, name, steps, seen) for name in _beside(record, main)),
        steps=steps,
        map=argument_map(dossier, record),
        upright=argument_map(dossier, record, UPRIGHT),
    )


def arguments(dossier: Dossier) -> tuple[ArgumentView, ...]:
    """Every argument of the dossier."""
    return tuple(argument(dossier, record) for record in dossier.arguments)
