"""The ids of a dossier, by kind of record, so that a text editor can offer and explain them where a record names another one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from macros.loading.folder import read_folder
from macros.loading.leftovers import IDS
from macros.loading.raw import RawRecord
from macros.models.base import Nothing
from macros.models.kinds import ALL_KINDS
from macros.problems.problem import printable, shortened
from macros.validation.references import ids_in

FOLDER = "schema"
"""The folder of a dossier that holds its schemas."""

_NAMES = ("name", "term", "question", "says", "title", "text")
"""The fields that say what a record is, the one that says most first."""


def _shown(value: Any) -> str:
    """What a record is called. A source whose title nobody has seen is known by its publisher and its day."""
    fields = value if isinstance(value, dict) else {}
    names = (fields.get(field) for field in _NAMES)
    said = next((name for name in names if isinstance(name, str) and name not in set(Nothing)), "")
    instead = ", ".join(str(fields[field]) for field in ("publisher", "issued") if field in fields)
    return printable(shortened(" ".join((said or instead).split())))


def _at(raw: RawRecord, path: tuple[str | int, ...]) -> Any:
    value: Any = raw.value
    for step in path:
        value = value[step]
    return value


def ids_of(folder: Path) -> str:
    """The ids as definitions of a JSON Schema, which the schemas of records refer to.

    An editor shows the title and the description of the id under the pointer. Another id is accepted too, because it can be newer
    than this list; whether it exists is for the checks to say.

    Args:
        folder: The folder of seeds. Records that are not valid yet count, because other records can already name them.
    """
    found: dict[str, dict[str, str]] = {kind: {} for kind in ALL_KINDS}
    for raw in read_folder(folder).records:
        for kind, path, name in ids_in(raw):
            found[kind].setdefault(name, _shown(_at(raw, path[:-1])))
    definitions = {
        kind: {
            "anyOf": [
                *(
                    {"const": name, "title": f"{ALL_KINDS[kind].singular} {name}", "description": shown or name}
                    for name, shown in names.items()
                ),
                {"pattern": "."},
            ]
        }
        for kind, names in found.items()
    }
    return json.dumps({"definitions": definitions}, indent=1, ensure_ascii=False) + "\n"


def renew_ids(folder: Path) -> None:
    """Writes the ids of a dossier again if it has schemas and the ids have changed.

    Args:
        folder: The folder of seeds.

    Raises:
        OSError: The file cannot be written.
    """
    target = folder / FOLDER / IDS
    if not target.parent.is_dir():
        return
    text = ids_of(folder)
    if not target.is_file() or target.read_text(encoding="utf-8") != text:
        # Written in place, because the modification of the folder would look like an edit to a live server.
        target.write_text(text, encoding="utf-8", newline="\n")
