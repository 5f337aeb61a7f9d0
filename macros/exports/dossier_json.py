"""The whole dossier as JSON: every record as the models define it, nothing left out but the editors' own tools."""

from __future__ import annotations

from typing import Any

from macros.models.dossier import Dossier
from macros.models.kinds import RECORD_KINDS


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """The cover and all records by kind, in the editors' order."""
    kinds = [kind.name for kind in RECORD_KINDS.values() if kind.is_exported]
    records = {kind: [one.model_dump(mode="json") for one in dossier.of_kind(kind)] for kind in kinds}
    return {"dossier": dossier.cover.model_dump(mode="json"), **records}
