"""Narrative as pages show it: clauses, each with a mark that leads to what it cites."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.afterwards import LaterFact
from macros.models.base import Record
from macros.models.check import Check
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.gap import Gap
from macros.models.narrative import paragraphs_of
from macros.models.position import Position
from macros.models.statement import Statement
from macros.rendering.attribution import Attributed, Attribution
from macros.rendering.views.balance import Report, report
from macros.rendering.views.standing import Standing, standing_of


@dataclass(frozen=True)
class Proof:
    """One record behind a clause.

    Attributes:
        record: The record.
        said: If it is a statement, the statement with everybody who passed it on.
        report: If it is a check or a later fact, what other sources report.
        standing: If it is an event, its status on the as-of date.
    """

    record: Record
    said: Attributed | None = None
    report: Report | None = None
    standing: Standing | None = None


@dataclass(frozen=True)
class ShownClause:
    """A clause of narrative.

    Attributes:
        text: The words.
        after: The punctuation that follows them.
        names: The names of the cited records.
        proofs: The cited records.
        number: Its number on the page, from 1.
        distance: The largest number of voices through which a cited statement came; 0 if none is cited.
        is_nothing: Whether it only says that something is not said or not known.
        is_last: Whether the sentence ends here.
    """

    text: str
    after: str
    names: str
    proofs: tuple[Proof, ...]
    number: int
    distance: int
    is_nothing: bool
    is_last: bool


class NarrativeReader:
    """Splits the narratives of one page into clauses, and numbers them."""

    def __init__(self, dossier: Dossier) -> None:
        """No clause has been shown yet.

        Args:
            dossier: The dossier that the page shows.
        """
        self._dossier = dossier
        self._number = 0
        # Not that of the page: what marks open is hidden, so the text has to name everybody in full once more.
        self._attribution = Attribution(dossier)

    def _proof(self, name: str) -> Proof:
        record = self._dossier.citable[name]
        if isinstance(record, Statement):
            return Proof(record, said=self._attribution.of(record))
        if isinstance(record, Event):
            return Proof(record, standing=standing_of(record))
        return Proof(record, report=report(self._dossier, record) if isinstance(record, (Check, LaterFact)) else None)

    def paragraphs(self, text: str) -> list[list[ShownClause]]:
        """The paragraphs of a narrative, each a list of clauses."""
        shown = []
        for paragraph in paragraphs_of(text):
            clauses = []
            for segment in paragraph:
                self._number += 1
                proofs = tuple(self._proof(citation.name) for citation in segment.citations)
                clauses.append(
                    ShownClause(
                        text=segment.text,
                        after=segment.after,
                        names=" ".join(citation.name for citation in segment.citations),
                        proofs=proofs,
                        number=self._number,
                        distance=max((one.said.statement.distance for one in proofs if one.said), default=0),
                        is_nothing=all(isinstance(one.record, (Gap, Position)) for one in proofs),
                        is_last=segment.is_last,
                    )
                )
            shown.append(clauses)
        return shown
