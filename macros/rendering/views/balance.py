"""Balance: from which countries, and from which kinds of publisher, the sources of a report come."""

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


@dataclass(frozen=True)
class Share:
    """The sources of one country, and how many of them are of each kind of publisher."""

    country: str
    number: int
    kinds: tuple[tuple[PublisherKind, int], ...]


@dataclass(frozen=True)
class Balance:
    """The sources behind something.

    Attributes:
        shares: By country, most sources first.
        only: The party whose publishers alone carry it; None where others do too, or none of a party.
    """

    shares: tuple[Share, ...]
    only: Actor | None

    @property
    def number(self) -> int:
        """How many sources there are in all."""
        return sum(share.number for share in self.shares)


@dataclass(frozen=True)
class Report:
    """What some sources report, with who published it and how the sources are balanced.

    Attributes:
        record: The check or later fact.
        sources: Its sources.
        publishers: Who published each of them.
        balance: How the sources are balanced.
        is_primary: Whether a government or a union of states speaks itself.
    """

    record: Check | LaterFact
    sources: tuple[Source, ...]
    publishers: tuple[Actor, ...]
    balance: Balance
    is_primary: bool

    @property
    def dating(self) -> HonestDate | None:
        """A closer date for what it is held against."""
        return self.record.dating if isinstance(self.record, Check) else None


_PRIMARY = {PublisherKind.GOVERNMENT, PublisherKind.INTERGOVERNMENTAL}


def balance_of(dossier: Dossier, sources: Iterable[Source]) -> Balance:
    """How some sources are balanced, each counted once."""
    kinds: dict[str, list[PublisherKind]] = {}
    for source in dict.fromkeys(sources):
        kinds.setdefault(source.affiliation.country, []).append(source.affiliation.kind)
    shares = [Share(name, len(own), tuple(Counter(own).most_common())) for name, own in kinds.items()]
    parties = {actor.name.casefold(): actor for actor in dossier.playing(Part.PARTY)}
    only = parties.get(shares[0].country.casefold()) if len(shares) == 1 else None
    return Balance(tuple(sorted(shares, key=lambda share: (-share.number, share.country))), only)


def report(dossier: Dossier, record: Check | LaterFact) -> Report:
    """A check or a later fact with everybody behind it."""
    sources = tuple(dossier.source[name] for name in record.sources)
    return Report(
        record=record,
        sources=sources,
        publishers=tuple(dossier.actor[source.publisher] for source in sources),
        balance=balance_of(dossier, sources),
        is_primary=all(source.affiliation.kind in _PRIMARY for source in sources),
    )
