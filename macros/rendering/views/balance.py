"""Balance: the countries and kinds of publisher from which the sources of a report come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor, Part
from macros.models.affiliation import PublisherKind
from macros.models.afterwards import LaterFact
from macros.models.check import Check
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.source import Source
from macros.models.typography import folded


@dataclass(frozen=True)
class Share:
    """The number of sources from one country, in all and for each kind of publisher."""

    country: str
    number: int
    kinds: tuple[tuple[PublisherKind, int], ...]


@dataclass(frozen=True)
class Balance:
    """How a set of sources is spread over countries and kinds of publisher.

    Attributes:
        shares: One entry for each country, the country with the most sources first.
        only: The party from whose country all the sources come; None if there is no such party.
    """

    shares: tuple[Share, ...]
    only: Actor | None

    @property
    def number(self) -> int:
        """How many sources there are in all."""
        return sum(share.number for share in self.shares)


@dataclass(frozen=True)
class Report:
    """What some sources report, with their publishers and the balance of the sources.

    Attributes:
        record: The check or later fact.
        sources: The sources of the report.
        publishers: The publisher of each source, in the same order.
        balance: How the sources are balanced.
        is_primary: Whether all publishers are governments or intergovernmental bodies.
    """

    record: Check | LaterFact
    sources: tuple[Source, ...]
    publishers: tuple[Actor, ...]
    balance: Balance
    is_primary: bool

    @property
    def dating(self) -> HonestDate | None:
        """A more precise date for the fact with which the report is compared."""
        return self.record.dating if isinstance(self.record, Check) else None


_PRIMARY = {PublisherKind.GOVERNMENT, PublisherKind.INTERGOVERNMENTAL}


def balance_of(dossier: Dossier, sources: Iterable[Source]) -> Balance:
    """The balance of some sources; each source is counted once."""
    kinds: dict[str, list[PublisherKind]] = {}
    for source in dict.fromkeys(sources):
        kinds.setdefault(source.affiliation.country, []).append(source.affiliation.kind)
    shares = [Share(country, len(each), tuple(Counter(each).most_common())) for country, each in kinds.items()]
    parties = {folded(actor.name)[0]: actor for actor in dossier.playing(Part.PARTY)}
    only = parties.get(folded(shares[0].country)[0]) if len(shares) == 1 else None
    return Balance(tuple(sorted(shares, key=lambda share: (-share.number, share.country))), only)


def report(dossier: Dossier, record: Check | LaterFact) -> Report:
    """A check or a later fact with its sources and publishers."""
    sources = tuple(dossier.source[name] for name in record.sources)
    return Report(
        record=record,
        sources=sources,
        publishers=tuple(dossier.actor[source.publisher] for source in sources),
        balance=balance_of(dossier, sources),
        is_primary=all(source.affiliation.kind in _PRIMARY for source in sources),
    )
