"""An argument as AIF JSON, in the form that AIFdb and its tools exchange, and as xAIF, the form of argument mining.

Nodes and edges follow the Argument Interchange Format (Chesñevar and others, *Towards an argument interchange format*, 2006).
Who says what follows inference anchoring theory (Budzynska and Reed, 2011). A claim is an I-node. Every level of a chain is an
L-node, from the outlet to the innermost speaker, who asserts the claim (YA). A step is an RA-node if it supports, and a CA-node if
it attacks or undercuts. Its author makes it (YA: arguing or disagreeing) in the transition (TA) from the other locutions to one of
their own. A rephrase (MA) connects another wording with its statement. Claims that exclude each other are in conflict both ways.

What is ours is analysed by the editors (YA: analysing): steps that the speaker leaves unsaid, unstated claims, and what excludes
what. AIF cannot represent kinds of statement, words of doubt, concessions, and warrants of steps that the speaker says. The JSON
export of the same argument contains all of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from macros.exports.aif_graph import AifGraph, Form
from macros.exports.argument_parts import events_of, sentence, statements_of
from macros.models.argument import Argument, Inference, Relation
from macros.models.dossier import Dossier
from macros.models.source import Source
from macros.models.statement import Statement
from macros.models.typography import together

_EDITORS = "editors of the dossier"
"""The key of the participant that stands for us. No id of an actor has blanks."""

_COLUMNS, _WIDTH, _HEIGHT = 6, 240, 120
"""The grid on which OVA first shows the nodes."""


def _source_of(dossier: Dossier, argument: Argument) -> Source:
    """The source in which the argument comes to its conclusion."""
    return dossier.source[dossier.statement[argument.conclusion].source]


class _Export:
    """Fills the graph of one argument."""

    def __init__(self, dossier: Dossier, argument: Argument) -> None:
        issued = _source_of(dossier, argument).issued.earliest or dossier.cover.as_of.earliest
        self.graph = AifGraph(f"{issued} 00:00:00")
        self.graph.participant(_EDITORS, "", dossier.cover.editors)
        self._dossier = dossier
        self._argument = argument
        asked = (name for step in argument.inferences for answer in step.answers for name in answer.statements)
        self._statements = dict.fromkeys(
            (*statements_of(dossier, argument), *(dossier.statement[name] for name in asked))
        )

    def _id(self, name: str) -> str:
        return str(self.graph.number(name))

    def _asserted(self, statement: Statement) -> str:
        """Adds everybody through whom a statement came, and returns the locution of the innermost speaker.

        The format has no locution of several people, so each of those who say something together says it.
        """
        said = sentence(self._dossier, statement)
        inner: list[str] = []
        for speakers in self._dossier.levels(statement):
            for speaker in speakers:
                self.graph.actor(self._dossier.actor[speaker])
            outer = [self.graph.locution(f"{statement.id} {speaker}", speaker, said) for speaker in speakers]
            for one, other in product(outer, inner):
                self.graph.link(one, Form.ASSERTING, other)
            said, inner = f"{together([self.graph.name_of(speaker) for speaker in speakers])} : {said}", outer
        return self._locution(statement, "")

    def _locution(self, statement: Statement, author: str) -> str:
        """The locution in which an author says a statement; that of its innermost speaker if the author does not say it."""
        speakers = self._dossier.speakers(statement)
        return self._id(f"{statement.id} {author if author in speakers else speakers[0]}")

    def _analysed(self, key: str, text: str, *heads: str) -> None:
        """Adds what we say, and what we thereby claim about the argument."""
        ours = self.graph.locution(f"{key} {_EDITORS}", _EDITORS, text)
        for head in heads:
            self.graph.link(ours, Form.ANALYSING, head)

    def claims(self) -> None:
        """Adds the claims, each with whoever makes it."""
        for statement in self._statements:
            self.graph.link(
                self._asserted(statement),
                Form.ASSERTING,
                self.graph.node(statement.id, "I", sentence(self._dossier, statement)),
            )
        for event in events_of(self._dossier, self._argument):
            node = self.graph.node(event.id, "I", event.title)
            for name in event.told_by:
                self.graph.link(self._asserted(self._dossier.statement[name]), Form.ASSERTING, node)
        for claim in self._argument.unstated:
            self._analysed(claim.id, claim.text, self.graph.node(claim.id, "I", claim.text))
        for statement in self._statements:
            if statement.rewords and self._dossier.statement[statement.rewords] in self._statements:
                self._reworded(statement, self._dossier.statement[statement.rewords])

    def _reworded(self, statement: Statement, original: Statement) -> None:
        rephrase = self.graph.scheme(f"{statement.id} rewords", Form.REPHRASE)
        self.graph.edge(self._id(statement.id), rephrase)
        self.graph.edge(rephrase, self._id(original.id))
        self._done(Form.RESTATING, rephrase, self._locution(statement, ""), [self._locution(original, "")])

    def _done(self, form: Form, deed: str, locution: str, others: list[str]) -> None:
        """Adds what somebody does in the transition from other locutions to one of their own."""
        tail = locution
        if others := [other for other in others if other != locution]:
            tail = self.graph.scheme(f"transition {deed}", Form.TRANSITION)
            for other in others:
                self.graph.edge(other, tail)
            self.graph.edge(tail, locution)
        self.graph.link(tail, form, deed)

    def steps(self) -> None:
        """Adds the steps and oppositions, each with its author."""
        for step in self._argument.inferences:
            supports = step.relation is Relation.SUPPORT
            form = Form.INFERENCE if supports else Form.CONFLICT
            self.graph.scheme(step.id, form, self._dossier.scheme[step.scheme].title if supports else "")
            for premise in step.premises:
                self.graph.edge(self._id(premise), self._id(step.id))
            self.graph.edge(self._id(step.id), self._id(step.conclusion))
            self._authored(step, Form.ARGUING if supports else Form.DISAGREEING)
        for opposition in self._argument.oppositions:
            for pair in opposition.pairs:
                for tail, head in (pair, pair[::-1]):
                    conflict = self.graph.scheme(f"{tail} excludes {head}", Form.CONFLICT)
                    self.graph.edge(self._id(tail), conflict)
                    self.graph.edge(conflict, self._id(head))
                    self._analysed(" excludes ".join(opposition.claims), opposition.because, conflict)

    def _authored(self, step: Inference, form: Form) -> None:
        author = step.speaker or self._argument.speaker
        premises, aim = list(self._said(*step.premises)), list(self._said(self._argument.aim_of(step)))
        # An author infers with the conclusion or a premise, and objects with a premise.
        places = [*aim, *premises] if step.relation is Relation.SUPPORT else premises
        own = next((one for one in places if author in self._dossier.speakers(one)), None)
        if step.implicit or own is None:
            self._analysed(step.id, step.warrant, self._id(step.id))
        else:
            others = [self._locution(one, author) for one in (*premises, *aim)]
            self._done(form, self._id(step.id), self._locution(own, author), others)

    def _said(self, *names: str) -> Iterator[Statement]:
        """The statements among some claims, and those that report the events among them."""
        for name in names:
            event = self._dossier.event.get(name)
            told = event.told_by if event else (name,)
            yield from (self._dossier.statement[one] for one in told if one in self._dossier.statement)

    def critical_questions(self) -> Iterator[dict[str, Any]]:
        """The critical questions of each step, with our answers and the claims that address them."""
        for step in self._argument.inferences:
            asked = {question.id: question.question for question in self._dossier.scheme[step.scheme].questions}
            for answer in step.answers:
                found = {
                    "nodeID": self._id(step.id),
                    "descriptorID": self._id(f"{step.scheme} {answer.question}"),
                    "question": asked[answer.question],
                    "answer": answer.answer,
                    "because": answer.because,
                }
                for name in answer.statements or (None,):
                    yield {**found, "selectedID": self._id(name) if name else None}


def aif(dossier: Dossier, argument: Argument) -> dict[str, Any]:
    """An argument as AIF JSON: lists of nodes, edges, scheme fulfilments, participants and locutions."""
    export = _Export(dossier, argument)
    export.claims()
    export.steps()
    return {
        **export.graph.document(),
        "descriptorfulfillments": [],
        "cqdescriptorfulfillments": list(export.critical_questions()),
    }


def xaif(dossier: Dossier, argument: Argument) -> dict[str, Any]:
    """An argument as xAIF: its AIF, with the places of the nodes in OVA. It has no text, because we do not publish sources."""
    graph = aif(dossier, argument)
    places = [
        {
            "nodeID": node["nodeID"],
            "visible": True,
            "x": index % _COLUMNS * _WIDTH,
            "y": index // _COLUMNS * _HEIGHT,
            "timestamp": "",
        }
        for index, node in enumerate(graph["nodes"])
    ]
    edges = [{"fromID": edge["fromID"], "toID": edge["toID"], "visible": True} for edge in graph["edges"]]
    ova = {
        "firstname": "",
        "surname": dossier.cover.editors,
        "url": _source_of(dossier, argument).url,
        "nodes": places,
        "edges": edges,
    }
    return {"AIF": graph, "text": "", "dialog": True, "OVA": ova}
