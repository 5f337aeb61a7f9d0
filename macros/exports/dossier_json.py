"""The whole dossier as JSON: every record as the models define it, except records that only editors need."""

from __future__ import annotations

from typing import Any

from macros.models.dossier import Dossier
from macros.models.kinds import RECORD_KINDS


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """The cover, and all records by kind in the editor's order."""
    kinds = [kind.name for kind in RECORD_KINDS.values() if kind.is_exported]
    records = {kind: [record.model_dump(mode="json") for record in dossier.of_kind(kind)] for kind in kinds}
    return {"dossier": dossier.cover.model_dump(mode="json"), **records}
