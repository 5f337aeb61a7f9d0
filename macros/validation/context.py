"""The input of every check: the records that could be made, and the place of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.loading.raw import RawDossier, RawRecord
from macros.models.base import IdentifiedRecord, Record
from macros.models.dossier import Dossier
from macros.models.kinds import address_of, has_address
from macros.models.source import Layer, Source
from macros.models.statement import Statement
from macros.problems.problem import Problem
from macros.problems.task import Step, Task


@dataclass(frozen=True)
class CheckContext:
    """A dossier that is being checked.

    Attributes:
        dossier: The records that could be made. A record can name another one that is invalid and therefore absent,
            so checks look up ids with `get`.
        raw: Every raw record in file order, including invalid ones.
        raw_of: The raw record of each model, by the `id()` of the model.
    """

    dossier: Dossier
    raw: tuple[RawRecord, ...]
    raw_of: dict[int, RawRecord]

    def problem(self, record: Record, message: str, *steps: str | int, hint: str = "") -> Problem:
        """A problem of a record at one of its fields."""
        return self.raw_of[id(record)].problem(message, *steps, hint=hint)

    def task(
        self, step: Step, record: Record, message: str, *steps: str | int, hint: str = "", anchor: str = ""
    ) -> Task:
        """Something that is left to do in a record, at one of its fields.

        Args:
            step: The step of the work to which it belongs.
            record: The record.
            message: What is missing.
            steps: The path of the field.
            hint: What to do.
            anchor: A part of the page that shows the record.
        """
        raw = self.raw_of[id(record)]
        address = f"{self._page_of(record)}{anchor and f'#{anchor}'}"
        return Task(raw.place(*steps), raw.name, message, hint, step=step, address=address)

    def _page_of(self, record: Record) -> str:
        """The page that shows a record, from the root of the site; the front page if the record has no address."""
        if isinstance(record, Statement):
            # A statement has no address of its own, but every one is on the page of its source.
            source = self.dossier.source[record.source]
            return f"{address_of(source, self.dossier)}#{self.dossier.main_passage(record).address}"
        return address_of(record, self.dossier) if isinstance(record, IdentifiedRecord) and has_address(record) else ""

    def is_written(self, record: Record) -> bool:
        """Whether an editor wrote the record. Others are derived."""
        return id(record) in self.raw_of

    def base_source_of(self, statement: Statement) -> Source | None:
        """The source of a statement; None if it is absent or not in the base layer."""
        source = self.dossier.source.get(statement.source)
        return source if source and source.layer is Layer.BASE else None

    def whereabouts(self, record: Record, *steps: str | int) -> str:
        """File and line of a field, for messages that refer to a second place."""
        place = self.raw_of[id(record)].place(*steps)
        return f"{place.file}:{place.line}"


RawCheckFunction = Callable[[RawDossier], Iterator[Problem]]
"""A check that needs no models, so it also runs if the cover is invalid."""

CheckFunction = Callable[[CheckContext], Iterator[Problem]]
"""A check of the content of records."""
