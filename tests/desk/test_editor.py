"""What an editor of seeds is offered and told, by the language server of VS Code. `nox -s editor` installs the server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from macros.desk import new
from macros.desk.schema import EXTRA_EXAMPLES, examples
from macros.loading.yaml_text import read_yaml
from macros.models.base import Nothing
from macros.models.kinds import COVER, FILE_KINDS
from tests.desk.language_server import LanguageServer, is_installed, language_server

pytestmark = pytest.mark.skipif(
    not is_installed(),
    reason="the YAML language server is not installed here; `nox -s editor` installs and runs it (it needs Node.js)",
)

KINDS = sorted(set(examples()) - {COVER.name})
_numbers = count(1)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of somebody, far away from ours, whose ids are not those of the example."""
    folder = tmp_path_factory.mktemp("elsewhere") / "harbour"
    assert new.main([str(folder)]) == 0
    shutil.copytree(EXTRA_EXAMPLES, folder, dirs_exist_ok=True)
    ids = folder / "schema" / "ids.json"
    ids.write_text(ids.read_text(encoding="utf-8").replace("port-office", "dock-keeper"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with language_server() as running:
        yield running


def seed(dossier: Path, kind: str, text: str) -> tuple[Path, str]:
    """A new seed file with a text below the line that names its schema."""
    return dossier / f"{kind}{next(_numbers)}.yml", f"# yaml-language-server: $schema=schema/{kind}.json\n{text}"


def offered(server: LanguageServer, dossier: Path, kind: str, text: str) -> dict[str, str]:
    """What is offered at the mark |, with what it is said to mean."""
    return {
        item["label"]: str(item.get("documentation") or "") for item in server.completions(*seed(dossier, kind, text))
    }


def filled_in(snippet: str) -> str:
    """A snippet after an editor has accepted what is written in it, and chosen an id where nothing is."""
    text = re.sub(r"\$\{\d+\}", "some-id", snippet)
    return re.sub(r"\\([$}\\])", r"\1", re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", r"\1", text))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", ["|", "- |"], ids=["in-an-empty-file", "after-a-dash"])
def test_a_new_record_is_one_item_of_the_list(server: LanguageServer, dossier: Path, kind: str, place: str) -> None:
    file, text = seed(dossier, kind, place)
    (item,) = [item for item in server.completions(file, text) if item["label"].startswith("a new record")]
    inserted = item.get("textEdit", {}).get("newText") or item["insertText"]
    written = filled_in(text.replace("|", inserted))
    tree = read_yaml(written, "x.yml")
    assert tree.problems == [], written
    assert isinstance(tree.value, list)
    (record,) = tree.value
    assert FILE_KINDS[kind].model.model_validate(record)
    assert server.messages(*seed(dossier, kind, written)) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("statements", "- chain: [{speaker: |}]\n"),
        ("statements", "- chain:\n    - speaker: |\n"),
        ("events", "- participants: [|]\n"),
        ("events", "- participants:\n    - |\n"),
        ("events", "- refusals:\n    - by: |\n"),
        ("positions", "- actor: |\n"),
        ("actors", "- of: |\n"),
    ],
)
def test_the_ids_of_this_dossier_are_offered_with_their_names(
    server: LanguageServer, dossier: Path, kind: str, text: str
) -> None:
    found = offered(server, dossier, kind, text)
    assert found["dock-keeper"] == "the port office"
    assert "port-office" not in found
    assert not {"true", "false", "some-id", "ferry-may-run"} & set(found)


@pytest.mark.parametrize(
    ("kind", "text", "title"),
    [
        ("statements", "- chain: [{speaker: dock-|keeper}]\n", "the port office"),
        ("events", "- track: ferry-|talks\n", "The ferry talks"),
        ("events", "- statements:\n    - ferry-|may-run\n", "boats could sail after dark"),
    ],
)
def test_the_id_under_the_pointer_is_explained(
    server: LanguageServer, dossier: Path, kind: str, text: str, title: str
) -> None:
    shown = server.hover(*seed(dossier, kind, text))
    assert title in shown
    assert "gazette" not in shown.replace("Gazette", "")


def test_an_id_that_is_newer_than_the_list_is_not_reported(server: LanguageServer, dossier: Path) -> None:
    assert not [
        one for one in server.messages(*seed(dossier, "events", "- track: new-talks\n")) if "Missing" not in one
    ]


def test_a_field_that_names_several_kinds_offers_all_of_them(server: LanguageServer, dossier: Path) -> None:
    assert {"ferry-may-run", "may-meeting"} <= set(offered(server, dossier, "checks", "- target: |\n"))


def test_a_new_id_is_no_id_of_the_example(server: LanguageServer, dossier: Path) -> None:
    assert offered(server, dossier, "events", "- id: |\n") == {}


def test_every_word_of_a_list_is_offered_with_its_own_meaning(server: LanguageServer, dossier: Path) -> None:
    for kind, text in (
        ("events", "- status: |\n"),
        ("statements", "- chain: [{verb: |}]\n"),
        ("sources", "- layer: |\n"),
    ):
        found = offered(server, dossier, kind, text)
        assert len(found) > 2
        assert len(set(found.values())) == len(found)
    assert offered(server, dossier, "events", "- status: |\n")["held"] == "It took place."
    assert "`silent`: The source does not say." in server.hover(*seed(dossier, "events", "- date: si|lent\n"))


def test_a_date_that_cannot_be_read_is_answered_with_dates(server: LanguageServer, dossier: Path) -> None:
    for kind, text in (("events", "- date: June\n"), ("sources", "- issued: June\n"), ("events", "- date: 2024-13\n")):
        (message,) = [one for one in server.messages(*seed(dossier, kind, text)) if "Missing" not in one]
        assert "write it like 2023-11-20" in message
        assert (Nothing.SILENT in message) is (kind == "events")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: May Meeting\n", "This cannot be used as an id: use lower-case letters a-z, digits and single hyphens."),
        (
            "- track: The talks\n",
            "This cannot be used as an id: use lower-case letters a-z, digits and single hyphens.",
        ),
        ("- status: helt\n", 'Value is not accepted. Valid values: "silent", "unknown"'),
        ("- venue:\n", "Incorrect type. Expected one of string, number."),
        ("- tilte: x\n", "Property tilte is not allowed."),
    ],
)
def test_a_wrong_value_is_answered_with_what_to_write(
    server: LanguageServer, dossier: Path, text: str, message: str
) -> None:
    found = server.messages(*seed(dossier, "events", text))
    assert any(one.startswith(message) for one in found), found


def test_a_valid_dossier_has_no_complaints(server: LanguageServer, dossier: Path) -> None:
    for file in sorted(dossier.rglob("*.yml")):
        assert server.messages(file, file.read_text(encoding="utf-8")) == [], file.name
