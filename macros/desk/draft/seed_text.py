"""Writes records as the text of seed files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

Field: TypeAlias = "str | tuple[str, ...] | tuple[Mapping[str, str | tuple[str, ...]], ...]"
Fields: TypeAlias = "Mapping[str, Field]"

_PLAIN = re.compile(r"[^\W_](?:[^:#\n\r\t\"'\[\]{},&*!|>%@`]|:(?=\S))*", re.UNICODE)
_IN_A_LIST = re.compile(r"[^\W_][^:#\n\r\t\"'\[\]{},&*!|>%@`]*", re.UNICODE)


def scalar(value: str, *, is_in_list: bool = False) -> str:
    """A text as YAML, in quotation marks if it needs them."""
    pattern = _IN_A_LIST if is_in_list else _PLAIN
    is_plain = pattern.fullmatch(value) and not value.endswith((" ", ":"))
    return value if is_plain else json.dumps(value, ensure_ascii=False)


def _flow(value: str | tuple[str, ...] | Mapping[str, str | tuple[str, ...]]) -> str:
    if isinstance(value, str):
        return scalar(value, is_in_list=True)
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
        written = scalar(value) if isinstance(value, str) else f"[{', '.join(map(_flow, value))}]"
        lines.append(f"{key}: {written}")
    margin = " " * indent
    return "".join(f"{margin}{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))


LEFT_TO_WRITE = "says"
"""The field that a stub of a statement leaves to the editor."""


def with_passages(source: Fields, passages: Iterable[Fields]) -> str:
    """A source with its passages."""
    return record(source) + "  passages:\n" + "".join(record(passage, indent=4) for passage in passages)
