"""Fills in what editors left out because it follows from other records.

This happens in one place, before the checks that compare records, so pages, exports and checks see complete records. A value that
an editor wrote is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from macros.loading.raw import RawRecord
from macros.models.base import Record
from macros.models.dossier import Dossier
from macros.models.kinds import RECORD_KINDS
from macros.models.statement import Level, Statement
from macros.models.voice import Mode, Path, same
from macros.validation.event_dates import dates_of_events

Derivation = Callable[[Dossier], "dict[int, dict[str, object]]"]
"""What follows for records of a dossier: by the `id()` of a record, the fields that it left out, with their values."""


def heard(dossier: Dossier, statement: Statement) -> list[dict[Path, Mode | None]]:
    """The voices of each passage of a statement that exists, with their manner of speech."""
    source = dossier.source.get(statement.source)
    passages = source.passages if source else ()
    return [source.heard_in(one) for one in passages if source and one.address in statement.passages]


def _levels(path: Path) -> tuple[Level, ...]:
    """Levels that say nothing but who spoke."""
    return tuple(Level(speaker=together) for together in path)


def _chain(statement: Statement, paths: set[Path]) -> tuple[Level, ...]:
    """The whole chain of a statement, if its passages have one voice that fits what the editor wrote; else as it is."""
    written = statement.path
    if "chain" in statement.model_fields_set and (not written or any(same(written, path) for path in paths)):
        return statement.chain
    fitting = [path for path in paths if same(path[len(path) - len(written) :], written)]
    if len(fitting) != 1:
        return statement.chain
    return (*_levels(fitting[0][: len(fitting[0]) - len(written)]), *statement.chain)


def mode_of(path: Path, passages: Iterable[dict[Path, Mode | None]]) -> Mode | None:
    """How the outlet reports a voice in some passages; None if they do not say.

    A voice that one passage quotes and another one paraphrases is partly quoted.
    """
    modes = {mode for voices in passages for voice, mode in voices.items() if mode and same(voice, path)}
    return modes.pop() if len(modes) == 1 else Mode.MIXED if modes else None


def speakers_and_modes(dossier: Dossier) -> dict[int, dict[str, object]]:
    """The outer speakers of statements, whole chains, and how the outlet reports the words: all as in the passages."""
    found: dict[int, dict[str, object]] = {}
    for statement in dossier.statements:
        passages = heard(dossier, statement)
        chain = _chain(statement, {path for voices in passages for path in voices})
        completed = statement.model_copy(update={"chain": chain})
        values: dict[str, object] = {} if chain == statement.chain else {"chain": chain}
        mode = mode_of(completed.path, passages)
        if mode and "mode" not in statement.model_fields_set:
            values["mode"] = mode
        found[id(statement)] = values
    return found


def tellers(dossier: Dossier) -> dict[int, dict[str, object]]:
    """Whose words a position is told in, if not in those of the actor itself."""
    found: dict[int, dict[str, object]] = {}
    for position in dossier.positions:
        statements = [dossier.statement[name] for name in position.statements if name in dossier.statement]
        speakers = [name for one in statements if one.source in dossier.source for name in dossier.levels(one)[0]]
        others = tuple(dict.fromkeys(one for one in speakers if not dossier.is_or_speaks_for(one, position.actor)))
        if others and "told_by" not in position.model_fields_set:
            found[id(position)] = {"told_by": others}
    return found


DERIVATIONS: tuple[Derivation, ...] = (speakers_and_modes, dates_of_events, tellers)
"""Everything that is derived. A later one sees what the earlier ones have filled in."""


def _added(record: Record, missing: dict[str, object]) -> dict[str, int]:
    """By field, how many items were put before those that the editor wrote."""
    return {
        name: len(value) - len(getattr(record, name)) for name, value in missing.items() if isinstance(value, tuple)
    }


def _completed(
    records: Iterable[Record], values: dict[int, dict[str, object]], raw_of: dict[int, RawRecord]
) -> Iterator[Record]:
    for record in records:
        if missing := values.get(id(record)):
            complete = record.model_copy(update=missing)
            # The raw record holds the complete one, so that no other object gets its `id()`.
            raw_of[id(complete)] = replace(raw_of[id(record)], filled_in=_added(record, missing), model=complete)
            yield complete
        else:
            yield record


def completed(dossier: Dossier, raw_of: dict[int, RawRecord]) -> Dossier:
    """A dossier with everything that follows from other records.

    Args:
        dossier: The records as editors wrote them.
        raw_of: The raw record of each record, by the `id()` of the record. Those of the completed records are added.
    """
    for derive in DERIVATIONS:
        values = derive(dossier)
        complete: dict[str, Any] = {
            kind: tuple(_completed(dossier.of_kind(kind), values, raw_of)) for kind in RECORD_KINDS
        }
        dossier = replace(dossier, **complete)
    return dossier
