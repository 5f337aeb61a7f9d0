"""An argument as AIF JSON, in the form that AIFdb and its tools exchange.

Nodes and edges follow the Argument Interchange Format (Chesñevar and others, *Towards an argument interchange format*, 2006);
locutions follow its extension AIF+ (Reed and others, 2008). A statement is an I-node. The act of saying it is an L-node, and an
illocution (YA) connects the two. A step is an RA-node if it supports, and a CA-node if it attacks or undercuts. A rephrase (MA)
connects another wording with its statement.

AIF cannot represent kinds of statement, words of doubt, concessions, warrants, implicit steps and critical questions. Inner levels
of a chain are represented only as text. The JSON export of the same argument contains all of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.exports.argument_parts import events_of, sentence, statements_of
from macros.models.argument import Argument, Relation
from macros.models.dossier import Dossier
from macros.models.statement import Statement

_FORM = {Relation.SUPPORT: "RA", Relation.ATTACK: "CA", Relation.UNDERCUT: "CA"}


@dataclass
class _Graph:
    """The lists of an AIF document."""

    timestamp: str
    nodes: list[dict[str, Any]] = field(default_factory=list)
    edges: list[dict[str, Any]] = field(default_factory=list)
    locutions: list[dict[str, Any]] = field(default_factory=list)

    def node(self, name: str, form: str, text: str) -> None:
        self.nodes.append({"nodeID": name, "text": text, "type": form, "timestamp": self.timestamp})

    def edge(self, tail: str, head: str) -> None:
        name = str(len(self.edges) + 1)
        self.edges.append({"edgeID": name, "fromID": tail, "toID": head, "formEdgeID": None})


def _speakers(dossier: Dossier, statement: Statement) -> tuple[str, ...]:
    """Ids of everybody who speaks: the innermost speaker first, the outlet last."""
    return (*(level.speaker for level in reversed(statement.chain)), dossier.source[statement.source].publisher)


def _add_statement(graph: _Graph, dossier: Dossier, statement: Statement) -> None:
    speakers = _speakers(dossier, statement)
    said = f"said-{statement.id}"
    graph.node(statement.id, "I", sentence(statement))
    names = [dossier.actor[name].name for name in speakers]
    graph.node(said, "L", f"{', according to '.join(names)}: {sentence(statement)}")
    graph.node(f"asserting-{statement.id}", "YA", "Asserting")
    graph.edge(said, f"asserting-{statement.id}")
    graph.edge(f"asserting-{statement.id}", statement.id)
    graph.locutions.append({"nodeID": said, "personID": speakers[0], "timestamp": graph.timestamp})
    if statement.rewords:
        graph.node(f"rephrasing-{statement.id}", "MA", "Default Rephrase")
        graph.edge(statement.id, f"rephrasing-{statement.id}")
        graph.edge(f"rephrasing-{statement.id}", statement.rewords)


def _participants(dossier: Dossier, argument: Argument) -> Iterator[dict[str, str]]:
    ids = dict.fromkeys(name for s in statements_of(dossier, argument) for name in _speakers(dossier, s))
    for name in ids:
        # AIFdb expects a first name and a surname. A one-word name becomes the surname.
        first, _, last = dossier.actor[name].name.rpartition(" ")
        yield {"participantID": name, "firstname": first, "surname": last}


def aif(dossier: Dossier, argument: Argument) -> dict[str, Any]:
    """An argument as AIF JSON: lists of nodes, edges, locutions and participants."""
    issued = dossier.base_source.issued.earliest or dossier.cover.as_of.earliest
    graph = _Graph(f"{issued} 00:00:00")
    for statement in statements_of(dossier, argument):
        _add_statement(graph, dossier, statement)
    for event in events_of(dossier, argument):
        graph.node(event.id, "I", event.title)
    for step in argument.inferences:
        form = _FORM[step.relation]
        scheme = dossier.scheme[step.scheme].title if form == "RA" else "Default Conflict"
        graph.node(step.id, form, scheme)
        for premise in step.premises:
            graph.edge(premise, step.id)
        graph.edge(step.id, step.conclusion)
    return {
        "nodes": graph.nodes,
        "edges": graph.edges,
        "schemefulfillments": [],
        "participants": list(_participants(dossier, argument)),
        "locutions": graph.locutions,
    }
