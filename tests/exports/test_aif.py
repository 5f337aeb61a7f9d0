"""AIF as the tools of AIFdb read it. `arguebuf` is a library that reads this format."""

from __future__ import annotations

from typing import Any, cast

import arguebuf
import pytest

from macros.exports.aif import aif
from macros.models.argument import Relation
from macros.models.dossier import Dossier


@pytest.fixture(params=["shipped", "tiny"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    found: Dossier = request.getfixturevalue(request.param)
    return found


def into(graph: dict[str, Any], node: str) -> set[str]:
    return {edge["fromID"] for edge in graph["edges"] if edge["toID"] == node}


def out_of(graph: dict[str, Any], node: str) -> set[str]:
    return {edge["toID"] for edge in graph["edges"] if edge["fromID"] == node}


def test_a_reader_of_aif_finds_every_point_and_every_step(dossier: Dossier) -> None:
    argument = dossier.arguments[0]
    made = aif(dossier, argument)
    graph = arguebuf.load.aif(cast("Any", made))
    said = {node["nodeID"]: node["text"] for node in made["nodes"] if node["type"] == "I"}
    assert {node.id: str(node.text) for node in graph.atom_nodes.values()} == said
    for step in argument.inferences:
        kind = arguebuf.Support if step.relation is Relation.SUPPORT else arguebuf.Attack
        assert isinstance(graph.scheme_nodes[step.id].scheme, kind), step.id
        assert {node.id for node in graph.incoming_nodes(step.id)} >= set(step.premises)


def test_premises_step_and_conclusion_are_connected(dossier: Dossier) -> None:
    argument = dossier.arguments[0]
    made = aif(dossier, argument)
    doubts = {step.id for step in argument.inferences if step.relation is Relation.UNDERCUT}
    for step in argument.inferences:
        assert into(made, step.id) - doubts == set(step.premises)
        assert out_of(made, step.id) == {step.conclusion}


def test_every_statement_is_asserted_by_its_innermost_speaker(dossier: Dossier) -> None:
    made = aif(dossier, dossier.arguments[0])
    person = {one["nodeID"]: one["personID"] for one in made["locutions"]}
    known = {one["participantID"] for one in made["participants"]}
    points = [node["nodeID"] for node in made["nodes"] if node["type"] == "I" and node["nodeID"] in dossier.statement]
    assert points
    for name in points:
        (asserting,) = {one for one in into(made, name) if one.startswith("asserting-")}
        (locution,) = into(made, asserting)
        assert person[locution] == dossier.speaker_of(dossier.statement[name]).id
        assert person[locution] in known


def test_another_wording_is_a_rephrase(shipped: Dossier) -> None:
    made = aif(shipped, shipped.arguments[0])
    (rephrase,) = [node["nodeID"] for node in made["nodes"] if node["type"] == "MA"]
    assert into(made, rephrase) == {"headline-claim"}
    assert out_of(made, rephrase) == {"not-against-west"}


def test_a_locution_names_everybody_up_to_the_outlet(shipped: Dossier) -> None:
    made = aif(shipped, shipped.arguments[0])
    (text,) = [node["text"] for node in made["nodes"] if node["nodeID"] == "said-aliyev-on-france"]
    assert text.startswith("Ilham Aliyev, according to Sergei Markedonov, according to PanARMENIAN.Net: ")
