"""Bad seeds: small edits of a good dossier, beside the exact problems that each case must produce.

A case that is not wrong but unfinished has `tasks` in place of `problems`: what is left to do beside what the good dossier
leaves.

The cases stand in `tests/validation/bad_cases/`, one file for each topic. The good dossier is `tests/dossiers/tiny/seeds`.
Each edit names a `file` and does one thing with it:

- `old` and `new` replace a text.
- `drop` removes the lines of a text.
- `add` puts lines below the line of `after`, indented like that line; without `after`, at the end of the file.
- `write` writes the whole file, in UTF-8 or in the named `encoding`.
- `rename` gives the file another name.
- `remove: yes` removes the file.

A text that an edit looks for must occur exactly once. If it does not, `after` names a text that does, and the edit takes
the first match below it. An edit that does not fit its file is an error, so a case cannot become empty unnoticed.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import TypeAlias

import yaml

from tests.conftest import DOSSIERS

FOLDER = Path(__file__).parent / "validation" / "bad_cases"

Edit: TypeAlias = "dict[str, str]"


class UnfitEditError(Exception):
    """An edit does not fit the file that it names."""


@dataclass(frozen=True)
class BadCase:
    """One way to break the good dossier, and the problems or tasks that must be reported."""

    topic: str
    name: str
    edits: tuple[Edit, ...]
    problems: tuple[str, ...]
    tasks: tuple[str, ...] = ()


def _read(path: Path) -> list[BadCase]:
    # Our own reader refuses the invisible characters that some cases plant. BaseLoader makes a text of every scalar, too.
    records = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506
    return [
        BadCase(
            path.stem,
            record["case"],
            tuple(record["edits"]),
            tuple(record.get("problems", "").splitlines()),
            tuple(record.get("tasks", "").splitlines()),
        )
        for record in records
    ]


@cache
def all_cases() -> dict[str, BadCase]:
    """Every case by its name."""
    found: dict[str, BadCase] = {}
    for path in sorted(FOLDER.glob("*.yml")):
        for case in _read(path):
            if case.name in found:
                raise ValueError(f"{path.name}: the case '{case.name}' is already in {found[case.name].topic}.yml")
            found[case.name] = case
    return found


def _find(text: str, wanted: str, after: str = "") -> int:
    """Returns where a text begins: its only occurrence, or the first one below `after`."""
    unique = after or wanted
    if (times := text.count(unique)) != 1:
        raise UnfitEditError(f"{unique!r} occurs {times} times, not once")
    place = text.find(wanted, text.index(after) + len(after))
    if place < 0:
        raise UnfitEditError(f"{wanted!r} does not occur below {after!r}")
    return place


def _lines_around(text: str, start: int, length: int) -> tuple[int, int]:
    """Returns where the lines of a piece of text begin and end, the line break included."""
    return text.rfind("\n", 0, start) + 1, text.find("\n", start + length) + 1 or len(text)


def _edited(text: str, edit: Edit) -> str:
    match edit:
        case {"old": old, "new": new}:
            start = _find(text, old, edit.get("after", ""))
            return text[:start] + new + text[start + len(old) :]
        case {"drop": lines}:
            begin, end = _lines_around(text, _find(text, lines, edit.get("after", "")), len(lines))
            return text[:begin] + text[end:]
        case {"add": lines, "after": line}:
            start = _find(text, line)
            begin, end = _lines_around(text, start, len(line))
            margin = text[begin : end - len(text[begin:end].lstrip(" "))]
            return f"{text[:end]}{indent(lines, margin)}\n{text[end:]}"
        case {"add": lines}:
            return f"{text}{lines}\n"
    raise UnfitEditError(f"there is no such edit: {edit}")


def _apply(edit: Edit, seeds: Path) -> None:
    path = seeds / edit["file"]
    match edit:
        case {"remove": "yes"}:
            path.unlink()
        case {"rename": name}:
            (seeds / name).parent.mkdir(parents=True, exist_ok=True)
            path.rename(seeds / name)
        case {"write": text}:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode(edit.get("encoding", "utf-8")))
        case _:
            path.write_bytes(_edited(path.read_bytes().decode("utf-8"), edit).encode("utf-8"))


def lay_out(name: str, target: Path) -> Path:
    """Writes the seeds of a case.

    Args:
        name: The name of the case.
        target: The folder in which a folder `seeds` is made.

    Raises:
        UnfitEditError: An edit looks for a text that is not there, or not there once.
    """
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", target / "seeds"))
    for edit in all_cases()[name].edits:
        try:
            _apply(edit, seeds)
        except UnfitEditError as unfit:
            raise UnfitEditError(f"{name}: {edit['file']}: {unfit}") from None
    return seeds
