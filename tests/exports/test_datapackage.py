"""The data package, as Frictionless, the program of its standard, reads and validates it."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from macros.exports.datapackage import datapackage
from macros.exports.files import files
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS
from tests.hostile import write_hostile

with warnings.catch_warnings():
    # Its own dependencies are out of date.
    warnings.simplefilter("ignore")
    from frictionless import Package

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(params=["shipped", "tiny", "minimal", "hostile"])
def dossier(request: pytest.FixtureRequest, tmp_path: Path) -> Dossier:
    if request.param == "hostile":
        return open_dossier(write_hostile(DOSSIERS / "tiny" / "seeds", tmp_path / "hostile"))
    found: Dossier = request.getfixturevalue(request.param)
    return found


def written(dossier: Dossier, folder: Path) -> Path:
    for file in files(dossier, "https://example.org/x/"):
        path = folder / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content.encode())
    return folder / "data"


def problems(folder: Path) -> list[Any]:
    report = Package(str(folder / "datapackage.json")).validate()
    return [*report.errors, *(error for task in report.tasks for error in task.errors)]


def test_the_package_and_every_table_are_valid(dossier: Dossier, tmp_path: Path) -> None:
    folder = written(dossier, tmp_path / "site")
    assert [error.message for error in problems(folder)] == []
    described = {resource["path"] for resource in datapackage(dossier)["resources"]}
    assert described == {path.name for path in folder.glob("*.csv")}


def test_values_have_their_types(tiny: Dossier, tmp_path: Path) -> None:
    package = Package(str(written(tiny, tmp_path) / "datapackage.json"))
    events = package.get_table_resource("events")
    (first, *_) = events.read_rows()
    assert first["id"] == "march-round"
    assert first["cameo"] == {"code": "046", "label": "engage in negotiation"}
    assert first["participants"] == ["upper-vell", "lower-vell"]
    assert first["date"] == "1999-03~"


@pytest.mark.parametrize(
    ("table", "old", "new", "kind"),
    [
        ("events", ",skarn-talks,", ",no-such-track,", "foreign-key"),
        ("actors", "\r\nherald,", "\r\nupper-vell,", "primary-key"),
        ("statements", ',2,"https:', ',two,"https:', "type-error"),
        ("events", '"[""upper-vell', '"[upper-vell', "type-error"),
        ("actors", "\r\nherald,institution,", "\r\nherald,institution,institution,", "extra-cell"),
    ],
)
def test_a_wrong_table_is_found(tiny: Dossier, tmp_path: Path, table: str, old: str, new: str, kind: str) -> None:
    folder = written(tiny, tmp_path)
    file = folder / f"{table}.csv"
    text = file.read_bytes().decode()
    assert text.count(old) >= 1
    file.write_bytes(text.replace(old, new, 1).encode())
    assert kind in {error.type for error in problems(folder)}


def test_the_package_says_whose_it_is_and_what_it_is_based_on(tiny: Dossier) -> None:
    made = datapackage(tiny, "https://example.org/x/")
    assert (made["title"], made["homepage"]) == (tiny.cover.title, "https://example.org/x/")
    assert made["licenses"] == [{"title": tiny.cover.licence, "path": tiny.cover.licence_url}]
    assert made["sources"] == [{"title": one.title, "path": one.url} for one in tiny.base_layer]
    assert "homepage" not in datapackage(tiny)
    untitled = tiny.base_source.model_copy(update={"title": Nothing.UNKNOWN})
    assert datapackage(Dossier(tiny.cover, sources=(untitled,)))["sources"][0]["title"] == "[Title not seen]"
    json.dumps(made)
