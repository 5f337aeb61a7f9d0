"""JSON exports contain complete records: the schemas accept them, and they can be used as seeds again."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT7

from macros.desk.schema import schemas
from macros.exports.argument_json import argument_json
from macros.exports.completion import ids_of
from macros.exports.dossier_json import dossier_json
from macros.loading.folder import seed_files
from macros.loading.leftovers import IDS
from macros.models.argument import Argument, Scheme
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.kinds import COVER, FILE_KINDS
from macros.models.position import Position
from macros.models.statement import Statement
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS, ROOT
from tests.hostile import write_hostile


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value))


CASES = ["shipped", "tiny", "minimal", "hostile"]


@pytest.fixture(params=CASES)
def seeds(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder of seeds."""
    if request.param == "hostile":
        return write_hostile(DOSSIERS / "tiny" / "seeds", tmp_path / "hostile")
    return (ROOT if request.param == "shipped" else DOSSIERS / request.param) / "seeds"


def rewritten(seeds: Path, exported: dict[str, Any], target: Path) -> Path:
    """A folder of seeds from the exported JSON, with the files that only the checks use as they were."""
    target.mkdir()
    for kind, records in exported.items():
        (target / f"{kind}.yml").write_text(json.dumps(records, ensure_ascii=False), encoding="utf-8")
    for kind, file in seed_files(seeds):
        if kind not in exported:
            copy = target / file.relative_to(seeds)
            copy.parent.mkdir(exist_ok=True)
            shutil.copy(file, copy)
    return target


def test_the_whole_dossier_survives_the_way_from_seeds_to_json_to_seeds(seeds: Path, tmp_path: Path) -> None:
    dossier = open_dossier(seeds)
    exported = through_json(dossier_json(dossier))
    assert set(exported) == {kind.name for kind in FILE_KINDS.values() if kind.is_exported}
    again = open_dossier(rewritten(seeds, exported, tmp_path / "again"))
    for kind in FILE_KINDS:
        assert again.of_kind(kind) == dossier.of_kind(kind)
    assert dossier_json(again) == exported


def test_the_json_of_each_kind_is_valid_against_the_schema_of_its_seed_file(seeds: Path) -> None:
    schemas_of_seeds = {name: json.loads(text) for name, text in schemas().items()}
    ids = Registry().with_resource(IDS, DRAFT7.create_resource(json.loads(ids_of(seeds))))
    for kind, records in through_json(dossier_json(open_dossier(seeds))).items():
        found = Draft7Validator(schemas_of_seeds[f"{kind}.json"], registry=ids).iter_errors(records)
        assert [f"{kind} {error.json_path}: {error.message}" for error in found] == []


def nulls(value: Any, path: str = "") -> Iterator[str]:
    """Where a value is null."""
    if isinstance(value, (dict, list)):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in steps:
            yield from nulls(item, f"{path}/{step}")
    elif value is None:
        yield path


def test_no_field_is_null(seeds: Path) -> None:
    dossier = open_dossier(seeds)
    assert [*nulls(dossier_json(dossier))] == []
    for argument in dossier.arguments:
        assert [*nulls(argument_json(dossier, argument))] == []


def test_every_record_of_a_list_has_an_id_of_its_own(seeds: Path) -> None:
    dossier = open_dossier(seeds)
    covers = {COVER.name, "comparison", "aftermath"}
    every = [one["id"] for kind, records in dossier_json(dossier).items() if kind not in covers for one in records]
    assert len(set(every)) == len(every)
    # Prose cites a position by this id.
    for position, written in zip(dossier.positions, dossier_json(dossier)["positions"], strict=True):
        assert dossier.citable[written["id"]] is position


def test_only_the_id_that_downloads_give_is_accepted_of_a_position(tiny: Dossier) -> None:
    position = tiny.positions[0]
    given = position.model_dump(mode="json", exclude_none=True)
    key = "/".join(filter(None, (position.actor, position.issue, position.toward)))
    assert Position.model_validate({**given, "id": key}) == position
    wrongs: tuple[Any, ...] = (position.issue, f"{key}/", 5, {})
    for wrong in wrongs:
        with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
            Position.model_validate({**given, "id": wrong})


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
