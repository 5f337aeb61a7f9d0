"""Raw records: the values of seed files with their places, before they become models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from macros.loading.yaml_text import FieldPath, Places, Value
from macros.models.base import Record
from macros.models.kinds import FILE_KINDS
from macros.problems.problem import Place, Problem, shortened


def _texts(value: Value, path: FieldPath = (), field: str = "") -> Iterator[tuple[FieldPath, str, str]]:
    """Every text in a value, with its path and the name of its field."""
    if isinstance(value, str):
        yield path, field, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index), field)
    else:
        for key, item in value.items():
            yield from _texts(item, (*path, key), key)


@dataclass
class RawRecord:
    """One mapping of a seed file that should become a record of the given kind."""

    kind: str
    value: Value
    places: Places
    index: int | None
    is_sound: bool = True
    """Whether the YAML of the record has no problem. If it has one, fields may be missing because of it."""
    model: Record | None = None
    """The record itself, once it has been made."""
    filled_in: dict[str, int] = field(default_factory=dict)
    """By field, how many items of the record stand before those of the file, because they follow from other records."""

    @cached_property
    def texts(self) -> tuple[tuple[FieldPath, str, str], ...]:
        """Every text of the record, with its path and the name of its field. Several checks read them all."""
        return tuple(_texts(self.value))

    @property
    def id(self) -> str:
        """The id as written in the file, or an empty text."""
        found = self.value.get("id", "") if isinstance(self.value, dict) else ""
        return found if isinstance(found, str) else ""

    @property
    def name(self) -> str:
        """The name of the record in problems: "event granada", "position 3", "dossier"."""
        singular = FILE_KINDS[self.kind].singular if self.kind in FILE_KINDS else self.kind
        if self.index is None:
            return singular
        return f"{singular} {shortened(self.id) or self.index + 1}"

    def path(self, *steps: str | int) -> tuple[str | int, ...]:
        """The path of a field from the root of the file. An item that is not in the file has the path of its list."""
        match steps:
            case (str(name), int(number), *rest) if added := self.filled_in.get(name):
                steps = (name, number - added, *rest) if number >= added else (name,)
        return steps if self.index is None else (self.index, *steps)

    def place(self, *steps: str | int) -> Place:
        """The place of a field's value, or of the record if the field is missing."""
        return self.places.of_value(self.path(*steps))

    def problem(self, message: str, *steps: str | int, hint: str = "") -> Problem:
        """A problem of this record at one of its fields."""
        return Problem(self.place(*steps), self.name, message, hint)


@dataclass
class RawDossier:
    """All raw records of a folder, and the problems found while reading it.

    Attributes:
        folder: The folder as the user named it.
        records: Every mapping that should become a record.
        problems: What is wrong with the files.
        unread: Kinds that may have records in files that could not be read. No id of these kinds is reported as missing.
    """

    folder: Path
    records: list[RawRecord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
