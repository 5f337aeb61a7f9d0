"""The whole dossier as JSON: every record as the models define it, nothing left out but the editors' own tools."""

from __future__ import annotations

from typing import Any

from macros.models.dossier import RECORD_MODELS, Dossier

TOOLS = frozenset({"fingerprints", "loaded_words", "guards", "reviews"})
"""Kinds of record that serve the checks and tell a reader nothing."""


def dossier_json(dossier: Dossier) -> dict[str, Any]:
    """The cover and all records by kind, in the editors' order."""
    kinds = [kind for kind in RECORD_MODELS if kind not in TOOLS]
    records = {kind: [one.model_dump(mode="json") for one in getattr(dossier, kind)] for kind in kinds}
    return {"dossier": dossier.cover.model_dump(mode="json"), **records}
