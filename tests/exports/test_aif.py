"""AIF as the tools of AIFdb read it. `arguebuf` is a library that reads this format."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any, cast

import arguebuf
import pytest

from macros.exports.aif import aif, xaif
from macros.exports.aif_graph import AifGraph
from macros.models.argument import Argument, Relation
from macros.models.dossier import Dossier

MADE_BY = {Relation.SUPPORT: "Arguing", Relation.ATTACK: "Disagreeing", Relation.UNDERCUT: "Disagreeing"}


@pytest.fixture(params=["shipped", "tiny", "debates"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    found: Dossier = request.getfixturevalue(request.param)
    return found


def number(key: str) -> str:
    return str(AifGraph("").number(key))


class Read:
    """An AIF document with lookups."""

    def __init__(self, made: dict[str, Any]) -> None:
        self.made = made
        self.node = {node["nodeID"]: node for node in made["nodes"]}
        names = {one["participantID"]: f"{one['firstname']} {one['surname']}".strip() for one in made["participants"]}
        self.speaker = {one["nodeID"]: names[one["personID"]] for one in made["locutions"]}

    def into(self, node: str, kind: str = "") -> list[str]:
        found = [edge["fromID"] for edge in self.made["edges"] if edge["toID"] == node]
        return [one for one in found if not kind or self.node[one]["type"] == kind]

    def out_of(self, node: str) -> list[str]:
        return [edge["toID"] for edge in self.made["edges"] if edge["fromID"] == node]

    def authors(self, deed: str) -> set[tuple[str, str]]:
        """What somebody does with a node, and who does it: the speaker of the locution, or of the one a transition leads to."""
        found = set()
        for doing in self.into(deed, "YA"):
            (tail,) = self.into(doing)
            locution = tail
            if self.node[tail]["type"] == "TA":
                (locution,) = (one for one in self.out_of(tail) if self.node[one]["type"] == "L")
            found.add((self.node[doing]["text"], self.speaker[locution]))
        return found


def each(dossier: Dossier) -> list[tuple[Argument, Read]]:
    return [(argument, Read(aif(dossier, argument))) for argument in dossier.arguments]


def test_a_reader_of_aif_finds_every_point_and_every_step(dossier: Dossier) -> None:
    for argument, read in each(dossier):
        graph = arguebuf.load.aif(cast("Any", read.made))
        said = {node["nodeID"]: node["text"] for node in read.made["nodes"] if node["type"] == "I"}
        assert {node.id: str(node.text) for node in graph.atom_nodes.values()} == said
        assert {number(name) for name in argument.claims} <= set(said)
        for step in argument.inferences:
            kind = arguebuf.Support if step.relation is Relation.SUPPORT else arguebuf.Attack
            assert isinstance(graph.scheme_nodes[number(step.id)].scheme, kind), step.id
            incoming = {node.id for node in graph.incoming_nodes(number(step.id))}
            assert incoming >= {number(name) for name in step.premises}
        # With the dialogue folded into the argument, it adds nothing: every claim is already connected with its author.
        assert len(arguebuf.load.aif(cast("Any", read.made), reconstruct_dialog=True).nodes) == len(graph.nodes)
        assert len(arguebuf.load.xaif(cast("Any", xaif(dossier, argument))).nodes) == len(graph.nodes)


def test_premises_step_and_conclusion_are_connected(dossier: Dossier) -> None:
    for argument, read in each(dossier):
        steps = {number(step.id) for step in argument.inferences}
        for step in argument.inferences:
            claims = [name for name in read.into(number(step.id), "I") if name not in steps]
            assert claims == [number(name) for name in step.premises]
            assert read.out_of(number(step.id)) == [number(step.conclusion)]


def test_ids_are_numerals_that_stay_when_other_records_go(dossier: Dossier) -> None:
    for argument, read in each(dossier):
        for name in [*read.node, *(edge["edgeID"] for edge in read.made["edges"])]:
            assert re.fullmatch(r"\d+", name)
            assert int(name) < 2**31 - 100_000, "tools count on from the largest id"
        assert len(read.node) == len(read.made["nodes"])
        assert all(isinstance(one["participantID"], int) for one in read.made["participants"])
        assert {one["personID"] for one in read.made["locutions"]} <= {
            one["participantID"] for one in read.made["participants"]
        }
        shorter = argument.model_copy(update={"inferences": argument.inferences[:-1]})
        fewer = Read(aif(replace(dossier, arguments=(shorter,)), shorter))
        assert {name: node["text"] for name, node in fewer.node.items()}.items() <= {
            name: node["text"] for name, node in read.node.items()
        }.items()


def test_two_keys_with_the_same_hash_have_different_numbers() -> None:
    graph = AifGraph("")
    first = graph.number("one")
    graph._keys[first] = "another key with this number"
    assert graph.number("one") == first + 1 == graph.number("one")


def test_edges_join_nodes_that_aif_allows_to_be_joined(dossier: Dossier) -> None:
    schemes = {"RA", "CA", "MA"}
    allowed = {("L", "YA"), ("L", "TA"), ("TA", "L"), ("TA", "YA"), ("YA", "L"), ("YA", "I")}
    allowed |= {("YA", one) for one in schemes} | {(one, "I") for one in schemes} | {("I", one) for one in schemes}
    allowed |= {(one, other) for one in ("RA", "CA") for other in ("RA", "CA")}
    for _, read in each(dossier):
        kinds = {(read.node[edge["fromID"]]["type"], read.node[edge["toID"]]["type"]) for edge in read.made["edges"]}
        assert kinds <= allowed
        # A scheme application of any kind has something that goes in; a transition and an illocution has one thing that comes out.
        for name, node in read.node.items():
            if node["type"] not in {"I", "L"}:
                assert read.into(name), node
                assert Counter(read.node[one]["type"] for one in read.out_of(name)) in (
                    {"L": 1}, {"I": 1}, {"L": 1, "YA": 1}, {"RA": 1}, {"CA": 1}, {"MA": 1},
                )  # fmt: skip


def test_every_statement_is_asserted_by_its_innermost_speaker_and_passed_on_by_the_others(dossier: Dossier) -> None:
    for argument, read in each(dossier):
        for name in argument.claims:
            if statement := dossier.statement.get(name):
                (asserting,) = read.into(number(name), "YA")
                (locution,) = read.into(asserting, "L")
                chain = [read.speaker[locution]]
                while outer := read.into(locution, "YA"):
                    (locution,) = read.into(outer[0])
                    chain.append(read.speaker[locution])
                assert chain == [dossier.actor[one].name for one in dossier.speakers(statement)]
                assert read.node[locution]["text"].startswith(f"{' : '.join(reversed(chain))} : ")


def test_every_step_has_an_author(dossier: Dossier) -> None:
    editors = ("Analysing", dossier.cover.editors)
    for argument, read in each(dossier):
        for step in argument.inferences:
            speaker = dossier.actor[step.speaker or argument.speaker].name
            wanted = editors if step.implicit else (MADE_BY[step.relation], speaker)
            assert read.authors(number(step.id)) == {wanted}, step.id


def test_what_nobody_says_is_of_the_editors(debates: Dossier) -> None:
    (argument, read), _ = each(debates)
    for claim in argument.unstated:
        assert read.authors(number(claim.id)) == {("Analysing", "Nobody in particular")}
    conflicts = {number(name) for one in argument.oppositions for name in one.claims}
    pairs = {
        (read.into(name, "I")[0], read.out_of(name)[0])
        for name, node in read.node.items()
        if node["type"] == "CA" and read.authors(name) == {("Analysing", "Nobody in particular")}
    }
    assert {name for pair in pairs for name in pair} == conflicts
    assert pairs == {(head, tail) for tail, head in pairs}, "each excludes the other"
    assert len(pairs) == 2 * (3 + 1 + 1 + 1)


def test_a_step_without_its_author_among_the_speakers_is_of_the_editors(tiny: Dossier) -> None:
    argument = tiny.arguments[0]
    steps = [step.model_copy(update={"speaker": "upper-vell", "implicit": False}) for step in argument.inferences]
    made = argument.model_copy(update={"inferences": tuple(steps)})
    read = Read(aif(replace(tiny, arguments=(made,)), made))
    for step in steps:
        assert read.authors(number(step.id)) == {("Analysing", "Two readers of the paper")}


def test_an_event_is_asserted_by_whoever_reports_it(tiny: Dossier) -> None:
    read = Read(aif(tiny, tiny.arguments[0]))
    (asserted,) = {name for name in tiny.arguments[0].claims if name in tiny.event}
    assert {deed for deed, _ in read.authors(number(asserted))} == {"Asserting"}


def test_another_wording_is_a_rephrase(shipped: Dossier) -> None:
    read = Read(aif(shipped, shipped.arguments[0]))
    (rephrase,) = [name for name, node in read.node.items() if node["type"] == "MA"]
    assert read.into(rephrase, "I") == [number("headline-claim")]
    assert read.out_of(rephrase) == [number("not-against-west")]
    assert {deed for deed, _ in read.authors(rephrase)} == {"Restating"}


def test_only_names_of_people_are_split(shipped: Dossier, tiny: Dossier, debates: Dossier) -> None:
    found: dict[str, str] = {}
    for dossier in (shipped, tiny, debates):
        for _, read in each(dossier):
            found |= {one["surname"]: one["firstname"] for one in read.made["participants"]}
    assert found["Markedonov"] == "Sergei"
    assert found["Semmelweis"] == "Ignaz"
    assert found["the physicians of the city"] == found["unnamed representatives of Azerbaijan"] == ""
    assert not any(name.startswith("the ") and first for name, first in found.items())


def test_critical_questions_name_the_claims_that_address_them(dossier: Dossier) -> None:
    for argument, read in each(dossier):
        asked = read.made["cqdescriptorfulfillments"]
        answers = [answer for step in argument.inferences for answer in step.answers]
        assert len(asked) == sum(len(answer.statements) or 1 for answer in answers)
        for one in asked:
            assert read.node[one["nodeID"]]["type"] in {"RA", "CA"}
            assert (one["selectedID"] is None) == (one["answer"] == "not-addressed")
            assert one["selectedID"] is None or read.node[one["selectedID"]]["type"] == "I"
        named = {(one["descriptorID"], one["question"]) for one in asked}
        assert len(named) == len(dict(named)), "one descriptor for each question"


def test_schemes_have_their_numbers_of_aifdb(dossier: Dossier) -> None:
    numbers = {"RA": "72", "CA": "71", "MA": "144", "TA": "82"}
    for _, read in each(dossier):
        fulfilled = {one["nodeID"]: one["schemeID"] for one in read.made["schemefulfillments"]}
        assert set(fulfilled) == {name for name, node in read.node.items() if node["type"] not in {"I", "L"}}
        assert all(fulfilled[name] == numbers.get(read.node[name]["type"], fulfilled[name]) for name in fulfilled)


def test_xaif_places_every_node_on_its_own(dossier: Dossier) -> None:
    for argument in dossier.arguments:
        made = xaif(dossier, argument)
        places = {(one["x"], one["y"]): one["nodeID"] for one in made["OVA"]["nodes"]}
        assert sorted(places.values()) == sorted(node["nodeID"] for node in made["AIF"]["nodes"])
