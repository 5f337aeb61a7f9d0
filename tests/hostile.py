"""Makes of any dossier one in which every text carries HTML, Jinja and Markdown."""

from __future__ import annotations

import json
from pathlib import Path

from macros.loading.yaml_text import Value, read_yaml
from macros.models.base import Nothing

HOSTILE = (
    """<script>alert(1)</script><b onclick="alert(2)">{{ 7*191 }}{% raw %}**b** [x](javascript:alert(3)) `c` "'>&amp;"""
)

_TEXTS = {
    "affiliation", "author", "because", "contact", "date_in_words", "description", "editors", "ends", "explanation",
    "format", "label", "left_out", "licence", "modality", "name", "question", "remark", "says", "setting", "short",
    "starts", "term", "text", "title", "venue", "warrant", "weakest", "what",
}  # fmt: skip
_LISTS_OF_TEXTS = {"forms", "method", "metonyms", "spellings"}
_KINDS_OF_NOTHING = {str(kind) for kind in Nothing}


def _spoilt(value: Value, field: str = "") -> Value:
    if isinstance(value, list):
        return [
            item + HOSTILE if isinstance(item, str) and field in _LISTS_OF_TEXTS else _spoilt(item, field)
            for item in value
        ]
    if isinstance(value, dict):
        return {key: _spoilt_field(value, key) for key in value}
    return value + HOSTILE if field in _TEXTS and value not in _KINDS_OF_NOTHING else value


def _spoilt_field(record: dict[str, Value], key: str) -> Value:
    value = record[key]
    if key == "introductions" and isinstance(value, dict):
        return {page: f"{text}{HOSTILE}" for page, text in value.items()}
    if key == "question" and "because" in record:
        return value  # here it is the id of a question
    if key == "says" and isinstance(value, str) and isinstance(record.get("modality"), str):
        word = str(record["modality"])
        return value.replace(word, word + HOSTILE) + HOSTILE
    return _spoilt(value, key)


def write_hostile(seeds: Path, target: Path) -> Path:
    """Writes a hostile copy of a folder of seeds; JSON, for every JSON text is YAML."""
    for path in seeds.rglob("*.yml"):
        copy = target / path.relative_to(seeds)
        copy.parent.mkdir(parents=True, exist_ok=True)
        value = read_yaml(path.read_text(encoding="utf-8"), path.name).value
        copy.write_text(json.dumps(_spoilt(value), ensure_ascii=False), encoding="utf-8")
    return target
