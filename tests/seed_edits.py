"""Single edits of seed files, each with the place that a check must report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.loading.yaml_text import FieldPath, Tree, Value, read_yaml


@dataclass(frozen=True)
class Mutant:
    """One falsification: the new text of a file, and texts of which a problem must contain at least one to catch it."""

    operator: str
    file: str
    text: str
    traces: tuple[str, ...]


@dataclass(frozen=True)
class SeedFile:
    """One seed file of a dossier, with its tree."""

    name: str
    kind: str
    text: str
    tree: Tree

    @property
    def records(self) -> list[Value]:
        """The records of the file; the cover is one."""
        return self.tree.value if isinstance(self.tree.value, list) else [self.tree.value]

    def line(self, *path: str | int) -> int:
        """The line of a value, counted from 1."""
        return self.tree.places.of_value(self.at(*path)).line

    def at(self, *path: str | int) -> FieldPath:
        """The path from the root of the file."""
        return path if isinstance(self.tree.value, list) else path[1:]

    def replaced(self, path: FieldPath, old: str, new: str) -> str | None:
        """The text with a part of a scalar replaced at its place; None if the line does not contain that part."""
        place = self.tree.places.of_value(path)
        lines = self.text.splitlines(keepends=True)
        head, tail = lines[place.line - 1][: place.column - 1], lines[place.line - 1][place.column - 1 :]
        if old not in tail:
            return None
        lines[place.line - 1] = head + tail.replace(old, new, 1)
        return "".join(lines)

    def without(self, first: int, last: int, instead: str = "") -> str:
        """The text without the lines from `first` up to, but not including, `last`, counted from 1."""
        lines = self.text.splitlines(keepends=True)
        return "".join([*lines[: first - 1], instead, *lines[last - 1 :]])

    def line_below(self, number: int, field: str) -> int:
        """The line of the field that follows a field of a record, or of the end of the record."""
        places = self.tree.places
        here = places.keys[(number, field)].line
        fields = (place.line for path, place in places.keys.items() if path[:1] == (number,) and len(path) == 2)
        end = self.line(number + 1) if number + 1 < len(self.records) else len(self.text.splitlines()) + 1
        return min((line for line in fields if line > here), default=end)


def seed_files_of(folder: Path) -> list[SeedFile]:
    """Every seed file of a folder, except the stored counts of mutants."""
    files = []
    for path in sorted(folder.rglob("*.yml")):
        if path.stem == "guards":
            continue  # the stored counts themselves
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(folder).as_posix()
        kind = path.parent.name if path.parent != folder else path.stem
        files.append(SeedFile(name, kind, text, read_yaml(text, name)))
    return files


def scalars(value: Value, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from scalars(item, (*path, index))
    else:
        for key, item in value.items():
            yield from scalars(item, (*path, key))


def edit(operator: str, file: SeedFile, path: FieldPath, old: str, new: str, *traces: str) -> Iterator[Mutant]:
    """The mutant that replaces a text at its place; nothing if the line does not contain that text."""
    text = file.replaced(path, old, new)
    if text is not None and text != file.text:
        yield Mutant(operator, file.name, text, (f"{file.name}:{file.tree.places.of_value(path).line}", *traces))
