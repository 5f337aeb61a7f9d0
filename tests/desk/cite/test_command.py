from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.desk.cite.__main__ import main
from macros.loading.folder import read_folder
from macros.models.source import Layer
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small dossier, in force."""
    copy = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "seeds"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(copy))
    return copy


def export(folder: Path, *entries: Mapping[str, object]) -> str:
    """An export with entries, beside a folder of seeds."""
    file = folder.parent / "My export.json"
    file.write_text(json.dumps(entries), encoding="utf-8")
    return str(file)


def issued(*parts: int) -> dict[str, list[tuple[int, ...]]]:
    return {"date-parts": [parts]}


def test_a_source_that_is_wholly_known_needs_no_work(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in seeds.rglob("*.yml")}
    entry = {
        "title": "Boats: stay in #1", "container-title": "the vell gazette", "language": "en", "URL": "https://g.example/1",
        "issued": issued(1999, 4, 21), "accessed": issued(1999, 6, 30), "author": [{"given": "Ann", "family": "Roe"}],
    }  # fmt: skip
    assert main([export(seeds, entry)]) == 0
    file = seeds / "sources" / "my-export.yml"
    assert capsys.readouterr().out == f"{file.as_posix()}: 1 source\n"
    (made,) = [source for source in open_dossier(seeds).sources if source.url == "https://g.example/1"]
    assert (made.id, made.publisher, made.layer) == ("vell-gazette-1999-04-21", "vell-gazette", Layer.OTHER)
    assert (made.title, made.author, made.guessed) == ("Boats: stay in #1", "Ann Roe", ())
    assert file.read_text(encoding="utf-8").startswith(
        "# yaml-language-server: $schema=../schema/sources.json\n# Made by"
    )
    assert {path: path.read_bytes() for path in before} == before


def test_what_the_export_does_not_say_is_left_to_write_and_listed(
    seeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([export(seeds, {"title": "", "URL": "https://www.fjord.example/x"}), str(seeds)]) == 0
    sources, actors = seeds / "sources" / "my-export.yml", seeds / "actors" / "my-export.yml"
    assert capsys.readouterr().out.splitlines() == [
        f"{actors.as_posix()}: 1 actor",
        f"{actors.as_posix()}:3: fjord-example: left to write or check: name, short",
        f"{sources.as_posix()}: 1 source",
        f"{sources.as_posix()}:3: fjord-example-2: left to write or check: layer, affiliation, language, issued, accessed",
    ]
    dossier = open_dossier(seeds)
    assert dossier.source["fjord-example-2"].guessed == ("layer", "affiliation", "language", "issued", "accessed")
    assert dossier.actor["fjord-example"].name == "fjord.example"


def test_a_source_after_the_as_of_date_is_in_the_layer_of_what_came_afterwards(seeds: Path) -> None:
    entries = (
        {"title": "A", "container-title": "Фьорд", "URL": "https://fjord.example/1", "issued": issued(1999, 5, 20)},
        {"title": "B", "container-title": "Фьорд", "URL": "https://fjord.example/2", "issued": issued(1999, 5)},
    )
    assert main([export(seeds, *entries)]) == 0
    dossier = open_dossier(seeds)
    first, second = dossier.source["fjord-example-1999-05-20"], dossier.source["fjord-example-1999-05"]
    assert (first.layer, "layer" in first.guessed) == (Layer.AFTERWARDS, False)
    assert (second.layer, "layer" in second.guessed) == (Layer.OTHER, True)
    assert first.publisher == second.publisher == "fjord-example"


def test_nothing_is_written_twice_or_over_something(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = (
        {"title": "Log", "URL": "http://www.harbour.example/log?utm_source=x#top"},
        {"title": "Nowhere"},
        {"title": "A", "URL": "https://a.example/1", "DOI": "10.1/a"},
        {"title": "A again", "DOI": "10.1/A"},
    )
    assert main([export(seeds, *entries)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[-3:] == [
        "entry 1, Log: it is the source 'harbour-log' already",
        "entry 2, Nowhere: it has neither an address nor a DOI",
        "entry 4, A again: it is the source 'a-example-2' already",
    ]
    assert main([export(seeds, {"title": "B", "URL": "https://a.example/2"})]) == 0
    assert (seeds / "sources" / "my-export-2.yml").is_file()
    assert not (seeds / "actors" / "my-export-2.yml").exists()
    assert read_folder(seeds).problems == []


def test_bad_input_is_one_line_and_nothing_is_written(
    seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in seeds.rglob("*") if path.is_file()}
    assert main([str(tmp_path / "x.json")]) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'x.json'}: the file cannot be read: No such file or directory\n"
    assert {path: path.read_bytes() for path in seeds.rglob("*") if path.is_file()} == before


def test_a_dossier_that_cannot_be_read_or_written_is_reported(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = export(seeds, {"title": "A", "URL": "https://a.example/1"})
    assert main([file, str(seeds / "nowhere")]) == 1
    assert capsys.readouterr().err.endswith("nothing was written\n")
    monkeypatch.setattr(
        Path, "write_text", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    assert main([file]) == 1
    assert "cannot be written: No space left on device" in capsys.readouterr().err
