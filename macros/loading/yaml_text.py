"""Reads YAML text into plain values, with the place of each value.

YAML 1.1 turns `no`, `12:30` and dates into other types, and silently keeps the last of two equal keys. So every scalar
is read as the text that the editor typed, and duplicate keys are problems. Aliases are problems too, because they can
expand a small file to a huge value. PyYAML's C parser returns the events one by one. This module builds the values
itself, so that it can keep the places and stop before a hostile file fills the memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

import yaml

from macros.models.characters import refused_characters
from macros.problems.problem import Place, Problem, shortened

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
FieldPath: TypeAlias = "tuple[str | int, ...]"

MAX_DEPTH = 12
"""No record is nested deeper. The limit keeps hostile files from exhausting the stack."""

MAX_VALUES = 500_000
"""No dossier has more values. The limit keeps hostile files from exhausting the memory."""

MAX_PROBLEMS = 100
"""At most this many problems are reported for the YAML of one file."""

_CUT = re.compile(r"[ \t]+(#[^\s#].*)")

EMPTY = "the file is empty"

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Places:
    """The place of each value and each key of one file."""

    file: str
    values: dict[FieldPath, Place] = field(default_factory=dict)
    keys: dict[FieldPath, Place] = field(default_factory=dict)

    def of_value(self, path: FieldPath) -> Place:
        """The place of a value, or of its nearest ancestor that has one."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(self.file, 1, 1))

    def of_key(self, path: FieldPath) -> Place:
        """The place of a field's name if it has one, else of its value."""
        return self.keys.get(path) or self.of_value(path)


@dataclass
class Tree:
    """The plain value of one file with its places and the problems found while reading it."""

    value: Value
    places: Places
    problems: list[Problem]

    @property
    def is_empty(self) -> bool:
        """Whether the file is empty. If it has any other problem, it may contain records that were not read."""
        return any(problem.message == EMPTY for problem in self.problems)


class _EnoughError(Exception):
    """A limit is reached, and reading stops."""


class _Walk:
    def __init__(self, events: Iterator[yaml.Event], file: str, limit: int, lines: list[str]) -> None:
        self._lines = lines
        self.places = Places(file)
        self.problems: list[Problem] = []
        self._events = events
        self._limit = limit

    def _place(self, event: yaml.Event) -> Place:
        start: Any = event.start_mark  # every parser sets both marks, although the types allow None
        end: Any = event.end_mark
        is_word = isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)) and start.line == end.line
        width = max(end.column - start.column, 1) if is_word else 1
        return Place(self.places.file, start.line + 1, start.column + 1, width)

    def _report(self, event: yaml.Event, message: str, hint: str = "") -> None:
        self._add(Problem(self._place(event), "", message, hint))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise _EnoughError

    def document(self) -> Value:
        """The value of the only document."""
        value: Value = ""
        is_first = True
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if not is_first:
                    self._report(event, "a second document begins here", "remove the line '---'")
                    return value
                value = self._value(next(self._events), ())
                is_first = False
        if is_first:
            self.problems.append(Problem(Place(self.places.file, 1, 1), "", EMPTY))
        return value if not is_first else []

    def _report_cut_text(self, event: yaml.ScalarEvent) -> None:
        """Reports a # that cuts off an unquoted text, as in `pier #4`. A real comment has a space after its #."""
        end: Any = event.end_mark
        if not event.style and event.value and end.line < len(self._lines):
            cut = _CUT.match(self._lines[end.line], end.column)
            if cut:
                hint = 'put the text in "quotation marks"; if it is a comment, write a space after the #'
                self._report(event, f"YAML reads '{shortened(cut[1])}' as a comment", hint)

    def _report_characters(self, event: yaml.ScalarEvent) -> None:
        """Reports characters that no text may contain, each where it stands in the file."""
        start, end = cast("yaml.Mark", event.start_mark), cast("yaml.Mark", event.end_mark)
        for found, message, hint in refused_characters(event.value):
            place = self._place(event)
            for number in range(start.line, min(end.line + 1, len(self._lines))):
                column = self._lines[number].find(found, start.column if number == start.line else 0)
                # An escape such as "\e" is not found; the place of the text stands for it.
                if column >= 0:
                    place = Place(self.places.file, number + 1, column + 1, len(found))
                    break
            self._add(Problem(place, "", message, hint))

    def _skip(self, event: yaml.Event) -> None:
        """Skips a value, however deep it is."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if not depth:
                return
            event = next(self._events)

    def _value(self, event: yaml.Event, path: FieldPath) -> Value:
        if isinstance(event, yaml.AliasEvent):
            self._report(event, "a YAML alias is not allowed here", "write the value itself")
            return ""
        self.places.values[path] = self._place(event)
        if len(self.places.values) > self._limit:
            self._report(event, "there are too many values", "is this a seed file?")
            raise _EnoughError
        if isinstance(event, yaml.ScalarEvent):
            self._report_cut_text(event)
            self._report_characters(event)
            return str(event.value)
        if len(path) >= MAX_DEPTH:
            self._report(event, f"nested deeper than {MAX_DEPTH} levels")
            self._skip(event)
            return ""
        return self._sequence(path) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(path)

    def _sequence(self, path: FieldPath) -> Value:
        values: list[Value] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: FieldPath) -> Value:
        values: dict[str, Value] = {}
        is_second_id = False
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = None
            if isinstance(event, yaml.ScalarEvent):
                key = event.value
                self._report_characters(event)
            here = (*path, str(key))
            if key is None:
                self._report(event, "the name of a field must be plain text")
                self._skip(event)
            elif key in values and not is_second_id:
                is_second_id = key == "id"
                guess = "; if a new record begins here, put '- ' before it" if is_second_id else ""
                self._report(event, f"'{key}' is given twice", f"first on line {self.places.keys[here].line}{guess}")
            elif key in values:
                pass  # reported together with the id
            else:
                self.places.keys[here] = self._place(event)
                values[key] = self._value(next(self._events), here)
                continue
            self._skip(next(self._events))
        return values


def read_yaml(text: str, file: str, limit: int = MAX_VALUES) -> Tree:
    """Reads one YAML document.

    Args:
        text: The file's text.
        file: The file's name as problems show it.
        limit: How many values to read at most.

    Returns:
        The values (text, lists, mappings), their places, and what is wrong with the text as YAML.
    """
    try:
        walk = _Walk(yaml.parse(text, Loader=_Loader), file, limit, text.split("\n"))
        return Tree(walk.document(), walk.places, walk.problems)
    except _EnoughError:
        return Tree([], walk.places, walk.problems)
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
        problem = Problem(place, "", f"this is not valid YAML: {broken.problem}", broken.context or "")
    except yaml.reader.ReaderError as broken:
        # The C parser counts bytes and the Python parser counts characters; both give the character.
        line = text.encode("utf-8", "replace").count(b"\n", 0, broken.position) + 1
        problem = Problem(
            Place(file, line, 1), "", f"the character #x{int(broken.character):04x} is not allowed in YAML"
        )
    return Tree([], Places(file), [problem])
