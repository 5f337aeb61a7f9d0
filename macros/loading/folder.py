"""A folder of seeds to raw records, each with the places of its values.

`statements.yml` holds a list of statements; where that grows long, a folder `statements/` may hold several
such files, read in the order of their names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from macros.loading.yaml_text import MAX_VALUES, Places, Tree, Value, read_yaml
from macros.models.base import Record
from macros.models.kinds import COVER, FILE_KINDS, RECORD_KINDS
from macros.problems.problem import Place, Problem, did_you_mean, shortened

SEEDS_VARIABLE = "DOSSIER_SEEDS"
"""Environment variable that names another folder of seeds."""

MAX_BYTES = 8_000_000
"""A larger file is no seed."""


@dataclass
class RawRecord:
    """One mapping of a seed file that should become a record of the named kind."""

    kind: str
    value: Value
    places: Places
    index: int | None
    is_sound: bool = True
    """Whether the YAML of the record is whole; else what is missing may be missing because of that."""
    model: Record | None = None
    """The record itself, once it has been made."""

    @property
    def id(self) -> str:
        """The id as typed, or an empty text."""
        found = self.value.get("id", "") if isinstance(self.value, dict) else ""
        return found if isinstance(found, str) else ""

    @property
    def name(self) -> str:
        """How problems call the record: "event granada", "position 3", "dossier"."""
        singular = FILE_KINDS[self.kind].singular if self.kind in FILE_KINDS else self.kind
        if self.index is None:
            return singular
        return f"{singular} {shortened(self.id) or self.index + 1}"

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
    """All raw records of a folder, and the problems met on the way.

    Attributes:
        folder: The folder as the user named it.
        records: Everything that should become a record.
        problems: What is wrong with the files.
        unread: Kinds of which records may exist that could not be read, so that nothing can be said to be missing.
    """

    folder: Path
    records: list[RawRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


@dataclass
class _ReadFile:
    """A file as it was read, with everything that came of it."""

    content: bytes
    limit: int
    tree: Tree
    items: list[RawRecord | Problem] = field(default_factory=list)


_KEPT: dict[str, _ReadFile] = {}
"""The files of the folder that was read last, by path. A live server reads it after each edit, which changes one of them."""


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


def seed_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every seed file of a folder with the kind of its records, as far as names tell."""
    for path in sorted(folder.glob("*.y*ml")):
        yield path.stem, path
    for subfolder in sorted(path for path in folder.iterdir() if path.name in RECORD_KINDS and path.is_dir()):
        for path in sorted(subfolder.glob("*.y*ml")):
            yield subfolder.name, path


