"""Checks of ids: each is used once, and every reference names an id that exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from macros.evidence.fingerprint import is_sound
from macros.loading.raw import RawDossier, RawRecord
from macros.loading.yaml_text import MAX_PROBLEMS, FieldPath, Value
from macros.models.actor import Actor
from macros.models.base import SLUG, Nothing, Record
from macros.models.citation import cited_in
from macros.models.kinds import ALL_KINDS, FILE_KINDS, RECORD_KINDS, kind_of_model
from macros.models.narrative import CITABLE
from macros.models.position import Issue, cells_of
from macros.models.references import CITED, EACH, ONE_OR_EACH, Pattern, Reference, parts, references
from macros.models.source import Layer
from macros.models.uses import key_of
from macros.problems.problem import Problem, did_you_mean, shortened
from macros.validation.context import CheckContext

SHOWN_PLACES = 3
"""A message lists at most this many places of the same missing id."""

_NO_NOTHING = "this word means that there is nothing; remove the field"

_COMPARING_LAYERS = (Layer.OTHER, Layer.AFTERWARDS)


def texts_at(value: Value, pattern: Pattern, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text of a raw value that a pattern reaches, with its path."""
    if not pattern:
        if isinstance(value, str):
            yield path, value
    elif pattern[0] == CITED:
        if isinstance(value, str):
            yield from ((path, name) for name in cited_in(value))
    elif pattern[0] in (EACH, ONE_OR_EACH):
        for index, item in enumerate(value) if isinstance(value, list) else ():
            yield from texts_at(item, pattern[1:], (*path, index))
        if pattern[0] == ONE_OR_EACH and isinstance(value, str):
            yield from texts_at(value, pattern[1:], path)
    elif isinstance(value, dict) and pattern[0] in value:
        yield from texts_at(value[pattern[0]], pattern[1:], (*path, pattern[0]))


def _references(raw: RawRecord) -> tuple[Reference, ...]:
    return references(FILE_KINDS[raw.kind].model) if raw.kind in FILE_KINDS else ()


def _parts(raw: RawRecord) -> Iterator[tuple[str, FieldPath, str]]:
    """The records with ids that are part of a record: their kind, and the path and text of each id."""
    for pattern, model in parts(FILE_KINDS[raw.kind].model) if raw.kind in FILE_KINDS else ():
        for path, name in texts_at(raw.value, (*pattern, "id")):
            yield kind_of_model(model).name, path, name


def ids_in(raw: RawRecord) -> Iterator[tuple[str, FieldPath, str]]:
    """The ids that a record and its parts have: the kind, and the path and text of each id."""
    if raw.id:
        yield raw.kind, ("id",), raw.id
    yield from _parts(raw)


