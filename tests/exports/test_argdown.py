"""Argdown's own parser reads our export and finds the same argument in it. `nox -s argdown` installs the parser."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.exports.argdown import argdown
from macros.exports.argument_parts import sentence, statements_of
from macros.models.argument import Argument, Inference, Relation
from macros.models.dossier import Dossier
from macros.models.statement import Statement
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS, ROOT
from tests.hostile import HOSTILE, write_hostile

READER = Path(__file__).parent / "argdown" / "read.cjs"
NAMES = ["shipped", "tiny", "debates", "hostile", "hostile-debates"]

needs_parser = pytest.mark.skipif(
    not (READER.parent / "node_modules").is_dir() or not shutil.which("node"),
    reason="Argdown's own parser is not installed here; `nox -s argdown` installs and runs it (it needs Node.js)",
)


@pytest.fixture(params=NAMES)
def dossier(request: pytest.FixtureRequest, tmp_path: Path) -> Dossier:
    if request.param.startswith("hostile"):
        origin = "debates" if request.param == "hostile-debates" else "tiny"
        return open_dossier(write_hostile(DOSSIERS / origin / "seeds", tmp_path))
    return open_dossier((ROOT if request.param == "shipped" else DOSSIERS / request.param) / "seeds")


def read(text: str) -> dict[str, Any]:
    run = subprocess.run(["node", READER], input=text, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def rebuilt_step(step: dict[str, Any], relations: list[list[str]], steps: set[str]) -> dict[str, Any]:
    """The fields of an inference, rebuilt from what Argdown's parser found."""
    premises = [name for name, role in step["structure"] if role == "premise"]
    conclusions = [name for name, role in step["structure"] if role == "main-conclusion"]
    own = [(kind, target) for kind, tail, target in relations if tail == step["id"]]
    if own:
        premises = [t for kind, t, target in relations if (kind, target) == ("support", step["id"]) and t not in steps]
    relation, conclusion = own[0] if own else ("support", conclusions[0])
    given = {"id": step["id"], "title": step["title"], "premises": premises, "relation": relation}
    return {**given, "conclusion": conclusion, **step["data"]}


@needs_parser
def test_every_step_survives_a_round_trip_except_for_notes(dossier: Dossier) -> None:
    for argument in dossier.arguments:
        understood = read(argdown(dossier, argument))
        assert understood["errors"] == []
        ids, relations = {step["id"] for step in understood["steps"]}, understood["relations"]
        steps = [Inference.model_validate(rebuilt_step(step, relations, ids)) for step in understood["steps"]]
        wanted = [step.model_copy(update={"notes": ()}) for step in argument.inferences]
        assert sorted(steps, key=lambda step: step.id) == sorted(wanted, key=lambda step: step.id)
        front = {key: value for key, value in understood["front"].items() if key not in ("as_of", "model")}
        whole = argument.model_dump(mode="json", include={"inferences", "unstated"})
        assert Argument.model_validate({**front, **whole}) == argument.model_copy(update={"notes": ()})


@needs_parser
def test_every_statement_survives_a_round_trip_with_all_its_wordings(dossier: Dossier) -> None:
    for argument in dossier.arguments:
        found = []
        for one in read(argdown(dossier, argument))["statements"]:
            for member in one["members"]:
                data = {key: value for key, value in member["data"].items() if key != "outlet"}
                if record := data.pop("record", None):
                    known = dossier.event[one["id"]].title if record == "event" else dossier.unstated[one["id"]].text
                    assert known == member["text"]
                    continue
                rewords = {"rewords": one["id"]} if data["id"] != one["id"] else {}
                said = dossier.statement[data["id"]]
                assert member["text"] == sentence(dossier, said)
                found.append(Statement.model_validate({**data, **rewords, "says": said.says}))
        wanted = [one.model_copy(update={"notes": ()}) for one in statements_of(dossier, argument)]
        assert sorted(found, key=lambda one: one.id) == sorted(wanted, key=lambda one: one.id)


@needs_parser
def test_a_scheme_names_the_rule_of_its_step(dossier: Dossier) -> None:
    argument = dossier.arguments[0]
    rules = {step["id"]: step["rule"] for step in read(argdown(dossier, argument))["steps"]}
    for step in argument.inferences:
        if step.relation is Relation.SUPPORT and step.conclusion not in rules:
            assert [rule.replace(" ", "") for rule in rules[step.id]] == [
                dossier.scheme[step.scheme].title.replace(" ", "")
            ]


@needs_parser
def test_what_excludes_each_other_is_contrary_or_contradictory(debates: Dossier) -> None:
    for argument in debates.arguments:
        wanted = {(one.kind.value, *pair) for one in argument.oppositions for pair in one.pairs}
        relations = read(argdown(debates, argument))["relations"]
        # Argdown turns a contradiction, which has no direction, as it likes.
        found = {(kind, frozenset(pair)) for kind, *pair in relations if kind in {"contrary", "contradictory"}}
        assert found == {(kind, frozenset(pair)) for kind, *pair in wanted}
    assert {kind for kind, *_ in read(argdown(debates, debates.arguments[0]))["relations"]} >= {
        "contrary",
        "contradictory",
    }


def test_support_of_a_step_and_its_speaker_are_exported(debates: Dossier) -> None:
    text = argdown(debates, debates.arguments[1])
    assert "\n  <+ [worse]\n  +> <step-alike>\n" in text
    assert '"speaker": "defenders"' in text
    assert (
        '[alike-alike]: What has comparable effects should be treated alike by the law. {"id": "alike-alike", ' in text
    )


def test_another_wording_has_the_same_name(shipped: Dossier) -> None:
    text = argdown(shipped, shipped.arguments[0])
    assert text.count("\n[not-against-west]: ") == 2
    assert '{"id": "headline-claim", ' in text


def test_an_undercutting_step_points_at_its_target(tiny: Dossier) -> None:
    text = argdown(tiny, tiny.arguments[0])
    assert "\n  <+ [honest-keeper]\n  _> <step-failures>\n" in text


def test_special_characters_are_escaped(tmp_path: Path) -> None:
    hostile = open_dossier(write_hostile(DOSSIERS / "tiny" / "seeds", tmp_path))
    text = argdown(hostile, hostile.arguments[0])
    assert HOSTILE not in text
    assert r"\<script\>alert(1)\</script\>" in text
