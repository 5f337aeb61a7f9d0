"""A folder of seeds to raw records, each with the places of its values.

`statements.yml` holds a list of statements; where that grows long, a folder `statements/` may hold several
such files, read in the order of their names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.loading.problem import Place, Problem, did_you_mean
from macros.loading.yaml_text import Places, Tree, Value, read_yaml
from macros.models.dossier import COVER_FILE, RECORD_MODELS

SEEDS_VARIABLE = "DOSSIER_SEEDS"
"""Environment variable that names another folder of seeds."""


@dataclass
class RawRecord:
    """One mapping of a seed file that should become a record of the named kind."""

    kind: str
    value: Value
    places: Places
    index: int | None
    is_sound: bool = True
    """Whether the YAML of the record is whole; else what is missing may be missing because of that."""

    @property
    def id(self) -> str:
        """The id as typed, or an empty text."""
        found = self.value.get("id", "") if isinstance(self.value, dict) else ""
        return found if isinstance(found, str) else ""

    @property
    def name(self) -> str:
        """How problems call the record: "event granada", "position 3", "dossier"."""
        singular = self.kind.removesuffix("s")
        if self.index is None:
            return singular
        return f"{singular} {self.id or self.index + 1}"

    def path(self, *steps: str | int) -> tuple[str | int, ...]:
        """The path of a field from the root of the file."""
        return steps if self.index is None else (self.index, *steps)

    def place(self, *steps: str | int) -> Place:
        """The place of a field's value, or of the record where the field is missing."""
        return self.places.of_value(self.path(*steps))

    def problem(self, message: str, *steps: str | int, hint: str = "") -> Problem:
        """A problem of this record at one of its fields."""
        return Problem(self.place(*steps), self.name, message, hint)


@dataclass
class RawDossier:
    """All raw records of a folder, and the problems met on the way."""

    folder: Path
    records: list[RawRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def seeds_folder(root: Path = Path()) -> Path:
    """The folder of seeds in force: `DOSSIER_SEEDS`, else `seeds` beside `mkdocs.yml`.

    Args:
        root: The folder that holds `mkdocs.yml`. Where it is the working directory the answer is relative,
            so that problems show short paths.
    """
    chosen = os.environ.get(SEEDS_VARIABLE)
    if chosen:
        return Path(chosen)
    return Path("seeds") if root.resolve() == Path.cwd() else root / "seeds"


def _seed_files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob("*.y*ml")):
        yield path.stem, path
    for subfolder in sorted(path for path in folder.iterdir() if path.is_dir() and path.name in RECORD_MODELS):
        for path in sorted(subfolder.glob("*.y*ml")):
            yield subfolder.name, path


def _read_file(path: Path) -> Tree:
    file = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as wrong:
        line = path.read_bytes().count(b"\n", 0, wrong.start) + 1
        return Tree(
            [], Places(file), [Problem(Place(file, line, 1), "", "the file is not UTF-8 text", "save it as UTF-8")]
        )
    except OSError as unreadable:
        return Tree(
            [], Places(file), [Problem(Place(file, 1, 1), "", f"the file cannot be read: {unreadable.strerror}")]
        )
    return read_yaml(text, file)


def _touched(tree: Tree, index: int) -> bool:
    """Whether a problem of the text falls into a record."""
    begin = tree.places.of_value((index,))
    end = tree.places.values.get((index + 1,))
    return any(begin <= problem.place and (end is None or problem.place < end) for problem in tree.problems)


def _records_of(kind: str, tree: Tree) -> Iterator[RawRecord | Problem]:
    yield from tree.problems
    if tree.problems and not tree.value:
        return
    if kind == COVER_FILE:
        yield RawRecord(kind, tree.value, tree.places, None)
    elif isinstance(tree.value, list):
        for index, value in enumerate(tree.value):
            yield RawRecord(kind, value, tree.places, index, is_sound=not _touched(tree, index))
    else:
        yield Problem(
            Place(tree.places.file, 1, 1), "", f"the file must hold a list of {kind}", "start each record with '- '"
        )


def read_folder(folder: Path) -> RawDossier:
    """Reads every seed file of a folder, without judging the records yet.

    Args:
        folder: The folder as the user named it; problems show paths below it.
    """
    raw = RawDossier(folder)
    nowhere = Place(folder.as_posix(), 1, 1)
    if not folder.is_dir():
        raw.problems.append(
            Problem(nowhere, "", "there is no such folder of seeds", f"set {SEEDS_VARIABLE} or create it")
        )
        return raw
    kinds = {COVER_FILE, *RECORD_MODELS}
    found = set()
    for kind, path in _seed_files(folder):
        found.add(kind)
        if kind not in kinds or path.suffix != ".yml":
            place = Place(path.as_posix(), 1, 1)
            hint = did_you_mean(path.name, [f"{known}.yml" for known in kinds])
            raw.problems.append(Problem(place, "", "no kind of record has this file name", hint))
            continue
        for item in _records_of(kind, _read_file(path)):
            (raw.problems if isinstance(item, Problem) else raw.records).append(item)  # type: ignore[arg-type]
    if COVER_FILE not in found:
        raw.problems.append(Problem(nowhere, "", f"{COVER_FILE}.yml is missing", "every dossier needs a cover"))
    return raw
