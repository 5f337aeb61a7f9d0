"""What came afterwards, claim by claim of the argument."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.models.afterwards import Aftermath, Bearing
from macros.models.argument import Inference
from macros.models.dossier import Dossier
from macros.models.source import Layer
from macros.models.statement import Statement
from macros.rendering.views.balance import Balance, Report, balance_of, report


@dataclass(frozen=True)
class Claim:
    """A claim with the later facts that bear on it, in order of time.

    Attributes:
        id: Its anchor: the id of the statement or the step.
        statement: The claim, where it is a statement.
        inference: The claim, where it is a step.
        summary: How it fared, in our words.
        facts: Later facts.
        tally: How many of them support it, weaken it, and so on.
    """

    id: str
    statement: Statement | None
    inference: Inference | None
    summary: str | None
    facts: tuple[Report, ...]
    tally: tuple[tuple[Bearing, int], ...]


@dataclass(frozen=True)
class AftermathView:
    """The whole layer.

    Attributes:
        cover: Its cover.
        claims: The claims on which later facts bear, in the order of the argument.
        untouched: Steps whose conclusion no later fact bears on.
        balance: How the sources are balanced.
    """

    cover: Aftermath
    claims: tuple[Claim, ...]
    untouched: tuple[Inference, ...]
    balance: Balance


def _claim(dossier: Dossier, name: str) -> Claim:
    facts = sorted((fact for fact in dossier.later_facts if fact.claim == name), key=lambda fact: fact.date.order)
    counted = Counter(fact.relation for fact in facts)
    summaries = {one.claim: one.summary for cover in dossier.aftermath for one in cover.claims}
    return Claim(
        id=name,
        statement=dossier.statement.get(name),
        inference=dossier.inference.get(name),
        summary=summaries.get(name),
        facts=tuple(report(dossier, fact) for fact in facts),
        tally=tuple((bearing, counted[bearing]) for bearing in Bearing if counted[bearing]),
    )


def claims_with_facts(dossier: Dossier) -> tuple[Claim, ...]:
    """The claims on which later facts bear, in the order in which the argument makes them."""
    told = {fact.claim for fact in dossier.later_facts}
    made = dict.fromkeys(name for _, step in dossier.inferences() for name in (*step.claims, step.id))
    return tuple(_claim(dossier, name) for name in made if name in told)


def aftermath(dossier: Dossier) -> AftermathView:
    """The claims of the argument and how each fared."""
    claims = claims_with_facts(dossier)
    told = {claim.id for claim in claims}
    return AftermathView(
        cover=dossier.aftermath[0],
        claims=claims,
        untouched=tuple(step for _, step in dossier.inferences() if not told.intersection((step.conclusion, step.id))),
        balance=balance_of(dossier, dossier.in_layer(Layer.AFTERWARDS)),
    )
