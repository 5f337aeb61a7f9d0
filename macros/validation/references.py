"""Ids: given once, and naming something that exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.loading.folder import RawDossier, RawRecord
from macros.loading.yaml_text import MAX_PROBLEMS, FieldPath, Value
from macros.models.base import SLUG, Nothing
from macros.models.dossier import RECORD_MODELS
from macros.problems.problem import Problem, did_you_mean, shortened
from macros.validation.context import CheckContext

EACH = "*"
"""In a path: every item of a list."""

SHOWN_PLACES = 3
"""As many places as a line can name where the same id is missing."""

REFERENCES: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "dossier": (
        (("base_source",), ("sources",)),
        (("short_answer", EACH), ("statements",)),
    ),
    "sources": (
        (("publisher",), ("actors",)),
        (("passages", EACH, "voices", EACH), ("actors",)),
    ),
    "fingerprints": ((("source",), ("sources",)),),
    "actors": ((("of",), ("actors",)),),
    "tracks": (
        (("mediators", EACH), ("actors",)),
        (("statements", EACH), ("statements",)),
    ),
    "events": (
        (("track",), ("tracks",)),
        (("participants", EACH), ("actors",)),
        (("statements", EACH), ("statements",)),
        (("readings", EACH), ("statements",)),
        (("refusals", EACH, "by"), ("actors",)),
        (("refusals", EACH, "statement"), ("statements",)),
        (("refusals", EACH, "ground", EACH), ("statements",)),
    ),
    "statements": (
        (("source",), ("sources",)),
        (("chain", EACH, "speaker"), ("actors",)),
        (("chain", EACH, "to"), ("actors",)),
        (("rewords",), ("statements",)),
    ),
    "reviews": ((("inference",), ("inferences",)),),
    "positions": (
        (("actor",), ("actors",)),
        (("issue",), ("issues",)),
        (("toward",), ("actors",)),
        (("told_by", EACH), ("actors",)),
        (("statements", EACH), ("statements",)),
    ),
    "arguments": (
        (("speaker",), ("actors",)),
        (("gist", EACH), ("statements",)),
        (("conclusion",), ("statements",)),
        (("inferences", EACH, "premises", EACH), ("statements", "events")),
        (("inferences", EACH, "conclusion"), ("statements", "inferences")),
        (("inferences", EACH, "concedes", EACH), ("statements",)),
        (("inferences", EACH, "scheme"), ("schemes",)),
        (("inferences", EACH, "answers", EACH, "statements", EACH), ("statements",)),
    ),
    "terms": ((("statements", EACH), ("statements",)),),
    "gaps": (
        (("about", EACH), ("tracks", "events", "actors")),
        (("statements", EACH), ("statements",)),
    ),
    "checks": (
        (("target",), ("statements", "events")),
        (("sources", EACH), ("sources",)),
        (("quotes", EACH, "source"), ("sources",)),
    ),
    "disagreements": (
        (("about", EACH), ("statements", "events")),
        (("versions", EACH, "statements", EACH), ("statements",)),
        (("versions", EACH, "sources", EACH), ("sources",)),
    ),
    "aftermath": ((("claims", EACH, "claim"), ("statements", "inferences")),),
    "later_facts": (
        (("claim",), ("statements", "inferences")),
        (("sources", EACH), ("sources",)),
        (("quotes", EACH, "source"), ("sources",)),
    ),
}
"""For each kind of record: which of its fields hold ids, and of which kinds."""


OUTSIDE_THE_BASE = {
    "checks": "a check stands beside the base layer; no record of it may rest on one",
    "disagreements": "a disagreement stands beside the base layer; no record of it may rest on one",
    "later_facts": "it came afterwards; no record of the base layer may know of it",
}
"""Kinds of record that no other record names, with the reason."""


_NO_NOTHING = "a word for nothing names no record; leave it out"


def _texts_at(value: Value, pattern: tuple[str, ...], path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text that a pattern reaches, with its path."""
    if not pattern:
        if isinstance(value, str):
            yield path, value
    elif pattern[0] == EACH:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _texts_at(item, pattern[1:], (*path, index))
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _texts_at(value[pattern[0]], pattern[1:], (*path, pattern[0]))


