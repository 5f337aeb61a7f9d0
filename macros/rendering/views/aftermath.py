"""What happened after the as-of date, for each claim of the arguments."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.afterwards import Aftermath
from macros.models.argument import Inference
from macros.models.dossier import Dossier
from macros.models.source import Layer, Source
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
        speakers: Who makes the claim.
        summary: What became of the claim, in our words.
        facts: The later facts.
    """

    id: str
    statement: Statement | None
    inference: Inference | None
    speakers: tuple[Actor, ...]
    summary: str | None
    facts: tuple[Report, ...]


@dataclass(frozen=True)
class LaterSource:
    """A source of the layer, with the claims on which it bears."""

    source: Source
    publisher: Actor
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class AftermathView:
    """The page about what happened afterwards.

    Attributes:
        cover: The title, the introduction and the summaries of the layer.
        claims: The claims on which later facts bear, in the order of the argument.
        untouched: Steps on which no later fact bears, nor on their conclusions.
        sources: The sources of the layer, in the editor's order.
        balance: How the sources are balanced.
        overview: All claims in one picture; None if there is no claim.
    """

    cover: Aftermath
    claims: tuple[Claim, ...]
    untouched: tuple[Inference, ...]
    sources: tuple[LaterSource, ...]
    balance: Balance
    overview: AftermathOverview | None


def _speakers(dossier: Dossier, name: str) -> tuple[Actor, ...]:
    if statement := dossier.statement.get(name):
        return dossier.speakers_of(statement)
    return next((dossier.actor[step.speaker or one.speaker],) for one, step in dossier.inferences() if step.id == name)


def _claim(dossier: Dossier, name: str) -> Claim:
    facts = sorted((fact for fact in dossier.later_facts if fact.claim == name), key=lambda fact: fact.date.order)
    summaries = {claim.claim: claim.summary for cover in dossier.aftermath for claim in cover.claims}
    return Claim(
        id=name,
        statement=dossier.statement.get(name),
        inference=dossier.inference.get(name),
        speakers=_speakers(dossier, name),
        summary=summaries.get(name),
        facts=tuple(report(dossier, fact) for fact in facts),
    )


def _later_source(dossier: Dossier, source: Source, claims: tuple[Claim, ...]) -> LaterSource:
    about = tuple(claim for claim in claims if any(source in fact.sources for fact in claim.facts))
    return LaterSource(source, dossier.actor[source.publisher], about)


def claims_with_facts(dossier: Dossier) -> tuple[Claim, ...]:
    """The claims on which later facts bear, in the order of the arguments."""
    with_facts = {fact.claim for fact in dossier.later_facts}
    ordered = dict.fromkeys(name for _, step in dossier.inferences() for name in (*step.claims, step.id))
    return tuple(_claim(dossier, name) for name in ordered if name in with_facts)


def aftermath(dossier: Dossier) -> AftermathView:
    """The claims of the arguments and what became of each."""
    claims = claims_with_facts(dossier)
    with_facts = {claim.id for claim in claims}
    sources = dossier.in_layer(Layer.AFTERWARDS)
    return AftermathView(
        cover=dossier.aftermath[0],
        claims=claims,
        untouched=tuple(step for _, step in dossier.inferences() if with_facts.isdisjoint((step.conclusion, step.id))),
        sources=tuple(_later_source(dossier, source, claims) for source in sources),
        balance=balance_of(dossier, sources),
        overview=aftermath_overview(claims, dossier.cover.as_of, dossier.aftermath[0].as_of),
    )
