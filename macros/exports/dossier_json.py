"""The whole dossier as JSON: every record as in the seeds, except records that only editors need.

The list of a kind is valid against the schema of its seed file, and can be used as that file, because JSON is also YAML. Fields
without a value are left out; fields with a default are given. A position has no id in the seeds, so it gets one here.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from macros.models.base import IdentifiedRecord, Record
from macros.models.dossier import Dossier
from macros.models.kinds import RECORD_KINDS, kind_of_model
from macros.models.position import Position
from macros.models.uses import key_of


def name_of(record: Record) -> str:
    """The name of a record in the files: its id, the ids in the fields of a position, or the kind of a record that is the only one.

    Args:
        record: The record.
    """
    is_one_of_many = isinstance(record, (IdentifiedRecord, Position))
    return key_of(record) if is_one_of_many else kind_of_model(type(record)).name


def record_json(record: BaseModel) -> dict[str, Any]:
    """A record, without the fields that have no value.

    Args:
        record: A record, or a part of one.
    """
    made = {"id": key_of(record)} if isinstance(record, Position) else {}
    return made | record.model_dump(mode="json", exclude_none=True)


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """The cover, and all records by kind in the editor's order."""
    kinds = [kind.name for kind in RECORD_KINDS.values() if kind.is_exported]
    records = {kind: [record_json(record) for record in dossier.of_kind(kind)] for kind in kinds}
    return {"dossier": record_json(dossier.cover), **records}