def _ids_by_kind(records: Iterable[RawRecord]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for raw in records:
        known.setdefault(raw.kind, set()).add(raw.id)
        if raw.kind == "arguments":
            known.setdefault("inferences", set()).update(name for _, name in _inferences(raw))
    return known


def _inferences(raw: RawRecord) -> Iterator[tuple[FieldPath, str]]:
    """The ids of the inferences of an argument, with their paths."""
    yield from _texts_at(raw.value, ("inferences", EACH, "id"))


def ids_are_given_once(read: RawDossier) -> Iterator[Problem]:
    """An id names one record of the whole dossier, for it is also that record's address."""
    first: dict[str, tuple[RawRecord, FieldPath]] = {}
    for raw in read.records:
        own: list[tuple[FieldPath, str]] = [(("id",), raw.id)] if raw.id else []
        for path, name in (*own, *(_inferences(raw) if raw.kind == "arguments" else ())):
            if name in first:
                other, where = first[name]
                earlier = other.place(*where)
                hint = f"first to {other.name} in {earlier.file}:{earlier.line}"
                yield raw.problem(f"the id '{shortened(name)}' is given twice", *path, hint=hint)
            else:
                first[name] = raw, path


def _nameless(records: Iterable[RawRecord]) -> Iterator[str]:
    """Kinds of which a record has no id that others could name, which is told of the record itself."""
    for raw in records:
        is_identified = raw.kind in RECORD_MODELS and "id" in RECORD_MODELS[raw.kind].model_fields
        if is_identified and not re.fullmatch(SLUG, raw.id):
            yield raw.kind
        steps = raw.value.get("inferences") if raw.kind == "arguments" and isinstance(raw.value, dict) else ()
        if sum(1 for _, name in _inferences(raw) if re.fullmatch(SLUG, name)) < len(steps or ()):
            yield "inferences"


def ids_name_something(read: RawDossier) -> Iterator[Problem]:
    """Every id that a record names exists and is of the right kind; what is missing is told once, with all places."""
    known = _ids_by_kind(read.records)
    unknowable = {*read.unread, *_nameless(read.records)}
    if "arguments" in unknowable:
        unknowable.add("inferences")
    missing: dict[str, list[tuple[RawRecord, FieldPath, tuple[str, ...]]]] = {}
    for raw in read.records:
        for pattern, kinds in REFERENCES.get(raw.kind, ()):
            if unknowable.intersection(kinds):
                continue
            choices = _choices(known, kinds)
            for path, name in _texts_at(raw.value, pattern):
                if name not in choices:
                    missing.setdefault(name, []).append((raw, path, kinds))
    for number, (name, places) in enumerate(missing.items()):
        raw, path, kinds = places[0]
        wanted = " or ".join(kind.removesuffix("s") for kind in kinds)
        other = next((layer for layer in OUTSIDE_THE_BASE if name in known.get(layer, ())), "")
        # To look for the nearest of many names takes time; nobody reads a thousand guesses.
        nearest = did_you_mean(name, _choices(known, kinds)) if number < MAX_PROBLEMS else ""
        guess = _NO_NOTHING if name in set(Nothing) else OUTSIDE_THE_BASE.get(other, nearest)
        message = f"there is no {wanted} '{shortened(name)}'"
        yield raw.problem(message, *path, hint="; ".join(filter(None, (guess, _elsewhere(places[1:])))))


def nothing_is_named_twice(read: RawDossier) -> Iterator[Problem]:
    """A list that names records names each of them once."""
    for raw in read.records:
        for pattern, _ in REFERENCES.get(raw.kind, ()):
            seen: set[tuple[FieldPath, str]] = set()
            for path, name in _texts_at(raw.value, pattern) if pattern[-1] == EACH else ():
                if (path[:-1], name) in seen:
                    yield raw.problem(f"'{shortened(name)}' is named twice", *path)
                seen.add((path[:-1], name))


def _choices(known: dict[str, set[str]], kinds: Iterable[str]) -> set[str]:
    return set().union(*(known.get(kind, set()) for kind in kinds))


def _elsewhere(places: list[tuple[RawRecord, FieldPath, tuple[str, ...]]]) -> str:
    """Where else a missing id is named."""
    if not places:
        return ""
    named = [raw.place(*path) for raw, path, _ in places[:SHOWN_PLACES]]
    more = f" and {len(places) - SHOWN_PLACES} more" if len(places) > SHOWN_PLACES else ""
    return f"named in {', '.join(f'{place.file}:{place.line}' for place in named)}{more} too"


def passages_exist(context: CheckContext) -> Iterator[Problem]:
    """A statement names passages that its source has."""
    for statement in context.dossier.statements:
        source = context.base_source_of(statement)
        if source is None:
            continue
        addresses = {passage.address for passage in source.passages}
        for index, address in enumerate(statement.passages):
            if address not in addresses:
                hint = did_you_mean(address, addresses)
                yield context.problem(
                    statement, f"'{source.id}' has no passage '{address}'", "passages", index, hint=hint
                )
