"""The check of missing ids: every id that a record names exists. What has one cause is one problem."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from macros.loading.raw import RawDossier, RawRecord
from macros.loading.yaml_text import EMPTY, MAX_PROBLEMS, FieldPath
from macros.models.actor import Actor
from macros.models.base import SLUG, Nothing, Record
from macros.models.kinds import ALL_KINDS, FILE_KINDS, RECORD_KINDS, kind_of_model
from macros.models.narrative import CITABLE
from macros.models.position import Issue, cells_of
from macros.models.references import parts
from macros.models.source import Layer
from macros.models.uses import key_of
from macros.problems.problem import MOST_PLACES, Place, Problem, did_you_mean, nearest, shortened
from macros.validation.references import parts_of, references_of, texts_at

FEWEST_OF_A_LOST_FILE = 2
"""If records name at least this many ids of a kind without any record, the file of this kind is missing. One id can be misspelt."""

FEWEST_OF_A_LOST_PART = 5
"""From this many missing ids without a guess on, all are one problem: a file is missing, or a part of one."""

SHOWN_PLACES = 3
"""A message lists at most this many places of the same missing id."""

_NO_NOTHING = "this word means that there is nothing; remove the field"

_COMPARING_LAYERS = (Layer.OTHER, Layer.AFTERWARDS)


def _ids_by_kind(records: Collection[RawRecord]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for raw in records:
        # A record without an id, such as a position, is cited by what it names.
        known.setdefault(raw.kind, set()).add(raw.id or (key_of(raw.model) if raw.model else ""))
        for kind, _, name in parts_of(raw):
            known.setdefault(kind, set()).add(name)
    known.setdefault("positions", set()).update(_positions_asked_for(records))
    return known


def _positions_asked_for(records: Collection[RawRecord]) -> Iterator[str]:
    """The names of all positions that somebody is asked for. Narrative can cite them even if nobody recorded them."""
    actors = [raw.model for raw in records if isinstance(raw.model, Actor)]
    for raw in records:
        if isinstance(raw.model, Issue):
            yield from (cell.key for cell in cells_of(raw.model, actors))


def _kinds_with_unknown_ids(read: RawDossier) -> set[str]:
    """Kinds with a record that cannot be read or has no usable id. The record itself is reported."""
    kinds = set(read.unread)
    for raw in read.records:
        model = FILE_KINDS[raw.kind].model if raw.kind in FILE_KINDS else Record
        if "id" in model.model_fields and not re.fullmatch(SLUG, raw.id):
            kinds.add(raw.kind)
        if raw.kind in CITABLE and "id" not in model.model_fields and raw.model is None:
            kinds.add(raw.kind)  # it is cited by what it names, which is not known
        usable = Counter(kind for kind, _, name in parts_of(raw) if re.fullmatch(SLUG, name))
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


def _choices(known: dict[str, set[str]], kinds: Iterable[str]) -> set[str]:
    return set().union(*(known.get(kind, set()) for kind in kinds))


_Places = list[tuple[RawRecord, FieldPath, tuple[str, ...]]]
"""The places of an id: the record, the path of the field, and the kinds that the field may name."""


def _missing(read: RawDossier) -> dict[str, _Places]:
    """The ids that records name and that do not exist, each with all its places."""
    known = _ids_by_kind(read.records)
    unknowable = _kinds_with_unknown_ids(read)
    missing: dict[str, _Places] = {}
    for raw in read.records:
        for reference in references_of(raw):
            kinds = reference.ref.kinds
            if unknowable.intersection(kinds):
                continue
            choices = _choices(known, kinds)
            for path, name in texts_at(raw.value, reference.pattern):
                if name not in choices:
                    missing.setdefault(name, []).append((raw, path, kinds))
    return missing


def lost_files(read: RawDossier) -> Iterator[tuple[str, Problem | None]]:
    """The kinds of which records name several and none exists: their file is lost. A file that is empty is reported already."""
    existing = {raw.kind for raw in read.records}
    emptied = {kind for kind in FILE_KINDS if _has_empty_file(read, kind)}
    named: dict[str, dict[str, Problem]] = {}
    for name, places in _missing(read).items():
        for raw, path, (kind, *others) in places:
            if (
                not others
                and kind in FILE_KINDS
                and (kind in emptied or kind not in existing)
                and name not in set(Nothing)
            ):
                place = raw.place(*path)
                hint = f"the first id named is '{shortened(name)}', in {place.file}:{place.line}"
                message = f"{kind}.yml is missing, and records name what is in it"
                problem = Problem(Place(read.folder.as_posix(), 1, 1), "", message, hint)
                named.setdefault(kind, {}).setdefault(name, problem)
    for kind, problems in named.items():
        if kind in emptied:
            yield kind, None
        elif len(problems) >= FEWEST_OF_A_LOST_FILE:
            yield kind, next(iter(problems.values()))


def _has_empty_file(read: RawDossier, kind: str) -> bool:
    return any(one.message == EMPTY and kind in Path(one.place.file).with_suffix("").parts for one in read.problems)


def ids_name_something(read: RawDossier) -> Iterator[Problem]:
    """Every id that a record names exists and is of the right kind; a missing one is reported once, with all places."""
    known = _ids_by_kind(read.records)
    declared = _declared(read)
    found: list[tuple[str, _Places, Problem, bool]] = []
    for number, (name, places) in enumerate(_missing(read).items()):
        raw, path, kinds = places[0]
        # Finding the nearest of many names is slow, so only the first problems get a guess.
        choices = _choices(known, kinds) if number < MAX_PROBLEMS else set()
        guess = _NO_NOTHING if name in set(Nothing) else _of_another_layer(known, name) or did_you_mean(name, choices)
        message = f"there is no {_one_of(kinds)} '{shortened(name)}'"
        hint = "; ".join(filter(None, (guess, _elsewhere(places[1:]))))
        problem = raw.problem(message, *path, hint=hint)
        near = declared.get(nearest(name, choices)) if len(places) > 1 else None
        if near:
            problem = _misspelt_where_declared(near, name, places)
        found.append((name, places, problem, bool(guess) and not guess.startswith("one of")))
    unguessed = sum(not is_guessed for *_, is_guessed in found)
    in_one_file = _absent_in_all(read, [places for _, places, *_ in found])
    if unguessed >= (FEWEST_OF_A_LOST_FILE if in_one_file else FEWEST_OF_A_LOST_PART):
        yield _of_many([(name, places) for name, places, *_ in found], in_one_file)
    else:
        yield from (problem for _, _, problem, _ in found)


def _absent_in_all(read: RawDossier, missing: Iterable[_Places]) -> list[str]:
    """The kinds of which there is no record and to which all missing ids can belong."""
    absent = RECORD_KINDS.keys() - {raw.kind for raw in read.records}
    for places in missing:
        absent = absent.intersection(kind for _, _, kinds in places for kind in kinds)
    return [kind for kind in RECORD_KINDS if kind in absent]


def _declared(read: RawDossier) -> dict[str, RawRecord]:
    """The records with an id that no other record names, by their ids."""
    named = {
        name
        for raw in read.records
        for reference in references_of(raw)
        for _, name in texts_at(raw.value, reference.pattern)
    }
    return {raw.id: raw for raw in read.records if raw.id and raw.id not in named}


def _misspelt_where_declared(record: RawRecord, name: str, places: _Places) -> Problem:
    """An id that several records name alike is right. The record that has nearly the same id, and that nobody names, is wrong."""
    message = f"no record names '{shortened(record.id)}', but {len(places)} fields name '{shortened(name)}'"
    return record.problem(message, "id", hint=f"did you mean '{shortened(name)}'?; {_elsewhere(places)[5:]}")


def _one_of(kinds: Sequence[str]) -> str:
    *others, last = (ALL_KINDS[kind].singular for kind in kinds)
    return f"{', '.join(others)} or {last}" if others else last


def _of_many(missing: list[tuple[str, _Places]], absent: list[str]) -> Problem:
    """One problem for many missing ids, which probably were in one file."""
    raw, path, _ = min((places[0] for _, places in missing), key=lambda one: one[0].place(*one[1]))
    named = ", ".join(f"'{shortened(name)}'" for name, _ in missing[:MOST_PLACES])
    more = f" and {len(missing) - MOST_PLACES} more" if len(missing) > MOST_PLACES else ""
    kinds = (kind for _, places in missing for _, _, kinds in places for kind in kinds if kind in FILE_KINDS)
    hint = f"is a file missing, or a part of one: {', '.join(absent or dict.fromkeys(kinds))}?"
    return raw.problem(f"{len(missing)} ids name no record: {named}{more}", *path, hint=hint)


def _of_another_layer(known: dict[str, set[str]], name: str) -> str:
    """Why an id cannot be named, if it is the id of a record in another layer."""
    for kind in RECORD_KINDS.values():
        # A record without an id is known by the ids that it names.
        if "id" not in kind.model.model_fields or name not in known.get(kind.name, ()):
            continue
        if kind.layer in _COMPARING_LAYERS and kind.layer_follows:
            return f"it is a {kind.singular}, which cannot be named here"
        if kind.layer in _COMPARING_LAYERS:
            return f"it is a {kind.singular} of the layer '{kind.layer}'; records of an earlier layer cannot name it"
    return ""


def _elsewhere(places: _Places) -> str:
    """Where else a missing id is named."""
    if not places:
        return ""
    named = [raw.place(*path) for raw, path, _ in places[:SHOWN_PLACES]]
    more = f" and {len(places) - SHOWN_PLACES} more" if len(places) > SHOWN_PLACES else ""
    return f"also named in {', '.join(f'{place.file}:{place.line}' for place in named)}{more}"
