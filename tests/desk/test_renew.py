from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from macros.desk import renew
from macros.desk.schema import EXAMPLE, EXTRA_EXAMPLES, SCHEMAS, examples, schema_line, schemas
from macros.desk.word_meanings import lists_in, meanings
from macros.exports.completion import ids_of
from macros.loading.folder import seed_files
from macros.loading.leftovers import IDS
from macros.models.cover import PageName
from macros.models.kinds import ALL_KINDS, COVER, FILE_KINDS
from macros.models.references import contained, hints_of
from tests.conftest import DOSSIERS, ROOT

MODELS = {kind.name: kind.model for kind in FILE_KINDS.values()}
FOLDERS = (ROOT / "seeds", DOSSIERS / "tiny" / "seeds", DOSSIERS / "minimal" / "seeds", EXAMPLE, EXTRA_EXAMPLES)
MADE = {"fingerprints", "guards", "reviews"}
"""Kinds of record that are only generated, never written by hand."""


def every_seed() -> list[tuple[str, Path]]:
    return [(kind, file) for folder in FOLDERS for kind, file in seed_files(folder)]


@pytest.fixture(autouse=True)
def _shipped_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOSSIER_SEEDS", raising=False)


def test_generated_files_are_current() -> None:
    stale = [file.name for file, text in renew.renewed() if file.read_text(encoding="utf-8") != text]
    assert stale == [], "run: python3 -m nox -s schema"
    assert {file.name for file in SCHEMAS.iterdir()} == {*schemas(), IDS}


