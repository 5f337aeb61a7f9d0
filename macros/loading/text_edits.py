"""Edits seed files in place, so that comments, order and style of everything else stay as they are.

A program that reads YAML and writes it again, even one that keeps comments, wraps lines and changes indents and quotation marks. So each
value is known by its place in the text, and only the text of what changes is replaced.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.loading.yaml_text import Value, read_yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Node:
    """A value with its place in the text of a file.

    Attributes:
        start: Its first character, counted from 0.
        end: The character after its last one. Comments and blank lines after it do not belong to it.
        is_flow: Whether it is a list or a set of fields in brackets.
        value: The plain value; every scalar is the text that the editor typed.
        items: The nodes of a list.
        fields: The nodes of a set of fields, by name.
        keys: The nodes of the names of these fields.
    """

    start: int
    end: int
    is_flow: bool
    value: Value
    items: tuple[Node, ...] = ()
    fields: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Node] = field(default_factory=dict)


def _node(text: str, made: Any) -> Node:
    start, end = made.start_mark.index, made.end_mark.index
    if isinstance(made, yaml.ScalarNode):
        # A block of text ends at the next token, which can be many lines below.
        return Node(start, start + len(text[start:end].rstrip()), is_flow=False, value=str(made.value))
    is_flow = bool(made.flow_style)
    if isinstance(made, yaml.SequenceNode):
        items = tuple(_node(text, item) for item in made.value)
        return Node(start, end if is_flow else items[-1].end, is_flow, [item.value for item in items], items)
    keys = {str(key.value): _node(text, key) for key, _ in made.value}
    fields = {str(key.value): _node(text, value) for key, value in made.value}
    last = end if is_flow else max(node.end for node in (*keys.values(), *fields.values()))
    return Node(start, last, is_flow, {name: node.value for name, node in fields.items()}, (), fields, keys)


def node_of(text: str) -> Node | None:
    """The value of a file that is valid YAML; None if it has none.

    Args:
        text: The text of the file, without a byte order mark.
    """
    made = yaml.compose(text, Loader=_Loader)
    return _node(text, made) if made else None


def inline(value: str | list[str]) -> str:
    """A text, or a list of texts, as YAML in one line. It is in quotation marks only if YAML needs them.

    Args:
        value: The value.
    """
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    # A single "-" is a text in brackets, and begins a list elsewhere.
    read = [read_yaml(text, "") for text in (f"- [{value}]\n", f"- a: {value}\n")]
    is_read = [one.value for one in read] == [[[value]], [{"a": value}]] and not any(one.problems for one in read)
    if is_read and not re.search(r"[\n#]|^\s|\s$", value):
        return value
    # YAML refuses these characters as they are, and JSON does not escape them.
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


@dataclass(frozen=True, order=True)
class _Edit:
    start: int
    end: int
    text: str


class TextEdits:
    """Edits of one text. They are collected first, and made together."""

    def __init__(self, text: str) -> None:
        """Takes the text of a file, in which all nodes have their places."""
        self.text = text
        self._line_break = "\r\n" if "\r\n" in text else "\n"
        self._edits: list[_Edit] = []

    def replace(self, node: Node, text: str) -> None:
        """Writes another value, or another name of a field.

        Args:
            node: What is replaced.
            text: YAML in one line.
        """
        self._edits.append(_Edit(node.start, node.end, text))

    def put_before(self, node: Node, name: str, text: str) -> None:
        """Adds a field to a set of fields that is not in brackets, above its first field.

        Args:
            node: The set of fields.
            name: The name of the new field.
            text: Its value as YAML in one line.
        """
        margin = " " * (node.start - self._line_start(node.start))
        self._edits.append(_Edit(node.start, node.start, f"{name}: {text}{self._line_break}{margin}"))

    def remove_field(self, node: Node, name: str) -> None:
        """Removes a field with its name. A comment behind it stays, on a line of its own.

        Args:
            node: A set of at least two fields.
            name: The name of the field.
        """
        names = list(node.fields)
        number = names.index(name)
        start, end = node.keys[name].start, node.fields[name].end
        if number + 1 < len(names):
            following = node.keys[names[number + 1]].start
            if node.is_flow or (number == 0 and not self.text[end:following].strip()):
                self._edits.append(_Edit(start, following, ""))
                return
        elif node.is_flow:
            self._edits.append(_Edit(node.fields[names[number - 1]].end, end, ""))
            return
        self._remove_lines(start, end)

    def remove_items(self, node: Node, numbers: Collection[int]) -> None:
        """Removes items from a list that is not in brackets. A comment behind one stays, on a line of its own.

        Args:
            node: The list.
            numbers: The numbers of the items, from 0.
        """
        for number in numbers:
            dash = self.text.rindex("-", 0, node.items[number].start)
            self._remove_lines(dash, node.items[number].end)
        if len(numbers) == len(node.items):
            # A list without items is written in brackets.
            self._edits.append(_Edit(len(self.text), len(self.text), f"[]{self._line_break}"))

    def _line_start(self, place: int) -> int:
        return self.text.rfind("\n", 0, place) + 1

    def _remove_lines(self, start: int, end: int) -> None:
        after = self.text.find("\n", end) + 1 or len(self.text)
        if self.text[end:after].strip():
            self._edits.append(_Edit(start, len(self.text) - len(self.text[end:].lstrip()), ""))
        else:
            self._edits.append(_Edit(self._line_start(start), after, ""))

    def line_of(self, place: int) -> int:
        """The line, counted from 1, on which a place of the old text is in the new one."""
        before = [edit for edit in self._edits if edit.end <= place]
        moved = sum(edit.text.count("\n") - self.text.count("\n", edit.start, edit.end) for edit in before)
        return self.text.count("\n", 0, place) + 1 + moved

    def result(self) -> str:
        """The new text."""
        made, place = "", 0
        for edit in sorted(self._edits):
            # Two neighbours that are removed share what is between them.
            made += self.text[place : max(place, edit.start)] + edit.text
            place = max(place, edit.end)
        return made + self.text[place:]
