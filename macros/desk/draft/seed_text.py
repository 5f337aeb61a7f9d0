"""Writes records as the text of seed files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from macros.loading.text_edits import inline

Field: TypeAlias = "str | tuple[str, ...] | tuple[Mapping[str, str | tuple[str, ...]], ...]"
Fields: TypeAlias = "Mapping[str, Field]"


def _flow(value: Field | Mapping[str, str | tuple[str, ...]]) -> str:
    if isinstance(value, str):
        return inline(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"


def record(fields: Fields, indent: int = 0) -> str:
    """One record as an item of a list.

    Args:
        fields: Its fields; empty ones are left out, except a text that is left to write.
        indent: How far the item is indented.
    """
    lines = []
    for key, value in fields.items():
        if value == () or (value == "" and key != LEFT_TO_WRITE):
            continue
        lines.append(f"{key}: {_flow(value)}")
    margin = " " * indent
    return "".join(f"{margin}{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


LEFT_TO_WRITE = "says"
"""The field that a stub of a statement leaves to the editor."""


def with_passages(source: Fields, passages: Iterable[Fields]) -> str:
    """A source with its passages."""
    return record(source) + "  passages:\n" + "".join(record(passage, indent=4) for passage in passages)
