"""Which records somebody should look at again after a change: whatever names what has changed, directly or through a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.desk.changes.records import Change
from macros.models.base import IdentifiedRecord
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS, INFERENCES
from macros.models.references import named_by
from macros.models.source import Layer
from macros.models.uses import facts_of_inferences, key_of

_PASSAGE = re.compile(r"passages\[([^\]]+)\]")
_INFERENCE = re.compile(r"inferences\[([^\]]+)\]")


@dataclass(frozen=True)
class Touched:
    """A record that rests on something that has changed.

    Attributes:
        kind: The name of its kind in messages.
        record: Its id, or the ids that it names.
        because: What has changed: ids of records.
    """

    kind: str
    record: str
    because: tuple[str, ...]


def _statements(dossier: Dossier, found: Iterable[Change]) -> Iterator[str]:
    """Ids of the statements that have changed, and of those whose passage has."""
    for change in found:
        if change.kind.name == "statements":
            yield change.record
        elif change.kind.name == "sources" and (passage := _PASSAGE.search(change.field)):
            for statement in dossier.statements:
                if statement.source == change.record and passage[1] in statement.passages:
                    yield statement.id


def _facts(dossier: Dossier, found: Iterable[Change], statements: set[str]) -> Iterator[str]:
    """Keys of the facts that have changed, and of those that name a statement that has."""
    yield from (change.record for change in found if change.kind.is_fact)
    for kind in FILE_KINDS.values():
        for record in dossier.of_kind(kind.name) if kind.is_fact else ():
            if any("statements" in ref.kinds and name in statements for ref, _, name in named_by(record)):
                yield key_of(record)


def _of_other_layers(dossier: Dossier, ids: set[str]) -> Iterator[Touched]:
    for kind in FILE_KINDS.values():
        for record in dossier.of_kind(kind.name) if kind.layer in {Layer.OTHER, Layer.AFTERWARDS} else ():
            if because := tuple(dict.fromkeys(name for _, _, name in named_by(record) if name in ids)):
                name = record.id if isinstance(record, IdentifiedRecord) else ""
                yield Touched(kind.singular, name, because)


def _inferences(dossier: Dossier, found: Iterable[Change], changed: set[str]) -> Iterator[Touched]:
    edited = {named[1] for change in found if (named := _INFERENCE.search(change.field))}
    facts = facts_of_inferences(dossier)
    for _, step in dossier.inferences():
        keys = (*step.claims, *(key_of(fact) for fact in facts[step.id]), *([step.id] if step.id in edited else ()))
        if because := tuple(dict.fromkeys(key for key in keys if key in changed | edited)):
            yield Touched(INFERENCES.singular, step.id, because)


def touched(dossier: Dossier, found: Iterable[Change]) -> tuple[list[Touched], list[Touched]]:
    """The checks and later facts, and the inferences, that rest on what has changed.

    Args:
        dossier: The state in which they are looked up.
        found: What has changed.
    """
    found = list(found)
    statements = set(_statements(dossier, found))
    changed = statements | set(_facts(dossier, found, statements))
    inferences = list(_inferences(dossier, found, changed))
    sources = {change.record for change in found if change.kind.name == "sources"}
    return list(_of_other_layers(dossier, changed | sources | {one.record for one in inferences})), inferences
