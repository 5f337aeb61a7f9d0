"""The base source compared with other sources: for each fact, which sources agree and which differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.check import Check, CheckRelation, Disagreement, Version
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.source import Layer, Source
from macros.models.statement import Statement
from macros.models.track import Track
from macros.rendering.views.balance import Balance, Report, balance_of, report
from macros.rendering.views.checked_overview import CheckedOverview, checked_overview
from macros.rendering.views.events import in_order


@dataclass(frozen=True)
class Side:
    """One version in a disagreement: what the base sources say, or what other sources say."""

    version: Version
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    balance: Balance


@dataclass(frozen=True)
class Dispute:
    """A disagreement with its versions side by side."""

    disagreement: Disagreement
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Fact:
    """What is compared: an event with its statements, or a single statement, and what other sources report about it.

    Attributes:
        id: Its anchor: the id of the event or the statement.
        event: The event; None for a single statement.
        statements: What the base source says.
        speakers: Who says the first of them.
        track: The track to which it belongs; None if it belongs to no track or to several.
        leading: The most important report; None if there are only disputes.
        agreeing: Reports that agree, add precision or give context, in that order.
        differing: Reports that differ.
        takeaway: What the other sources add, as an editor wrote it.
        disputes: The disagreements in which it is the first subject.
    """

    id: str
    event: Event | None
    statements: tuple[Statement, ...]
    speakers: tuple[Actor, ...]
    track: Track | None
    leading: Report | None
    agreeing: tuple[Report, ...]
    differing: tuple[Report, ...]
    takeaway: str | None
    disputes: tuple[Dispute, ...]

    @property
    def source_ids(self) -> frozenset[str]:
        """Every source with which the fact is compared."""
        compared = [report.sources for report in (*self.agreeing, *self.differing)]
        compared += [side.sources for dispute in self.disputes for side in dispute.sides]
        return frozenset(source.id for sources in compared for source in sources)


@dataclass(frozen=True)
class Section:
    """The facts of one track; `track` is None for the facts that belong to no single track."""

    track: Track | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class CrossCheckView:
    """The page that compares the base source with others.

    Attributes:
        sections: The facts, grouped by track.
        disputes: The disagreements with other sources.
        balance: How the other sources are balanced.
        overview: All facts in one picture.
    """

    sections: tuple[Section, ...]
    disputes: tuple[Dispute, ...]
    balance: Balance
    overview: CheckedOverview


_IMPORTANCE = (CheckRelation.CONTRADICTS, "dating", CheckRelation.CORROBORATES, CheckRelation.ADDS_PRECISION)
"""Which reports a reader needs first. Reports that only give context come last."""


def most_important(checks: Iterable[Check], number: int) -> list[Check]:
    """The most important of some checks, at most one of each kind: what differs, a more precise date, what agrees.

    Args:
        checks: The checks.
        number: At most how many.
    """
    first: dict[int, Check] = {}
    for check in checks:
        differs = check.relation is CheckRelation.CONTRADICTS
        kind = "dating" if check.dating and not differs else check.relation
        first.setdefault(_IMPORTANCE.index(kind) if kind in _IMPORTANCE else len(_IMPORTANCE), check)
    return [first[rank] for rank in sorted(first)][:number]


def dispute_of(dossier: Dossier, disagreement: Disagreement) -> Dispute:
    """A disagreement with the statements and sources of each version."""
    sides = []
    for version in disagreement.versions:
        sources = tuple(dossier.source[name] for name in version.sources)
        statements = tuple(dossier.statement[name] for name in version.statements)
        sides.append(Side(version, statements, sources, balance_of(dossier, sources)))
    return Dispute(disagreement, tuple(sides))


def _fact(dossier: Dossier, name: str, checks: list[Check]) -> Fact:
    event = dossier.event.get(name)
    statements = event.told_by if event else (name,)
    tracks = [t for t in dossier.tracks if (event and event.track == t.id) or (not event and name in t.statements)]
    order = list(CheckRelation)
    checks = sorted(checks, key=lambda check: (order.index(check.relation), check.date.order))
    return Fact(
        id=name,
        event=event,
        statements=tuple(dossier.statement[statement] for statement in statements),
        speakers=dossier.speakers_of(dossier.statement[statements[0]]),
        track=tracks[0] if len(tracks) == 1 else None,
        leading=next((report(dossier, check) for check in most_important(checks, 1)), None),
        agreeing=tuple(report(dossier, c) for c in checks if c.relation is not CheckRelation.CONTRADICTS),
        differing=tuple(report(dossier, c) for c in checks if c.relation is CheckRelation.CONTRADICTS),
        takeaway=next((t.summary for one in dossier.comparison for t in one.takeaways if t.fact == name), None),
        disputes=tuple(
            dispute_of(dossier, d)
            for d in dossier.disagreements_with_others
            if dossier.compared_under(d.about[0]) == name
        ),
    )


def facts(dossier: Dossier) -> tuple[Fact, ...]:
    """Everything that is compared: events in chronological order, then single statements in the editor's order."""
    grouped: dict[str, list[Check]] = {}
    for disagreement in dossier.disagreements_with_others:
        grouped.setdefault(dossier.compared_under(disagreement.about[0]), [])
    for check in dossier.checks:
        grouped.setdefault(dossier.compared_under(check.target), []).append(check)
    order = [*(event.id for event in in_order(dossier.events)), *(statement.id for statement in dossier.statements)]
    return tuple(_fact(dossier, name, grouped[name]) for name in order if name in grouped)


def cross_check(dossier: Dossier) -> CrossCheckView:
    """The comparison by track, and the balance of its sources."""
    found = facts(dossier)
    sections = [
        Section(track, tuple(fact for fact in found if fact.track == track)) for track in (*dossier.tracks, None)
    ]
    return CrossCheckView(
        sections=tuple(section for section in sections if section.facts),
        disputes=tuple(dispute for fact in found for dispute in fact.disputes),
        balance=balance_of(dossier, dossier.in_layer(Layer.OTHER)),
        overview=checked_overview(fact for section in sections for fact in section.facts),
    )