def _ids_by_kind(records: Collection[RawRecord]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for raw in records:
        # A record without an id, such as a position, is cited by what it names.
        known.setdefault(raw.kind, set()).add(raw.id or (key_of(raw.model) if raw.model else ""))
        for kind, _, name in _parts(raw):
            known.setdefault(kind, set()).add(name)
    known.setdefault("positions", set()).update(_positions_asked_for(records))
    return known


def _positions_asked_for(records: Collection[RawRecord]) -> Iterator[str]:
    """The names of all positions that somebody is asked for. Narrative can cite them even if nobody recorded them."""
    actors = [raw.model for raw in records if isinstance(raw.model, Actor)]
    for raw in records:
        if isinstance(raw.model, Issue):
            yield from (cell.key for cell in cells_of(raw.model, actors))


def ids_are_given_once(read: RawDossier) -> Iterator[Problem]:
    """An id names one record of the whole dossier, because it is also that record's address."""
    first: dict[str, tuple[RawRecord, FieldPath]] = {}
    for raw in read.records:
        for _, path, name in ids_in(raw):
            if name in first:
                other, where = first[name]
                earlier = other.place(*where)
                hint = f"first by {other.name} in {earlier.file}:{earlier.line}"
                yield raw.problem(f"the id '{shortened(name)}' is used twice", *path, hint=hint)
            else:
                first[name] = raw, path


def _kinds_with_unknown_ids(read: RawDossier) -> set[str]:
    """Kinds with a record that cannot be read or has no usable id. The record itself is reported."""
    kinds = set(read.unread)
    for raw in read.records:
        model = FILE_KINDS[raw.kind].model if raw.kind in FILE_KINDS else Record
        if "id" in model.model_fields and not re.fullmatch(SLUG, raw.id):
            kinds.add(raw.kind)
        if raw.kind in CITABLE and "id" not in model.model_fields and raw.model is None:
            kinds.add(raw.kind)  # it is cited by what it names, which is not known
        usable = Counter(kind for kind, _, name in _parts(raw) if re.fullmatch(SLUG, name))
        for pattern, part in parts(model):
            holder = raw.value.get(pattern[0]) if isinstance(raw.value, dict) else ()
            if usable[kind_of_model(part).name] < len(holder or ()):
                kinds.add(kind_of_model(part).name)
    if kinds & {"actors", "issues"} or any(
        raw.model is None for raw in read.records if raw.kind in {"actors", "issues"}
    ):
        kinds.add("positions")  # who is asked for one is not known
    return kinds | {
        kind_of_model(part).name for kind in kinds if kind in FILE_KINDS for _, part in parts(FILE_KINDS[kind].model)
    }


def ids_name_something(read: RawDossier) -> Iterator[Problem]:
    """Every id that a record names exists and is of the right kind; a missing one is reported once, with all places."""
    known = _ids_by_kind(read.records)
    unknowable = _kinds_with_unknown_ids(read)
    missing: dict[str, list[tuple[RawRecord, FieldPath, tuple[str, ...]]]] = {}
    for raw in read.records:
        for reference in _references(raw):
            kinds = reference.ref.kinds
            if unknowable.intersection(kinds):
                continue
            choices = _choices(known, kinds)
            for path, name in texts_at(raw.value, reference.pattern):
                if name not in choices:
                    missing.setdefault(name, []).append((raw, path, kinds))
    for number, (name, places) in enumerate(missing.items()):
        raw, path, kinds = places[0]
        *others, last = (ALL_KINDS[kind].singular for kind in kinds)
        wanted = f"{', '.join(others)} or {last}" if others else last
        # Finding the nearest of many names is slow, so only the first problems get a guess.
        nearest = did_you_mean(name, _choices(known, kinds)) if number < MAX_PROBLEMS else ""
        guess = _NO_NOTHING if name in set(Nothing) else _of_another_layer(known, name) or nearest
        message = f"there is no {wanted} '{shortened(name)}'"
        yield raw.problem(message, *path, hint="; ".join(filter(None, (guess, _elsewhere(places[1:])))))


def _of_another_layer(known: dict[str, set[str]], name: str) -> str:
    """Why an id cannot be named, if it is the id of a record in another layer."""
    for kind in RECORD_KINDS.values():
        if name not in known.get(kind.name, ()):
            continue
        if kind.layer in _COMPARING_LAYERS and kind.layer_follows:
            return f"it is a {kind.singular}, which cannot be named here"
        if kind.layer in _COMPARING_LAYERS:
            return f"it is a {kind.singular} of the layer '{kind.layer}'; records of an earlier layer cannot name it"
    return ""


def nothing_is_named_twice(read: RawDossier) -> Iterator[Problem]:
    """A list of ids names each record once."""
    for raw in read.records:
        for reference in _references(raw):
            seen: set[tuple[FieldPath, str]] = set()
            for path, name in texts_at(raw.value, reference.pattern) if reference.is_list else ():
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
    return f"also named in {', '.join(f'{place.file}:{place.line}' for place in named)}{more}"


def passages_exist(context: CheckContext) -> Iterator[Problem]:
    """Every passage that a statement names is in its source."""
    for statement in (*context.dossier.statements, *context.dossier.unfinished):
        source = context.base_source_of(statement)
        if source is None:
            continue
        addresses = {passage.address for passage in source.passages}
        # The fingerprint has the passages of the text. If it has one that the source lacks, the source is wrong.
        fingerprint = context.dossier.fingerprint.get(source.id)
        for index, address in enumerate(statement.passages):
            is_lost = fingerprint and address in fingerprint.passage and is_sound(fingerprint)
            if address not in addresses and not is_lost:
                hint = did_you_mean(address, addresses)
                yield context.problem(
                    statement, f"'{source.id}' has no passage '{address}'", "passages", index, hint=hint
                )
