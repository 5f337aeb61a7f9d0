"""What a page of the base layer says about other layers: a line on other sources, and links to later events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.argument import Inference
from macros.models.check import CheckRelation
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.position import Position
from macros.models.statement import Statement
from macros.rendering.views.balance import Report, report


@dataclass(frozen=True)
class Comparison:
    """A summary of what other sources report about some records.

    Attributes:
        facts: The events and statements under which the page of checks compares the records.
        tally: How many reports agree, add precision, differ, or give context.
        datings: Reports with a more precise date, if `facts` has only one entry.
        disputes: How many disagreements are about the records.
    """

    facts: tuple[Event | Statement, ...]
    tally: tuple[tuple[CheckRelation, int], ...]
    datings: tuple[Report, ...]
    disputes: int


class OtherSources:
    """Looks up what other sources report about the records of one page."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def _comparison(self, names: Iterable[str]) -> Comparison | None:
        targets = set(names)
        checks = [check for check in self._dossier.checks if check.target in targets]
        disputes = [dispute for dispute in self._dossier.disagreements if targets.intersection(dispute.about)]
        if not checks and not disputes:
            return None
        named = (*(check.target for check in checks), *(dispute.about[0] for dispute in disputes))
        known: dict[str, Event | Statement] = {**self._dossier.event, **self._dossier.statement}
        counted = Counter(check.relation for check in checks)
        facts = tuple(known[name] for name in dict.fromkeys(self._dossier.compared_under(name) for name in named))
        return Comparison(
            facts=facts,
            tally=tuple((relation, counted[relation]) for relation in CheckRelation if counted[relation]),
            # With several facts, a reader cannot know which fact a date is about.
            datings=tuple(report(self._dossier, check) for check in checks if check.dating and len(facts) == 1),
            disputes=len(disputes),
        )

    def event(self, event: Event) -> Comparison | None:
        """Other sources on an event and on the statements that report it."""
        return self._comparison((event.id, *event.told_by))

    def statements(self, statements: Iterable[Statement]) -> Comparison | None:
        """Other sources on some statements."""
        return self._comparison(statement.id for statement in statements)

    def position(self, position: Position) -> Comparison | None:
        """Other sources on the statements of a position."""
        return self._comparison(position.statements)

    def step(self, step: Inference) -> Comparison | None:
        """Other sources on the claims of a step."""
        return self._comparison(step.claims)

    def claims(self, step: Inference) -> tuple[Statement | Inference, ...]:
        """The claims of a step on which later facts bear. Only the page about what happened afterwards shows the facts."""
        with_facts = {fact.claim for fact in self._dossier.later_facts}
        known: dict[str, Statement | Inference] = {**self._dossier.statement, **self._dossier.inference}
        return tuple(known[name] for name in (*step.claims, step.id) if name in with_facts)
