"""JSON exports contain complete records: the models can read every one of them back."""

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


def test_the_whole_dossier_survives_a_round_trip(shipped: Dossier) -> None:
    written = through_json(dossier_json(shipped))
    assert Cover.model_validate(written.pop("dossier")) == shipped.cover
    assert set(written) == {kind.name for kind in RECORD_KINDS.values() if kind.is_exported}
    for kind, records in written.items():
        assert tuple(RECORD_KINDS[kind].model.model_validate(one) for one in records) == getattr(shipped, kind)


def test_an_argument_survives_a_round_trip_with_all_its_records(shipped: Dossier) -> None:
    argument = shipped.arguments[0]
    written = through_json(argument_json(shipped, argument))
    assert Argument.model_validate(written["argument"]) == argument
    statements = {one["id"]: Statement.model_validate(one) for one in written["statements"]}
    assert statements == {name: shipped.statement[name] for name in statements}
    assert "headline-claim" in statements
    schemes = [Scheme.model_validate(one) for one in written["schemes"]]
    assert {scheme.id for scheme in schemes} == {step.scheme for step in argument.inferences}
    assert [source["id"] for source in written["sources"]] == [shipped.base_source.id]


def test_the_export_of_an_argument_includes_its_events(tiny: Dossier) -> None:
    written = through_json(argument_json(tiny, tiny.arguments[0]))
    assert [Event.model_validate(one).id for one in written["events"]] == ["lighthouse-round"]


def test_fingerprints_are_not_exported(shipped: Dossier) -> None:
    written = json.dumps(dossier_json(shipped))
    assert "hashes" not in written
