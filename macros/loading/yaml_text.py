"""YAML text to plain values beside a tree of places.

YAML 1.1 turns `no`, `12:30` and dates into other types and keeps the last of two equal keys without a word.
So every scalar is read as the text that the editor typed, equal keys are problems, and so are aliases,
which can make a small file explode. PyYAML's C composer does the parsing; the walk is ours because
it keeps the marks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from macros.loading.problem import Place, Problem

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
Path: TypeAlias = "tuple[str | int, ...]"

MAX_DEPTH = 12
"""Deeper nesting than any record has; a limit keeps hostile files from exhausting the stack."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Places:
    """Where each value and each key of one file stands."""

    file: str
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)

    def of_value(self, path: Path) -> Place:
        """The place of a value, or of its nearest ancestor that has one."""
        while path not in self.values and path:
            path = path[:-1]
        return self.values.get(path, Place(self.file, 1, 1))

    def of_key(self, path: Path) -> Place:
        """The place of a field's name, or else of its value."""
        return self.keys.get(path) or self.of_value(path)


@dataclass
class Tree:
    """The plain value of one file with its places and the problems found while reading it."""

    value: Value
    places: Places
    problems: list[Problem]


class _Walk:
    def __init__(self, file: str) -> None:
        self.places = Places(file)
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.places.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def _complain(self, node: yaml.Node, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self._place(node), "", message, hint))

    def value(self, node: yaml.Node, path: Path) -> Value:
        if id(node) in self._seen:
            # The node knows where its anchor stands; the alias stands behind the field's name.
            place = self.places.of_key(path)
            self.problems.append(Problem(place, "", "an alias stands for a value", "write the value out"))
            return ""
        self._seen.add(id(node))
        self.places.values[path] = self._place(node)
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        if len(path) >= MAX_DEPTH:
            self._complain(node, f"nested deeper than {MAX_DEPTH} levels")
            return ""
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: yaml.Node, path: Path) -> Value:
        values: dict[str, Value] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._complain(key_node, "the name of a field must be plain text")
                continue
            key = str(key_node.value)
            here = (*path, key)
            if key in values:
                self._complain(key_node, f"'{key}' is given twice", f"first in line {self.places.keys[here].line}")
                continue
            self.places.keys[here] = self._place(key_node)
            values[key] = self.value(value_node, here)
        return values


def read_yaml(text: str, file: str) -> Tree:
    """Reads one YAML document.

    Args:
        text: The file's text.
        file: The file's name as problems shall show it.

    Returns:
        The values (text, lists, mappings), their places, and what is wrong with the text as YAML.
    """
    walk = _Walk(file)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)
        return Tree(
            [], walk.places, [Problem(place, "", f"this is not valid YAML: {broken.problem}", broken.context or "")]
        )
    except yaml.reader.ReaderError as broken:
        # The C parser counts bytes, the one in Python characters; both keep the character.
        line = text.encode("utf-8", "replace").count(b"\n", 0, broken.position) + 1
        message = f"the character #x{int(broken.character):04x} is not allowed in YAML"
        return Tree([], walk.places, [Problem(Place(file, line, 1), "", message)])
    if node is None:
        return Tree([], walk.places, [Problem(Place(file, 1, 1), "", "the file is empty")])
    return Tree(walk.value(node, ()), walk.places, walk.problems)
