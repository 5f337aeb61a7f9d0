"""The ids of a dossier, by kind of record, so that a text editor can offer them where a record names another one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.loading.folder import read_folder
from macros.loading.raw import RawRecord
from macros.models.base import Nothing
from macros.models.kinds import ALL_KINDS
from macros.problems.problem import printable, shortened
from macros.validation.references import ids_in

IDS = "ids.json"
"""The file with the ids, beside the schemas that refer to it."""

_NAMES = ("name", "term", "question", "says", "title", "text")
"""The fields that say what a record is, the one that says most first."""


def _shown(value: Any) -> str:
    names = (value.get(field) for field in _NAMES) if isinstance(value, dict) else ()
    said = (name for name in names if isinstance(name, str) and name not in set(Nothing))
    return printable(shortened(" ".join(next(said, "").split())))


def _at(raw: RawRecord, path: tuple[str | int, ...]) -> Any:
    value: Any = raw.value
    for step in path:
        value = value[step]
    return value


def ids_of(folder: Path) -> str:
    """The ids as definitions of a JSON Schema, which the schemas of records refer to.

    Args:
        folder: The folder of seeds. Records that are not valid yet count, because other records can already name them.
    """
    found: dict[str, dict[str, str]] = {kind: {} for kind in ALL_KINDS}
    for raw in read_folder(folder).records:
        for kind, path, name in ids_in(raw):
            found[kind].setdefault(name, _shown(_at(raw, path[:-1])))
    definitions = {
        kind: {
            "defaultSnippets": [{"label": name, "body": name, "description": shown} for name, shown in names.items()]
        }
        for kind, names in found.items()
    }
    return json.dumps({"definitions": definitions}, indent=1, ensure_ascii=False) + "\n"