def test_a_stale_file_is_regenerated_and_its_name_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "README.md").write_text("By hand.\n", encoding="utf-8")
    (seeds / "terms.yml").write_text("# yaml-language-server: $schema=old.json\n- id: a\n", encoding="utf-8")
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    monkeypatch.setattr(renew, "SCHEMAS", seeds / "schema")
    monkeypatch.setattr(renew, "GUIDE", seeds / "README.md")
    assert renew.main([]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(MODELS) + 3
    assert (seeds / "terms.yml").read_text(encoding="utf-8").splitlines() == [
        "# yaml-language-server: $schema=schema/terms.json",
        "- id: a",
    ]
    assert (seeds / "README.md").read_text(encoding="utf-8").startswith("By hand.\n\n<!-- Made by nox -s schema")
    assert renew.main([]) == 0
    assert capsys.readouterr().out == ""


def test_another_dossier_gets_schemas_of_its_own_and_ours_stay_current(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "tiny"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    stale = [file for file, text in renew.renewed() if not file.is_file() or file.read_text(encoding="utf-8") != text]
    assert stale
    assert all(file.is_relative_to(seeds) for file in stale)
    assert SCHEMAS / "events.json" in [file for file, _ in renew.renewed()]


def test_only_the_ids_are_renewed_and_only_in_a_dossier_with_schemas(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "tiny"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    assert renew.main(["--ids"]) == 0
    assert not (seeds / "schema").exists()
    (seeds / "schema").mkdir()
    before = (seeds / "sources.yml").read_text(encoding="utf-8")
    assert renew.main(["--ids"]) == 0
    assert [file.name for file in (seeds / "schema").iterdir()] == [IDS]
    assert (seeds / "sources.yml").read_text(encoding="utf-8") == before
    monkeypatch.setenv("DOSSIER_SEEDS", str(tmp_path / "nowhere"))
    assert renew.main(["--ids"]) == 0


def test_schemas_are_renewed_where_a_file_names_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "tiny"))
    monkeypatch.setenv("DOSSIER_SEEDS", str(seeds))
    assert renew.main(["--schemas"]) == 0
    assert not (seeds / "schema").exists()
    terms = seeds / "terms.yml"
    terms.write_text(f"{schema_line(terms)}{terms.read_text(encoding='utf-8')}", encoding="utf-8")
    before = {file: file.read_bytes() for _, file in seed_files(seeds)}
    assert renew.main(["--schemas"]) == 0
    assert {file.name for file in (seeds / "schema").iterdir()} == {*schemas(), IDS}
    assert {file: file.read_bytes() for _, file in seed_files(seeds)} == before


def test_every_id_of_a_dossier_is_offered_with_what_it_stands_for() -> None:
    made = json.loads(ids_of(DOSSIERS / "tiny" / "seeds"))["definitions"]
    offered = {kind: {one["const"]: one["description"] for one in made[kind]["anyOf"][:-1]} for kind in made}
    assert offered["actors"]["quill"] == "Edda Quill"
    assert offered["statements"]["march-meeting"].startswith("fishers from both villages")
    assert "step-stalled" in offered["inferences"]
    assert offered["sources"]["harbour-log"] == "harbour-office, 1999-04-01?"
    assert set(offered) == set(ALL_KINDS)


@pytest.mark.parametrize(
    ("kind", "up"), [("statements.yml", "schema/"), ("statements/1-x.yml", "../schema/"), ("dossier.yml", "schema/")]
)
def test_a_file_has_the_schema_of_its_kind(kind: str, up: str) -> None:
    name = Path(kind).parts[0].removesuffix(".yml")
    assert schema_line(ROOT / "seeds" / kind).strip().endswith(f"$schema={up}{name}.json")


def every_list() -> set[type[StrEnum]]:
    models = {
        one for kind in ALL_KINDS.values() for one in (kind.model, *(inner for _, inner in contained(kind.model)))
    }
    return {words for model in models for hint in hints_of(model).values() for words in lists_in(hint)}


def test_every_word_of_a_list_has_a_meaning_of_its_own() -> None:
    # The words of this list are names of pages, and explain themselves.
    lists = every_list() - {PageName}
    assert len(lists) > 12
    for words in lists:
        found = meanings(words)
        assert set(found) == set(words), words
        assert len(set(found.values())) == len(found), words
        assert all(text.endswith(".") for text in found.values()), words


@pytest.mark.parametrize("kind", sorted(set(MODELS) - MADE - {COVER.name}))
def test_a_new_record_is_valid_once_the_ids_are_filled_in(kind: str) -> None:
    (snippet,) = json.loads(schemas()[f"{kind}.json"])["defaultSnippets"]
    text = re.sub(r"\$\{\d+\}", "some-id", json.dumps(snippet["body"]))
    text = re.sub(r"\$\{\d+:((?:[^}\\]|\\\\.)*)\}", r"\1", text).replace("\\\\", "")
    assert MODELS[kind].model_validate(json.loads(text))


def fields(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for holder in (schema, *schema.get("$defs", {}).values()):
        yield from holder.get("properties", {}).items()


def test_every_field_is_explained_and_every_kind_has_an_example() -> None:
    for name, text in schemas().items():
        for field, definition in fields(json.loads(text)):
            assert definition.get("title"), (name, field)
            assert definition.get("description"), (name, field)
    assert set(examples()) == set(MODELS) - MADE


def test_the_field_guide_lists_every_field() -> None:
    guide = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    for kind, model in MODELS.items():
        assert f"### `{kind}.yml`" in guide
        assert all(f"| `{field}` |" in guide for field in model.model_fields)


@pytest.mark.parametrize("kind", MODELS)
def test_a_schema_accepts_every_seed_file_and_rejects_unknown_fields(kind: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("nonsense: x" if kind == COVER.name else "- {nonsense: x}", encoding="utf-8")
    schema = ["--schemafile", str(SCHEMAS / f"{kind}.json")]
    files = [str(file) for its_kind, file in every_seed() if its_kind == kind]
    accepted = CliRunner().invoke(check_jsonschema, [*schema, *files])
    assert accepted.exit_code == 0, accepted.output
    assert "'nonsense' was unexpected" in CliRunner().invoke(check_jsonschema, [*schema, str(wrong)]).output


@pytest.mark.parametrize(
    ("text", "is_fine"),
    [
        ("{date: 2023-11-20, what: x}", True),
        ("{date: 2023, what: 1999}", True),
        ("{date: 2023-06~, what: no}", True),
        ("{date: 20 June, what: x}", False),
        ("{date: 2023-06, what: }", False),
    ],
)
def test_a_plain_word_is_accepted_as_any_type_that_yaml_gives_it(text: str, is_fine: bool, tmp_path: Path) -> None:  # noqa: FBT001
    cover = (ROOT / "seeds" / "dossier.yml").read_text(encoding="utf-8").partition("corrections:")[0]
    (tmp_path / "dossier.yml").write_text(f"{cover.rstrip()}\ncorrections: [{text}]\n", encoding="utf-8")
    arguments = ["--schemafile", str(SCHEMAS / "dossier.json"), str(tmp_path / "dossier.yml")]
    assert (CliRunner().invoke(check_jsonschema, arguments).exit_code == 0) is is_fine
