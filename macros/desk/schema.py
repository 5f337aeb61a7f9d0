"""JSON Schema of each seed file, so that a text editor can complete and explain fields while you type.

The checks of `macros.validation` read every scalar as text. Other programs that read YAML see numbers and truth values, which the
schema accepts. Keywords that JSON Schema does not know (`defaultSnippets`, `enumDescriptions`, `patternErrorMessage`) are for
yaml-language-server, which VS Code and other editors run. `nox -s editor` tries them out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from macros.desk.word_meanings import lists_in, meanings
from macros.exports.completion import FOLDER
from macros.loading.error_words import words_of_pattern
from macros.loading.folder import read_folder
from macros.loading.leftovers import IDS
from macros.loading.yaml_text import Value
from macros.models.base import SLUG, Nothing
from macros.models.kinds import COVER, FILE_KINDS, Kind
from macros.models.references import KINDS_NAMED, contained, hints_of
from macros.validation.references import ids_in

EXAMPLE = Path(__file__).parent / "example"
EXTRA_EXAMPLES = Path(__file__).parent / "extra_examples"
"""More records for the example that a first dossier does not need: other sources and what came afterwards."""

SCHEMAS = Path(__file__).parent.parent.parent / "seeds" / FOLDER

SCHEMA_MARK = "# yaml-language-server:"
"""With this, the first line of a seed file begins."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TYPED = ["string", "number"]
"""YAML can read a plain word as either of these, such as the title 1999."""

_TRUTH = [True, False, "yes", "no"]
_NOTHING = {"$ref": f"#/$defs/{Nothing.__name__}"}


def schema_line(file: Path) -> str:
    """The line that names the schema of a seed file for text editors (yaml-language-server).

    Args:
        file: The seed file. The schemas are in a folder of its dossier.
    """
    kind, up = (file.stem, "") if file.stem in FILE_KINDS else (file.parent.name, "../")
    return f"{SCHEMA_MARK} $schema={up}{FOLDER}/{kind}.json\n"


def examples() -> dict[str, Value]:
    """The first record of each kind in the example dossier."""
    found: dict[str, Value] = {}
    for raw in (*read_folder(EXAMPLE).records, *read_folder(EXTRA_EXAMPLES).records):
        found.setdefault(raw.kind, raw.value)
    return found


def _alternatives(made: dict[str, Any]) -> list[Any]:
    """The alternatives of a field. An empty field is an error: an optional field without a value is left out."""
    options = [option for option in made["anyOf"] if option != {"type": "null"}]
    if _NOTHING in options:
        for option in options:
            if "patternErrorMessage" in option:
                option["patternErrorMessage"] += f" Or write one of: {', '.join(Nothing)}."
    # If no alternative matches, an editor shows what is wrong with the first.
    return sorted(options, key=lambda option: option.get("type") != _TYPED)


