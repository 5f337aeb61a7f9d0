"""What every check is given: the records that could be made, and where each of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.loading.folder import RawDossier, RawRecord
from macros.models.base import Record
from macros.models.dossier import Dossier
from macros.models.source import Layer, Source
from macros.models.statement import Statement
from macros.problems.problem import Problem


@dataclass(frozen=True)
class CheckContext:
    """A dossier under examination.

    Attributes:
        dossier: The records that could be made. A record may name another that is broken and so absent:
            checks look ids up with `get`.
        raw: Every raw record, broken ones included, in file order.
        raw_of: The raw record behind each model, by the model's identity.
    """

    dossier: Dossier
    raw: tuple[RawRecord, ...]
    raw_of: dict[int, RawRecord]

    def problem(self, record: Record, message: str, *steps: str | int, hint: str = "") -> Problem:
        """A problem of a record at one of its fields."""
        return self.raw_of[id(record)].problem(message, *steps, hint=hint)

    def base_source_of(self, statement: Statement) -> Source | None:
        """The source of a statement; None where it is absent, or of another layer than the base layer."""
        source = self.dossier.source.get(statement.source)
        return source if source and source.layer is Layer.BASE else None

    def whereabouts(self, record: Record, *steps: str | int) -> str:
        """File and line of a field, to name the other side of a contradiction."""
        place = self.raw_of[id(record)].place(*steps)
        return f"{place.file}:{place.line}"


RawCheckFunction = Callable[[RawDossier], Iterator[Problem]]
"""A check that needs no models, so that it speaks even where the cover is broken."""

CheckFunction = Callable[[CheckContext], Iterator[Problem]]
"""A check of what the records say."""
