"""Compares two states of a folder of seeds, record by record and field by field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, TypeAlias, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.loading.raw import RawDossier
from macros.loading.yaml_text import Value
from macros.models.base import Text
from macros.models.kinds import COVER, FILE_KINDS, Kind
from macros.models.references import hints_of, marks_in, models_in, own_references

AS_OF = "as_of"
"""The field with the day after which nothing may be known. The checks measure all dates against it."""

Leaf: TypeAlias = "str | tuple[str, ...]"
Leaves: TypeAlias = "dict[tuple[str, ...], Leaf]"


class Weight(IntEnum):
    """How grave a change is."""

    MEASURE = 1
    """It is part of what records are checked against."""
    FACT = 2
    """Who says what to whom, what happened, when, and what rests on it."""
    WORDING = 3
    """Words of ours."""


@dataclass(frozen=True)
class Change:
    """One field that is not as it was.

    Attributes:
        kind: The kind of record.
        record: What tells the record from others of its kind: its id, or the ids that it names.
        state: new, removed or changed, of the record as a whole.
        field: The path of the field, such as `chain[1].verb`.
        before: The value before; None if there was none.
        after: The value now; None if there is none.
        weight: How grave the change is.
    """

    kind: Kind
    record: str
    state: str
    field: str
    before: str | None
    after: str | None
    weight: Weight


def _leaves(value: Value, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Leaf]]:
    """Every text in a value with its path, and the order of the items of each list as a leaf of its own."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, (*path, name))
    elif all(isinstance(item, str) for item in value):
        # Two lists must not look the same because an item contains a comma.
        yield (
            path,
            ", ".join(json.dumps(item, ensure_ascii=False) if {*',"'} & {*item} else str(item) for item in value),
        )
    else:
        labels = _labels(value)
        yield (*path, "[order]"), tuple(labels)
        for label, item in zip(labels, value, strict=True):
            yield from _leaves(item, (*path, f"[{label}]"))


def _labels(items: list[Value]) -> list[str]:
    """Names for the items of a list: ids or addresses if all have one of their own, else numbers."""
    names = [str(item.get("id") or item.get("address") or "") if isinstance(item, dict) else "" for item in items]
    is_named = all(names) and len(set(names)) == len(names)
    return names if is_named else [str(number) for number in range(1, len(items) + 1)]


def _types(hint: Any) -> Iterator[Any]:
    """The types of the values that a field can hold."""
    arguments = [argument for argument in get_args(hint) if isinstance(argument, type) or get_args(argument)]
    if get_origin(hint) is dict:
        yield from _types(arguments[1])
    elif arguments:
        for argument in arguments:
            yield from _types(argument)
    elif hint is not type(None):
        yield hint


def _field(model: type[BaseModel], path: tuple[str, ...]) -> tuple[type[BaseModel], Any]:
    """The innermost model on a path, and the type of the last field that it knows; None if it knows none."""
    hint: Any = None
    for step in path:
        fields = hints_of(model)
        if step in fields:
            hint = fields[step]
            model = next(models_in(hint), model)
    return model, hint


def _is_wording(kind: Kind, path: tuple[str, ...]) -> bool:
    """Whether a field holds words of ours that stand for nothing else: no source, no fact, no name."""
    holder, hint = _field(kind.model, path)
    # Ids, addresses, names and narrative have other marks than a plain text.
    plain = list(marks_in(Text))
    is_plain = all(mark in plain or isinstance(mark, FieldInfo) for mark in marks_in(hint))
    if set(_types(hint)) != {str} or not is_plain:
        return False
    names_source = any("sources" in one.ref.kinds for model in (kind.model, holder) for one in own_references(model))
    stands_for_something = kind.is_fact or (names_source and kind is not COVER)
    # A note is in a record that stands for a source, but names nothing itself.
    return not (stands_for_something and own_references(holder))


def weight_of(kind: Kind, path: tuple[str, ...]) -> Weight:
    """How grave a change of a field is. It follows from the kind of record and the type of the field.

    Args:
        kind: The kind of record.
        path: The path of the field.
    """
    if kind.name == "sources" or not kind.is_exported or AS_OF in path:
        return Weight.MEASURE
    return Weight.WORDING if _is_wording(kind, path) else Weight.FACT


def _key_fields(kind: Kind, *states: list[dict[str, Value]]) -> list[str]:
    """The fields that tell the records of a kind apart: the id, or those that name other records, and more if they must."""
    first = ["id"] if "id" in kind.model.model_fields else []
    named = [one.pattern[0] for one in own_references(kind.model) if not one.is_list and not one.is_cited]
    fields = first or named
    for name in (*kind.model.model_fields, ""):
        if all(len({_key(value, fields) for value in state}) == len(state) for state in states):
            break
        fields = [*fields, name] if name not in fields else fields
    return fields


def _key(value: dict[str, Value], fields: Iterable[str]) -> str:
    return "/".join(str(value[field]) for field in fields if field in value)


def _by_key(values: list[dict[str, Value]], fields: list[str]) -> dict[str, Leaves]:
    found: dict[str, Leaves] = {}
    for value in values:
        key = _key(value, fields)
        # No record may hide behind another one of the same name, although the checks refuse both.
        number = sum(known.partition(" (again")[0] == key for known in found)
        found[f"{key} (again, {number})" if number else key] = dict(_leaves(value))
    return found


def _shown(before: Leaf | None, after: Leaf | None) -> tuple[str | None, str | None]:
    """The two values of a field as texts; of an order, only what both states have."""
    if isinstance(before, str) or isinstance(after, str):
        return str(before) if before is not None else None, str(after) if after is not None else None
    both = set(before or ()) & set(after or ())
    was, now = (", ".join(label for label in labels or () if label in both) for labels in (before, after))
    return was, now


def _of_record(kind: Kind, record: str, before: Leaves | None, after: Leaves | None) -> Iterator[Change]:
    state = "new" if before is None else "removed" if after is None else "changed"
    old, new = before or {}, after or {}
    for path in dict.fromkeys((*old, *new)):
        was, now = _shown(old.get(path), new.get(path))
        if was != now:
            field = "".join(step if step.startswith("[") else f".{step}" for step in path).removeprefix(".")
            yield Change(kind, record, state, field, was, now, weight_of(kind, path))


def changes(before: RawDossier, after: RawDossier) -> Iterator[Change]:
    """Every field that differs between two states of a dossier, in the order of the kinds of record.

    Args:
        before: One state. Its records need not be valid.
        after: A later one.
    """
    for kind in FILE_KINDS.values():
        states: list[list[dict[str, Value]]] = [
            [
                raw.value if isinstance(raw.value, dict) else {"": raw.value}
                for raw in read.records
                if raw.kind == kind.name
            ]
            for read in (before, after)
        ]
        fields = _key_fields(kind, *states)
        old, new = (_by_key(values, fields) for values in states)
        for record in dict.fromkeys((*old, *new)):
            yield from _of_record(kind, record, old.get(record), new.get(record))
