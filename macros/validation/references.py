"""Checks of ids and addresses: each is used once, and the passages that a statement names exist."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.fingerprint import is_sound
from macros.loading.raw import RawDossier, RawRecord
from macros.loading.yaml_text import FieldPath, Value
from macros.models.citation import cited_in
from macros.models.kinds import FILE_KINDS, kind_of_model
from macros.models.references import CITED, EACH, ONE_OR_EACH, Pattern, Reference, parts, references
from macros.problems.problem import Problem, did_you_mean, shortened
from macros.validation.context import CheckContext


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


def references_of(raw: RawRecord) -> tuple[Reference, ...]:
    """The references that a record of the kind of a raw record can have."""
    return references(FILE_KINDS[raw.kind].model) if raw.kind in FILE_KINDS else ()


def parts_of(raw: RawRecord) -> Iterator[tuple[str, FieldPath, str]]:
    """The records with ids that are part of a record: their kind, and the path and text of each id."""
    for pattern, model in parts(FILE_KINDS[raw.kind].model) if raw.kind in FILE_KINDS else ():
        for path, name in texts_at(raw.value, (*pattern, "id")):
            yield kind_of_model(model).name, path, name


def ids_in(raw: RawRecord) -> Iterator[tuple[str, FieldPath, str]]:
    """The ids that a record and its parts have: the kind, and the path and text of each id."""
    if raw.id:
        yield raw.kind, ("id",), raw.id
    yield from parts_of(raw)


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


def nothing_is_named_twice(read: RawDossier) -> Iterator[Problem]:
    """A list of ids names each record once."""
    for raw in read.records:
        for reference in references_of(raw):
            seen: set[tuple[FieldPath, str]] = set()
            for path, name in texts_at(raw.value, reference.pattern) if reference.is_list else ():
                if (path[:-1], name) in seen:
                    yield raw.problem(f"'{shortened(name)}' is named twice", *path)
                seen.add((path[:-1], name))


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
