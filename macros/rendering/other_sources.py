"""What other sources report about the records on a page of the base layer, and where accounts of them differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.argument import Inference
from macros.models.check import Disagreement
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.position import Position
from macros.models.statement import Statement
from macros.rendering.views.balance import Report, report
from macros.rendering.views.cross_check import most_important


@dataclass(frozen=True)
class Comparison:
    """What other sources report about some records.

    Attributes:
        leading: The most important reports that the page has not shown yet, each with the event or statement under which
            the page of checks compares it.
        dispute: The first disagreement with other sources about the records that the page has not named yet.
        own_dispute: The same for the disagreements within the base layer.
        others: The other events and statements under which the page of checks compares the records.
    """

    leading: tuple[tuple[Report, Event | Statement], ...]
    dispute: Disagreement | None
    own_dispute: Disagreement | None
    others: tuple[Event | Statement, ...]


class OtherSources:
    """Looks up what other sources report about the records of one page. No report is shown twice on the page."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._shown: set[str] = set()
        self._known: dict[str, Event | Statement] = {**dossier.event, **dossier.statement}

    def _comparison(self, names: Iterable[str], number: int = 1) -> Comparison | None:
        targets = set(names)
        checks = [check for check in self._dossier.checks if check.target in targets]
        disputes = [one for one in self._dossier.disagreements_with_others if targets.intersection(one.about)]
        own_disputes = [one for one in self._dossier.own_disagreements if targets.intersection(one.about)]
        if not checks and not disputes and not own_disputes:
            return None
        leading = most_important([check for check in checks if check.id not in self._shown], number)
        dispute = self._first_new(disputes)
        own_dispute = self._first_new(own_disputes)
        self._shown.update(check.id for check in leading)
        led = [self._dossier.compared_under(check.target) for check in leading]
        named = (*(check.target for check in checks), *(dispute.about[0] for dispute in disputes))
        others = dict.fromkeys(self._dossier.compared_under(name) for name in named)
        return Comparison(
            leading=tuple(
                (report(self._dossier, check), self._known[name]) for check, name in zip(leading, led, strict=True)
            ),
            dispute=dispute,
            own_dispute=own_dispute,
            others=tuple(self._known[name] for name in others if name not in led),
        )

    def _first_new(self, disputes: Iterable[Disagreement]) -> Disagreement | None:
        new = next((one for one in disputes if one.id not in self._shown), None)
        self._shown.update({new.id} if new else ())
        return new

    def event(self, event: Event, number: int = 2) -> Comparison | None:
        """Other sources on an event and on the statements that report it, with at most so many reports."""
        return self._comparison((event.id, *event.told_by), number)

    def statements(self, statements: Iterable[Statement]) -> Comparison | None:
        """Other sources on some statements."""
        return self._comparison(statement.id for statement in statements)

    def question(self, statements: Iterable[Statement]) -> Comparison | None:
        """Where other sources are compared with the statements that come closest to an answer.

        A report on such a statement need not bear on the question, so none is shown.
        """
        return self._comparison((statement.id for statement in statements), 0)

    def position(self, position: Position) -> Comparison | None:
        """Other sources on the statements of a position."""
        return self._comparison(position.statements)

    def step(self, step: Inference) -> Comparison | None:
        """Other sources on the claims of a step."""
        return self._comparison(step.claims)