def _misplaced(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """What looks like seeds and stands where none are read: the path, the kind that was meant, and what to do."""
    kinds = list(FILE_KINDS)
    for path in sorted(folder.iterdir()):
        kind = path.name.split(".")[0]
        if path.name.startswith("."):
            continue
        if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            yield path, kind, "the folder cannot be read"
        elif path.is_dir() and path.name in RECORD_KINDS:
            for inner in sorted(inner for inner in path.iterdir() if inner.is_dir()):
                yield inner, path.name, f"put its files into {path.name}/"
        elif path.is_dir() and any(path.glob("*.y*ml")):
            meant = get_close_matches(path.name, RECORD_KINDS, n=1)
            yield path, meant[0] if meant else "", did_you_mean(path.name, RECORD_KINDS)
        elif path.is_file() and kind in kinds and path.suffix not in {".yml", ".yaml"}:
            yield path, kind, f"did you mean '{kind}.yml'?"


def _unreadable(path: Path, folder: Path) -> str:
    """Why a file is not read; empty where it may be. A pipe would be waited for without end."""
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(folder.resolve()):
            return "the file is a link that leads out of the folder"
        if not target.is_file():
            return "the file cannot be read: it is no plain file"
        if target.stat().st_size > MAX_BYTES:
            return f"the file is larger than {MAX_BYTES // 1_000_000} MB"
    except (OSError, RuntimeError) as unreadable:
        return f"the file cannot be read: {getattr(unreadable, 'strerror', None) or 'it is a link to itself'}"
    return ""


def _parsed(content: bytes, file: str, limit: int) -> Tree:
    kept = _KEPT.get(file)
    if kept and kept.content == content and len(kept.tree.places.values) < min(kept.limit, limit):
        return kept.tree
    return read_yaml(content.decode("utf-8"), file, limit)


def _read_file(path: Path, folder: Path, limit: int) -> tuple[Tree, bytes]:
    file = path.as_posix()
    line, hint = 1, ""
    message = _unreadable(path, folder)
    if not message:
        try:
            content = path.read_bytes()
            return _parsed(content, file, limit), content
        except UnicodeDecodeError as wrong:
            line = wrong.object.count(b"\n", 0, wrong.start) + 1
            message, hint = "the file is not UTF-8 text", "save it as UTF-8"
        except OSError as unreadable:
            message = f"the file cannot be read: {unreadable.strerror}"
    return Tree([], Places(file), [Problem(Place(file, line, 1), "", message, hint)]), b""


def _touched(tree: Tree, index: int) -> bool:
    """Whether a problem of the text falls into a record."""
    begin = tree.places.of_value((index,))
    end = tree.places.values.get((index + 1,))
    return any(begin <= problem.place and (end is None or problem.place < end) for problem in tree.problems)


def _records_of(kind: str, tree: Tree) -> Iterator[RawRecord | Problem]:
    yield from tree.problems
    if tree.problems and not tree.value:
        return
    if kind == COVER.name:
        yield RawRecord(kind, tree.value, tree.places, None)
    elif isinstance(tree.value, list):
        for index, value in enumerate(tree.value):
            yield RawRecord(kind, value, tree.places, index, is_sound=not _touched(tree, index))
    else:
        yield Problem(
            Place(tree.places.file, 1, 1), "", f"the file must hold a list of {kind}", "start each record with '- '"
        )


def _wrong_name(kind: str, path: Path) -> tuple[str, str, set[str]]:
    """What is wrong with the name of a seed file, what to do, and the kinds that were meant; all empty where nothing is."""
    kinds = set(FILE_KINDS)
    if kind in kinds and path.suffix != ".yml":
        return "the name of a seed file ends with .yml", f"call it {path.stem}.yml", {kind}
    if kind not in kinds:
        hint = did_you_mean(path.name, [f"{known}.yml" for known in kinds])
        return "no kind of record has this file name", hint, {meant for meant in kinds if f"'{meant}.yml'" in hint}
    return "", "", set()


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
    if not os.access(folder, os.R_OK | os.X_OK):
        raw.problems.append(Problem(nowhere, "", "the folder of seeds cannot be read"))
        raw.unread.add(COVER.name)
        return raw
    budget = MAX_VALUES
    read: dict[str, _ReadFile] = {}
    for path, kind, hint in _misplaced(folder):
        raw.problems.append(Problem(Place(path.as_posix(), 1, 1), "", "no seeds are read from here", hint))
        raw.unread.update({kind} & set(FILE_KINDS))
    for kind, path in seed_files(folder):
        message, hint, meant = _wrong_name(kind, path)
        if message:
            raw.problems.append(Problem(Place(path.as_posix(), 1, 1), "", message, hint))
            raw.unread.update(meant)
            continue
        tree, content = _read_file(path, folder, budget)
        file = read[path.as_posix()] = _ReadFile(content, budget, tree)
        budget = max(budget - len(tree.places.values), 0)
        kept = _KEPT.get(path.as_posix())
        file.items = kept.items if kept and kept.tree is tree else list(_records_of(kind, tree))
        for item in file.items:
            if isinstance(item, Problem):
                raw.problems.append(item)
                if kind == COVER.name or not tree.is_empty:
                    raw.unread.add(kind)
            else:
                raw.records.append(item)
    _KEPT.clear()
    _KEPT.update(read)
    if not {COVER.name} & ({record.kind for record in raw.records} | raw.unread):
        raw.problems.append(Problem(nowhere, "", f"{COVER.name}.yml is missing", "every dossier needs a cover"))
    return raw
