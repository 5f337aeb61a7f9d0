"""JSON Schema of each seed file, so that a text editor can complete and explain fields while you type.

The checks of `macros.validation` read every scalar as text. Other programs that read YAML see numbers, dates and booleans.
The schema accepts both.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from macros.loading.folder import read_folder
from macros.loading.yaml_text import Value
from macros.models.kinds import COVER, FILE_KINDS, Kind

EXAMPLE = Path(__file__).parent / "example"
EXTRA_EXAMPLES = Path(__file__).parent / "extra_examples"
"""More records for the example that a first dossier does not need: other sources and what came afterwards."""
SCHEMAS = Path(__file__).parent.parent.parent / "seeds" / "schema"

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TYPED = ["string", "number", "boolean"]
"""YAML can read a plain word as any of these: a title such as 1999, a language such as no."""

_TRUTH = [True, False, "yes", "no"]


def kind_of(file: Path) -> str:
    """The kind of record in a seed file, from the name of the file or of its folder."""
    return file.stem if file.stem in FILE_KINDS else file.parent.name


def schema_line(file: Path) -> str:
    """The line that names the schema of a seed file for text editors (yaml-language-server).

    Args:
        file: The seed file.
    """
    schema = os.path.relpath(SCHEMAS / f"{kind_of(file)}.json", file.parent.resolve())
    return f"# yaml-language-server: $schema={Path(schema).as_posix()}\n"


def examples() -> dict[str, Value]:
    """The first record of each kind in the example dossier."""
    found: dict[str, Value] = {}
    for raw in (*read_folder(EXAMPLE).records, *read_folder(EXTRA_EXAMPLES).records):
        found.setdefault(raw.kind, raw.value)
    return found


def _lenient(schema: Any) -> Any:
    """A schema that also accepts the types that YAML gives to plain words."""
    if isinstance(schema, list):
        return [_lenient(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _lenient(value) for key, value in schema.items() if not (key == "default" and value is None)}
    if "anyOf" in made:
        # An empty field is an error. An optional field without a value is left out.
        made["anyOf"] = [option for option in made["anyOf"] if option != {"type": "null"}]
    if "$ref" in made and len(made) > 1:
        # Draft 7 ignores keywords next to a $ref.
        made["allOf"] = [{"$ref": made.pop("$ref")}]
    if made.get("type") == "string" and "enum" not in made and "const" not in made:
        made["type"] = _TYPED
    elif made.get("type") == "boolean":
        del made["type"]
        made["enum"] = _TRUTH
    return made


def _described(schema: dict[str, Any], definitions: dict[str, Any], example: Value | None) -> None:
    """Gives each field a readable title, and the example's value."""
    schema = definitions.get(schema.get("$ref", "").rpartition("/")[2], schema)
    if "items" in schema:
        _described(schema["items"], definitions, example[0] if isinstance(example, list) and example else None)
    for option in schema.get("anyOf", ()):
        _described(option, definitions, example)
    for name, field in schema.get("properties", {}).items():
        value = example.get(name) if isinstance(example, dict) else None
        field["title"] = name.replace("_", " ")
        if value is not None and "examples" not in field:
            field["examples"] = [value]
        _described(field, definitions, value)


def _one_text(schema: dict[str, Any]) -> None:
    """Hashes are one text in a seed file. They are split only when they are read."""
    for field in schema.get("$defs", {}).get("PassageFingerprint", {}).get("properties", {}).values():
        if field.get("type") == "array":
            field.pop("items")
            field["type"] = "string"


def schema_of(kind: Kind, example: Value | None) -> dict[str, Any]:
    """The schema of the files of one kind (JSON Schema, draft 7).

    Args:
        kind: The kind of record.
        example: A record to show, if there is one.
    """
    whole: Any = kind.model if kind is COVER else tuple[kind.model, ...]  # type: ignore[name-defined]
    schema = TypeAdapter(whole).json_schema()
    _one_text(schema)
    definitions = schema.get("$defs", {})
    _described(schema, definitions, example if kind is COVER else [example] if example else None)
    made: dict[str, Any] = {"$schema": _DRAFT, "title": kind.name.replace("_", " ")}
    if example and kind is not COVER:
        label = f"a new record of {kind.name.replace('_', ' ')}"
        made["defaultSnippets"] = [{"label": label, "body": [example]}]  # for yaml-language-server
    # The later paragraphs of a model's docstring are for programmers.
    for definition in (*definitions.values(), schema):
        if "description" in definition:
            definition["description"] = definition["description"].partition("\n\n")[0].replace("\n", " ")
    return {**_lenient(schema), **made}


def schemas() -> dict[str, str]:
    """The text of each schema file, by file name."""
    shown = examples()
    return {
        f"{kind.name}.json": json.dumps(schema_of(kind, shown.get(kind.name)), indent=2, ensure_ascii=False) + "\n"
        for kind in FILE_KINDS.values()
    }
