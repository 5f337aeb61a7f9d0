"""What happened after the as-of date, for each claim of the arguments."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.afterwards import Aftermath, Bearing
from macros.models.argument import Inference
from macros.models.dossier import Dossier
from macros.models.source import Layer
from macros.models.statement import Statement
from macros.rendering.views.aftermath_overview import AftermathOverview, aftermath_overview
from macros.rendering.views.balance import Balance, Report, balance_of, report


@dataclass(frozen=True)
class Claim:
    """A claim with the later facts that bear on it, in chronological order.

    Attributes:
        id: Its anchor: the id of the statement or the step.
        statement: The claim if it is a statement, otherwise None.
        inference: The claim if it is a step, otherwise None.
        speaker: Who makes the claim.
        summary: What became of the claim, in our words.
        facts: The later facts.
        tally: How many of the facts support the claim, weaken it, and so on.
    """

    id: str
    statement: Statement | None
    inference: Inference | None
    speaker: Actor
    summary: str | None
    facts: tuple[Report, ...]
    tally: tuple[tuple[Bearing, int], ...]


@dataclass(frozen=True)
class AftermathView:
    """The page about what happened afterwards.

    Attributes:
        cover: The title, the introduction and the summaries of the layer.
        claims: The claims on which later facts bear, in the order of the argument.
        untouched: Steps on which no later fact bears, nor on their conclusions.
        balance: How the sources of the layer are balanced.
        overview: All claims in one picture; None if there is no claim.
    """

    cover: Aftermath
    claims: tuple[Claim, ...]
    untouched: tuple[Inference, ...]
    balance: Balance
    overview: AftermathOverview | None


def _speaker(dossier: Dossier, name: str) -> Actor:
    if statement := dossier.statement.get(name):
        return dossier.speaker_of(statement)
    return next(dossier.actor[argument.speaker] for argument, step in dossier.inferences() if step.id == name)


def _claim(dossier: Dossier, name: str) -> Claim:
    facts = sorted((fact for fact in dossier.later_facts if fact.claim == name), key=lambda fact: fact.date.order)
    counted = Counter(fact.relation for fact in facts)
    summaries = {claim.claim: claim.summary for cover in dossier.aftermath for claim in cover.claims}
    return Claim(
        id=name,
        statement=dossier.statement.get(name),
        inference=dossier.inference.get(name),
        speaker=_speaker(dossier, name),
        summary=summaries.get(name),
        facts=tuple(report(dossier, fact) for fact in facts),
        tally=tuple((bearing, counted[bearing]) for bearing in Bearing if counted[bearing]),
    )


def claims_with_facts(dossier: Dossier) -> tuple[Claim, ...]:
    """The claims on which later facts bear, in the order of the arguments."""
    with_facts = {fact.claim for fact in dossier.later_facts}
    ordered = dict.fromkeys(name for _, step in dossier.inferences() for name in (*step.claims, step.id))
    return tuple(_claim(dossier, name) for name in ordered if name in with_facts)


def aftermath(dossier: Dossier) -> AftermathView:
    """The claims of the arguments and what became of each."""
    claims = claims_with_facts(dossier)
    with_facts = {claim.id for claim in claims}
    return AftermathView(
        cover=dossier.aftermath[0],
        claims=claims,
        untouched=tuple(step for _, step in dossier.inferences() if with_facts.isdisjoint((step.conclusion, step.id))),
        balance=balance_of(dossier, dossier.in_layer(Layer.AFTERWARDS)),
        overview=aftermath_overview(claims, dossier.cover.as_of, dossier.aftermath[0].as_of),
    )
