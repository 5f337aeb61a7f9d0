"""Reads a folder of seeds into raw records, each with the places of its values.

`statements.yml` contains a list of statements. If the list grows long, a folder `statements/` can contain several such
files, which are read in the order of their names.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.loading.leftovers import is_leftover
from macros.loading.raw import RawDossier, RawRecord
from macros.loading.yaml_text import MAX_VALUES, Places, Tree, read_yaml
from macros.models.kinds import COVER, FILE_KINDS, RECORD_KINDS
from macros.problems.problem import Place, Problem, did_you_mean, nearest

SEEDS_VARIABLE = "DOSSIER_SEEDS"
"""The environment variable that selects another folder of seeds."""

MAX_BYTES = 8_000_000
"""A larger file is not read."""


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
    """The current folder of seeds: `DOSSIER_SEEDS` if it is set, else `seeds` next to `mkdocs.yml`.

    Args:
        root: The folder that contains `mkdocs.yml`. If it is the working directory, the result is a relative path,
            so that problems show short paths.
    """
    chosen = os.environ.get(SEEDS_VARIABLE)
    if chosen:
        return Path(chosen)
    return Path("seeds") if root.resolve() == Path.cwd() else root / "seeds"


def _visible(folder: Path, pattern: str = "*") -> list[Path]:
    """What somebody put into a folder, by name, without what editors and tools leave there."""
    return sorted(path for path in folder.glob(pattern) if not is_leftover(path.name))


def seed_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every seed file of a folder, with the kind of record that its name or its folder's name gives."""
    for path in _visible(folder, "*.y*ml"):
        yield path.stem, path
    for subfolder in (path for path in _visible(folder) if path.name in RECORD_KINDS and path.is_dir()):
        for path in _visible(subfolder, "*.y*ml"):
            yield subfolder.name, path


def _misplaced(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Paths that look like seeds but are not read, with the likely kind and what to do."""
    kinds = list(FILE_KINDS)
    for path in _visible(folder):
        kind = path.name.split(".")[0]
        if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            yield path, kind, "the folder cannot be read"
        elif path.is_dir() and path.name in RECORD_KINDS:
            for inner in (inner for inner in _visible(path) if inner.is_dir()):
                yield inner, path.name, f"put its files into {path.name}/"
        elif path.is_dir() and _visible(path, "*.y*ml"):
            yield path, nearest(path.name, RECORD_KINDS), did_you_mean(path.name, RECORD_KINDS, len(RECORD_KINDS))
        elif path.is_file() and kind in kinds and path.suffix not in {".yml", ".yaml"}:
            yield path, kind, f"did you mean '{kind}.yml'?"


def _unreadable(path: Path, folder: Path) -> str:
    """Why a file cannot be read; empty if it can. A pipe is refused, because reading it could block forever."""
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(folder.resolve()):
            return "the file is a link to a place outside the folder"
        if not target.is_file():
            return "the file cannot be read: it is not a regular file"
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
    """Whether a YAML problem is inside a record."""
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
            Place(tree.places.file, 1, 1), "", f"the file must contain a list of {kind}", "start each record with '- '"
        )


def _wrong_name(kind: str, path: Path) -> tuple[str, str, set[str]]:
    """What is wrong with the name of a seed file, what to do, and the likely kinds; all empty if the name is right."""
    kinds = set(FILE_KINDS)
    if kind in kinds and path.suffix != ".yml":
        right = path.with_suffix(".yml")
        hint = f"move its records into {right.name}" if right.exists() else f"rename it to {right.name}"
        return "the name of a seed file must end with .yml", hint, {kind}
    if kind not in kinds:
        # "events copy.yml" and "events-2.yml" are events.
        meant = nearest(re.split("[^a-z_]", kind.lower())[0], kinds)
        hint = f"did you mean '{meant}.yml'?" if meant else f"one of: {', '.join(sorted(kinds))}"
        return "no kind of record has this file name", hint, {meant} & kinds
    return "", "", set()


def read_folder(folder: Path) -> RawDossier:
    """Reads every seed file of a folder. It does not check the records.

    Args:
        folder: The folder as the user named it; problems show paths below it.
    """
    raw = RawDossier(folder)
    nowhere = Place(folder.as_posix(), 1, 1)
    if not folder.is_dir():
        raw.problems.append(
            Problem(nowhere, "", "this folder of seeds does not exist", f"create it, or set {SEEDS_VARIABLE}")
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
