"""Uses: which records use which, derived from the references that the models declare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from macros.models.base import IdentifiedRecord, Record
from macros.models.kinds import ALL_KINDS, FILE_KINDS, Kind, has_address
from macros.models.references import located_values, named_by, parts, references, values_at
from macros.models.source import Layer

if TYPE_CHECKING:
    from macros.models.dossier import Dossier

_LAYERS_BESIDE_THE_BASE = (Layer.OTHER, Layer.AFTERWARDS)


def _counts(kind: Kind, record: Record, used: Kind) -> bool:
    """Whether a record can make records of another kind used."""
    # A record of the base layer that only another layer uses is on no page of the base layer.
    crosses_layers = kind.layer_of(record) in _LAYERS_BESIDE_THE_BASE and used.layer is Layer.BASE
    return kind.is_exported and not crosses_layers


def used_ids(dossier: Dossier, kind: str) -> set[str]:
    """Ids of the records of a kind that another record uses."""
    own = {record.id for record in dossier.of_kind(kind) if isinstance(record, IdentifiedRecord)}
    used: set[str] = set()
    shown_with: list[tuple[str, str]] = []
    for user in FILE_KINDS.values():
        for record in dossier.of_kind(user.name):
            for ref, _, name in named_by(record) if _counts(user, record, ALL_KINDS[kind]) else ():
                if kind in ref.kinds and not ref.shown_with:
                    used.add(name)
                elif ref.kinds == (user.name,) == (kind,) and isinstance(record, IdentifiedRecord):
                    shown_with.append((record.id, name))
    return own & (used | {name for name, other in shown_with if other in used})


def named_statements(record: Record) -> Iterator[str]:
    """Ids of the statements that a record itself names, without those that its parts name."""
    patterns = [pattern for pattern, _ in parts(type(record))]
    for reference in references(type(record)):
        of_part = any(reference.pattern[: len(pattern)] == pattern for pattern in patterns)
        if "statements" in reference.ref.kinds and not of_part:
            yield from values_at(record, reference.pattern)


def _shown_as(dossier: Dossier, record: Record) -> Iterator[IdentifiedRecord]:
    """The records with an address at which a reader finds a record: the record itself, or those with which it is shown."""
    if isinstance(record, IdentifiedRecord) and has_address(record):
        yield record
        return
    for ref, _, name in named_by(record):
        # Only the pages of actors show other records in this way.
        if ref.shown_with and "actors" in ref.kinds:
            yield dossier.actor[name]


def _with_parts(records: Iterable[Record]) -> Iterator[tuple[Record, frozenset[str]]]:
    """Each record after its parts, with the statements that it names itself and that no part of it names."""
    for record in records:
        of_parts: set[str] = set()
        for pattern, _ in parts(type(record)):
            for part in values_at(record, pattern):
                names = frozenset(named_statements(part))
                of_parts |= names
                yield part, names
        yield record, frozenset(named_statements(record)) - of_parts


def users_of_statements(dossier: Dossier) -> dict[str, tuple[IdentifiedRecord, ...]]:
    """By statement, the records of the base layer that use it and have an address: by kind, then in the editor's order."""
    order = {id(record): index for kind in FILE_KINDS for index, record in enumerate(dossier.of_kind(kind))}
    found: dict[str, dict[str, tuple[int, int, IdentifiedRecord]]] = {}
    for rank, kind in enumerate(FILE_KINDS.values()):
        if not kind.is_exported:
            continue
        records = (
            record for record in dossier.of_kind(kind.name) if kind.layer_of(record) not in _LAYERS_BESIDE_THE_BASE
        )
        for record, names in _with_parts(records):
            for user in _shown_as(dossier, record):
                for name in names:
                    found.setdefault(name, {}).setdefault(user.id, (rank, order.get(id(user), 0), user))
    return {
        name: tuple(user for _, _, user in sorted(users.values(), key=lambda one: one[:2]))
        for name, users in found.items()
    }


def narratives(dossier: Dossier) -> Iterator[tuple[Record, tuple[str | int, ...], str]]:
    """Every narrative: its record, the path of the field, and its text with citations."""
    for kind in FILE_KINDS.values():
        for reference in references(kind.model):
            for record in dossier.of_kind(kind.name) if reference.is_cited else ():
                for path, text in located_values(record, reference.pattern[:-1]):
                    yield record, path, text


def facts_of_inferences(dossier: Dossier) -> dict[str, tuple[Record, ...]]:
    """By inference, the facts (events and positions) that are among its claims or that name one of them."""
    facts = [
        (record, frozenset((getattr(record, "id", ""), *named_statements(record))))
        for kind in FILE_KINDS.values()
        if kind.is_fact
        for record in dossier.of_kind(kind.name)
    ]
    return {
        inference.id: tuple(record for record, names in facts if not names.isdisjoint(inference.claims))
        for _, inference in dossier.inferences()
    }


def key_of(record: Record) -> str:
    """The name of a record in a review: its id, or the ids that its fields name one at a time, such as actor/issue."""
    if isinstance(record, IdentifiedRecord):
        return record.id
    single = [one for one in references(type(record)) if not one.is_list and not one.is_cited]
    return "/".join(name for reference in single for name in values_at(record, reference.pattern))
