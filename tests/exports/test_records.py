"""JSON exports hold the records whole: the models read every one of them back."""

from __future__ import annotations

import json
from typing import Any

from macros.exports.argument_json import argument_json
from macros.exports.dossier_json import dossier_json
from macros.models.argument import Argument, Scheme
from macros.models.cover import Cover
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.kinds import RECORD_KINDS
from macros.models.statement import Statement


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


def test_the_whole_dossier_comes_back(shipped: Dossier) -> None:
    written = through_json(dossier_json(shipped))
    assert Cover.model_validate(written.pop("dossier")) == shipped.cover
    assert set(written) == {kind.name for kind in RECORD_KINDS.values() if kind.is_exported}
    for kind, records in written.items():
        assert tuple(RECORD_KINDS[kind].model.model_validate(one) for one in records) == getattr(shipped, kind)


def test_an_argument_comes_back_with_all_that_it_is_made_of(shipped: Dossier) -> None:
    argument = shipped.arguments[0]
    written = through_json(argument_json(shipped, argument))
    assert Argument.model_validate(written["argument"]) == argument
    statements = {one["id"]: Statement.model_validate(one) for one in written["statements"]}
    assert statements == {name: shipped.statement[name] for name in statements}
    assert "headline-claim" in statements
    schemes = [Scheme.model_validate(one) for one in written["schemes"]]
    assert {scheme.id for scheme in schemes} == {step.scheme for step in argument.inferences}
    assert [source["id"] for source in written["sources"]] == [shipped.base_source.id]


def test_an_argument_from_events_brings_them_along(tiny: Dossier) -> None:
    written = through_json(argument_json(tiny, tiny.arguments[0]))
    assert [Event.model_validate(one).id for one in written["events"]] == ["lighthouse-round"]


def test_no_text_of_a_source_is_in_it(shipped: Dossier) -> None:
    written = json.dumps(dossier_json(shipped))
    assert "hashes" not in written
