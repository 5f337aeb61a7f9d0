"""Turns any dossier into one in which every text contains HTML, Jinja and Markdown."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple, cast

from pydantic import StringConstraints

from macros.evidence.fingerprint import digest_of, normal_hashes
from macros.evidence.words import amount, plain_words, words_of
from macros.loading.yaml_text import Value, read_yaml
from macros.models.base import Nothing
from macros.models.fingerprint import Fingerprint
from macros.models.kinds import FILE_KINDS
from macros.models.references import contained, hints_of, holds_list, marks_in
from macros.models.source import Source
from macros.validation.fingerprints import MOST_WORDS

HOSTILE = (
    """<script>alert(1)</script><b onclick="alert(2)">{{ 7*191 }}{% raw %}**b** [x](javascript:alert(3)) `c` "'>&amp;"""
)

BRIEF = """<b onclick="x">{{ 7*191 }}"""
"""For quotations of at most 15 words."""

NUMBERED = ("<1><2><3>", "<b>{{7*191}}")
"""For the first and the last words of a passage, which are at most five: every number of the hostile text, because paraphrases may
give only numbers of their passages."""

IN_PROSE = re.sub(r"\[x\]|\d", "x", HOSTILE)
"""For narrative, whose numbers must be in the cited records."""


class Words(NamedTuple):
    """What is added to texts.

    Attributes:
        text: For every text.
        brief: For short quotations.
        in_prose: For clauses of narrative.
        ends: For the last words of a passage.
        starts: For the first words of a passage.
    """

    text: str = HOSTILE
    brief: str = BRIEF
    in_prose: str = IN_PROSE
    ends: str = NUMBERED[1]
    starts: str = NUMBERED[0]


def _text_fields(*, lists: bool) -> frozenset[str]:
    """Names of the fields that contain texts, or lists of texts."""
    models = [model for kind in FILE_KINDS.values() for model in (kind.model, *(m for _, m in contained(kind.model)))]
    return frozenset(
        name
        for model in models
        for name, hint in hints_of(model).items()
        if any(isinstance(mark, StringConstraints) and mark.min_length for mark in marks_in(hint))
        and holds_list(hint) is lists
    )


_TEXTS = _text_fields(lists=False) | {"affiliation"}
_LISTS_OF_TEXTS = _text_fields(lists=True) - {"numbers"}  # those are words that the fingerprint confirms
_KINDS_OF_NOTHING = {str(kind) for kind in Nothing}


def _hostile(words: Words, value: Value, field: str = "") -> Value:
    if isinstance(value, list):
        return [
            item + words.text if isinstance(item, str) and field in _LISTS_OF_TEXTS else _hostile(words, item, field)
            for item in value
        ]
    if isinstance(value, dict) and {"kind", "name", "short"} <= value.keys():
        return _called_as_before(words, value)
    if isinstance(value, dict):
        return {key: _hostile_field(words, value, key) for key in value}
    if " [@" in value:
        return re.sub(r"[ \n]\[@", lambda found: f"{words.in_prose}{found.group()}", value)
    return value + words.text if field in _TEXTS and value not in _KINDS_OF_NOTHING else value


def _called_as_before(words: Words, actor: dict[str, Value]) -> Value:
    """A hostile actor that narrative can still name."""
    hostile = {key: _hostile_field(words, actor, key) for key in actor}
    lists = [actor.get(key, []) for key in ("metonyms", "spellings")]
    return {**hostile, "spellings": [actor["name"], actor["short"], *(name for one in lists for name in one)]}


def _hostile_field(words: Words, record: dict[str, Value], key: str) -> Value:
    value = record[key]
    if key == "introductions" and isinstance(value, dict):
        return {page: f"{text}{words.text}" for page, text in value.items()}
    if key == "question" and "because" in record:
        return value  # here it is the id of a question
    if key == "format" and "as_of" in record:
        return value  # here it is the format of the seed files
    if key in {"says", "title"} and isinstance(value, str) and isinstance(record.get("modality"), str):
        word = str(record["modality"])
        return value.replace(word, word + words.text) + words.text
    if key in {"starts", "ends"}:
        return _few(str(value), words.starts if key == "starts" else words.ends)
    if key == "numbers":
        return value  # the fingerprint knows them, and no page shows them
    if key == "fragment":
        return f"{' '.join(str(value).split()[:8])}{words.brief}"
    return _hostile(words, value, key)


def _few(words: str, added: str) -> str:
    """Some words with a text added, of which no more than a passage may publish are left."""
    kept = words.split()
    while kept and amount(words_of(" ".join(kept) + added)) > MOST_WORDS:
        kept.pop()
    return " ".join(kept) + added


def _printed(fingerprint: Fingerprint, source: Source) -> Value:
    """A fingerprint that also matches the hostile first and last words."""
    passages = {passage.address: passage for passage in source.passages}
    prints = []
    for one in fingerprint.passages:
        size = fingerprint.shingle
        first = normal_hashes(plain_words(passages[one.address].starts), source.id, size)
        last = normal_hashes(plain_words(passages[one.address].ends), source.id, size)
        hashes = (*first, *one.hashes, *last)
        prints.append(one.model_copy(update={"hashes": hashes, "words": len(hashes) + size - 1}))
    digest = digest_of(prints, fingerprint.rule, fingerprint.shingle)
    hostile = fingerprint.model_copy(update={"passages": tuple(prints), "digest": digest})
    return cast("Value", hostile.model_dump(mode="json"))


def _with_doubts(words: Words, value: Any, doubts: list[str]) -> Any:
    """Narrative with the words of doubt as they are now."""
    if isinstance(value, list):
        return [_with_doubts(words, item, doubts) for item in value]
    if isinstance(value, dict):
        return {key: _with_doubts(words, item, doubts) for key, item in value.items()}
    for doubt in doubts if isinstance(value, str) and " [@" in value else ():
        value = value.replace(doubt, doubt + words.text)
    return value


def write_hostile(seeds: Path, target: Path, words: Words = Words()) -> Path:  # noqa: B008  (it cannot change)
    """Writes a hostile copy of a folder of seeds, as JSON, because JSON is also YAML."""
    read = {path: read_yaml(path.read_text(encoding="utf-8"), path.name).value for path in seeds.rglob("*.yml")}
    doubts = re.findall(r'"modality": "([^"]+)"', json.dumps([*read.values()], ensure_ascii=False))
    hostile: dict[Path, Any] = {
        path.relative_to(seeds): _hostile(words, value)
        for path, value in read.items()
        # The reviews would not match the changed facts.
        if path.stem != "reviews"
    }
    sources = {
        source["id"]: Source.model_validate(source)
        for path, value in hostile.items()
        if "sources" in {path.stem, path.parent.name}
        for source in value
    }
    for path, value in hostile.items():
        copy = target / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.parent.name == "fingerprints":
            prints = [Fingerprint.model_validate(one) for one in value]
            written: Any = [_printed(one, sources[one.source]) for one in prints]
        else:
            written = value
        copy.write_text(json.dumps(_with_doubts(words, written, doubts), ensure_ascii=False), encoding="utf-8")
    return target