def _for_editors(schema: Any) -> Any:
    """A schema that accepts the types that YAML gives to plain words, and that explains itself to an editor."""
    if isinstance(schema, list):
        return [_for_editors(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _for_editors(value) for key, value in schema.items() if not (key == "default" and value is None)}
    named = made.pop(KINDS_NAMED, ())
    if "anyOf" in made:
        made["anyOf"] = _alternatives(made)
    if "$ref" in made and len(made) > 1:
        # Draft 7 ignores keywords next to a $ref.
        made["allOf"] = [{"$ref": made.pop("$ref")}]
    if isinstance(made.get("pattern"), str):
        made["patternErrorMessage"] = words_of_pattern(made["pattern"], made.get("examples", ()))
        if named:
            made["allOf"] = [{"$ref": f"{IDS}#/definitions/{kind}"} for kind in named]
    if made.get("type") == "string" and "enum" not in made and "const" not in made:
        made["type"] = _TYPED
    elif made.get("type") == "boolean":
        del made["type"]
        made["enum"] = _TRUTH
    return made


def _options(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The alternatives of a field."""
    yield from (*schema.get("anyOf", ()), *schema.get("oneOf", ()))


def _texts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schemas of the texts that a field can hold, alone or in a list."""
    for option in (schema, *_options(schema)):
        yield from (one for one in (option, option.get("items", {})) if "pattern" in one)


def _described(schema: dict[str, Any], definitions: dict[str, Any], example: Value | None) -> None:
    """Gives each field a readable title and the example's value, unless it is an id, which only the example has."""
    schema = definitions.get(schema.get("$ref", "").rpartition("/")[2], schema)
    if "items" in schema:
        _described(schema["items"], definitions, example[0] if isinstance(example, list) and example else None)
    for option in _options(schema):
        _described(option, definitions, example)
    for name, field in schema.get("properties", {}).items():
        value = example.get(name) if isinstance(example, dict) else None
        field["title"] = name.replace("_", " ")
        is_id = any(text["pattern"] == SLUG for text in _texts(field))
        if value is not None and "examples" not in field and not is_id:
            field["examples"] = [value]
        _described(field, definitions, value)


def _snippet(example: Value, ids: set[str], number: Iterator[int]) -> Any:
    """A record to fill in: an editor selects one value after the other. Ids of other records are left out."""
    if isinstance(example, dict):
        return {key: _snippet(value, set() if key == "id" else ids, number) for key, value in example.items()}
    if isinstance(example, list):
        return [_snippet(item, ids, number) for item in example]
    if example in ids:
        return f"${{{next(number)}}}"
    first, *others = (re.sub(r"[\\$}]", r"\\\g<0>", part) for part in re.split(r"(?<=\[@)[^\]]*", example))
    # Each citation of a narrative is left out too.
    return "".join(
        [f"${{{next(number)}:{first}}}" if not others else first, *(f"${{{next(number)}}}{part}" for part in others)]
    )


def _one_text(schema: dict[str, Any]) -> None:
    """Hashes are one text in a seed file. They are split only when they are read."""
    for field in schema.get("$defs", {}).get("PassageFingerprint", {}).get("properties", {}).values():
        if field.get("type") == "array":
            field.pop("items")
            field["type"] = "string"


def _words(kind: Kind) -> dict[str, type[StrEnum]]:
    """The lists of words that records of a kind can contain, by name."""
    models = (kind.model, *(inner for _, inner in contained(kind.model)))
    return {words.__name__: words for one in models for hint in hints_of(one).values() for words in lists_in(hint)}


def schema_of(kind: Kind, example: Value | None, ids: set[str]) -> dict[str, Any]:
    """The schema of the files of one kind (JSON Schema, draft 7).

    Args:
        kind: The kind of record.
        example: A record to show, if there is one.
        ids: The ids of the dossier that the example is from.
    """
    whole: Any = kind.model if kind is COVER else tuple[kind.model, ...]  # type: ignore[name-defined]
    schema = TypeAdapter(whole).json_schema()
    _one_text(schema)
    definitions = schema.get("$defs", {})
    _described(schema, definitions, example if kind is COVER else [example] if example else None)
    for name, words in _words(kind).items():
        meant = meanings(words)
        definitions[name]["enumDescriptions"] = [meant.get(word, "") for word in definitions[name]["enum"]]
    made: dict[str, Any] = {"$schema": _DRAFT, "title": kind.name.replace("_", " ")}
    if example and kind is not COVER:
        label = f"a new record of {kind.name.replace('_', ' ')}"
        made["defaultSnippets"] = [{"label": label, "body": _snippet(example, ids, count(1))}]
    # The later paragraphs of a model's docstring are for programmers, and so are the names of models.
    for definition in (*definitions.values(), schema):
        if "description" in definition:
            definition["description"] = definition["description"].partition("\n\n")[0].replace("\n", " ")
        if "title" in definition:
            definition["title"] = re.sub("(?<!^)(?=[A-Z])", " ", definition["title"]).lower()
    return {**_for_editors(schema), **made}


def schemas() -> dict[str, str]:
    """The text of each schema file, by file name."""
    shown = examples()
    known = {
        name
        for folder in (EXAMPLE, EXTRA_EXAMPLES)
        for raw in read_folder(folder).records
        for _, _, name in ids_in(raw)
    }
    return {
        f"{kind.name}.json": json.dumps(schema_of(kind, shown.get(kind.name), known), indent=2, ensure_ascii=False)
        + "\n"
        for kind in FILE_KINDS.values()
    }
