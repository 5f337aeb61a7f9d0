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
from tests.conftest import FIXTURES, ROOT
from tests.hostile import HOSTILE, write_hostile

READER = Path(__file__).parent / "argdown" / "read.cjs"
DOSSIERS = ["shipped", "tiny", "hostile"]

needs_parser = pytest.mark.skipif(
    not (READER.parent / "node_modules").is_dir() or not shutil.which("node"),
    reason="Argdown's own parser is not installed here; `nox -s argdown` installs and runs it (it needs Node.js)",
)


@pytest.fixture(params=DOSSIERS)
def dossier(request: pytest.FixtureRequest, tmp_path: Path) -> Dossier:
    if request.param == "hostile":
        return open_dossier(write_hostile(FIXTURES / "tiny" / "seeds", tmp_path))
    return open_dossier((ROOT if request.param == "shipped" else FIXTURES / request.param) / "seeds")


def read(text: str) -> dict[str, Any]:
    run = subprocess.run(["node", READER], input=text, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def rebuilt_step(step: dict[str, Any], relations: list[list[str]]) -> dict[str, Any]:
    """The fields of an inference, rebuilt from what Argdown's parser found."""
    premises = [name for name, role in step["structure"] if role == "premise"]
    conclusions = [name for name, role in step["structure"] if role == "main-conclusion"]
    own = [(kind, target) for kind, tail, target in relations if tail == step["id"] and kind != "support"]
    if own:
        premises = [tail for kind, tail, target in relations if kind == "support" and target == step["id"]]
    relation, conclusion = own[0] if own else ("support", conclusions[0])
    given = {"id": step["id"], "title": step["title"], "premises": premises, "relation": relation}
    return {**given, "conclusion": conclusion, **step["data"]}


@needs_parser
def test_every_step_survives_a_round_trip_except_for_notes(dossier: Dossier) -> None:
    for argument in dossier.arguments:
        understood = read(argdown(dossier, argument))
        assert understood["errors"] == []
        steps = [Inference.model_validate(rebuilt_step(s, understood["relations"])) for s in understood["steps"]]
        wanted = [step.model_copy(update={"notes": ()}) for step in argument.inferences]
        assert sorted(steps, key=lambda step: step.id) == sorted(wanted, key=lambda step: step.id)
        front = {key: value for key, value in understood["front"].items() if key != "as_of"}
        inferences = [step.model_dump(mode="json") for step in argument.inferences]
        assert Argument.model_validate({**front, "inferences": inferences}) == argument.model_copy(update={"notes": ()})


@needs_parser
def test_every_statement_survives_a_round_trip_with_all_its_wordings(dossier: Dossier) -> None:
    for argument in dossier.arguments:
        found = []
        for one in read(argdown(dossier, argument))["statements"]:
            for member in one["members"]:
                data = {key: value for key, value in member["data"].items() if key != "outlet"}
                if data.pop("record", None):
                    assert dossier.event[one["id"]].title == member["text"]
                    continue
                rewords = {"rewords": one["id"]} if data["id"] != one["id"] else {}
                said = dossier.statement[data["id"]]
                assert member["text"] == sentence(said)
                found.append(Statement.model_validate({**data, **rewords, "says": said.says}))
        wanted = [one.model_copy(update={"notes": ()}) for one in statements_of(dossier, argument)]
        assert sorted(found, key=lambda one: one.id) == sorted(wanted, key=lambda one: one.id)


@needs_parser
def test_a_scheme_names_the_rule_of_its_step(dossier: Dossier) -> None:
    argument = dossier.arguments[0]
    rules = {step["id"]: step["rule"] for step in read(argdown(dossier, argument))["steps"]}
    for step in argument.inferences:
        if step.relation is Relation.SUPPORT:
            assert [rule.replace(" ", "") for rule in rules[step.id]] == [
                dossier.scheme[step.scheme].title.replace(" ", "")
            ]


def test_another_wording_has_the_same_name(shipped: Dossier) -> None:
    text = argdown(shipped, shipped.arguments[0])
    assert text.count("\n[not-against-west]: ") == 2
    assert '{"id": "headline-claim", ' in text


def test_an_undercutting_step_points_at_its_target(tiny: Dossier) -> None:
    text = argdown(tiny, tiny.arguments[0])
    assert "\n  <+ [honest-keeper]\n  _> <step-failures>\n" in text


def test_special_characters_are_escaped(tmp_path: Path) -> None:
    hostile = open_dossier(write_hostile(FIXTURES / "tiny" / "seeds", tmp_path))
    text = argdown(hostile, hostile.arguments[0])
    assert HOSTILE not in text
    assert r"\<script\>alert(1)\</script\>" in text
