"""What a cited record can prove: whose words it holds, which dates and numbers it gives, and whether it denies something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from macros.evidence.cue_words import CueWords
from macros.models.afterwards import LaterFact
from macros.models.base import Nothing, Record
from macros.models.check import Check
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.event_kind import CALLED_OFF, EventStatus
from macros.models.gap import Gap
from macros.models.position import Position
from macros.models.statement import Statement


@dataclass(frozen=True)
class Cited:
    """One cited record, with everything in it that the words of a segment are compared with.

    Attributes:
        dossier: The dossier.
        record: The record.
        statements: The statements on which it is based.
        chains: Alternatives, each with the speakers of one chain: the segment must name all speakers of one of them.
        publishers: The publishers of its sources. The paragraph must name one of each tuple.
        is_nothing: Whether the record says that something is not said or not known.
        refusers: For an event, the speakers of the statements that report a refusal.
        passages: The passages on which it is based, by source.
    """

    dossier: Dossier
    record: Record
    statements: tuple[Statement, ...] = ()
    chains: tuple[frozenset[str], ...] = (frozenset(),)
    publishers: tuple[tuple[str, ...], ...] = ()
    is_nothing: bool = False
    refusers: frozenset[str] = frozenset()
    passages: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_silent(self) -> bool:
        """Whether it says that the source does not say something, not that nobody knows it."""
        return self.is_nothing and getattr(self.record, "nothing", None) is Nothing.SILENT

    @property
    def is_report(self) -> bool:
        """Whether it is what other sources report: a check or a later fact."""
        return isinstance(self.record, (Check, LaterFact))

    @property
    def speakers(self) -> frozenset[str]:
        """Everybody who speaks, for whom somebody speaks, who is spoken to, or of whom it says that they are silent."""
        levels = [level for statement in self.statements for level in statement.chain]
        names = {name for level in levels for name in (*level.speaker, level.to)}
        if isinstance(self.record, Position):
            names |= {self.record.actor, self.record.toward}
        if isinstance(self.record, Gap):
            names |= {*self.record.about}
        if isinstance(self.record, Event):
            names |= {refusal.by for refusal in self.record.refusals}
        actors = [self.dossier.actor[name] for name in names if name in self.dossier.actor]
        return frozenset(name for actor in actors for name in (actor.id, actor.of) if name)

    @property
    def doubts(self) -> tuple[str, ...]:
        """The words of doubt of a statement or of a position. Those behind an event or a gap need not be repeated."""
        if not isinstance(self.record, (Statement, Position)):
            return ()
        return tuple(statement.modality for statement in self.statements if statement.modality)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Our words for the record, and for what it is based on."""
        return tuple(_texts([self.record, *self.statements], _WORDED))

    @cached_property
    def dates(self) -> tuple[HonestDate, ...]:
        """Every date of the record, of its statements, and of their passages; for a report, the day of its publication."""
        passages = [self.dossier.passage(source, a) for source, all_ in self.passages.items() for a in all_]
        # The other dates of an excerpt may belong to another report.
        names = self.record.sources if isinstance(self.record, (Check, LaterFact)) else ()
        return (*_dates([self.record, *self.statements, *passages]), *(self.dossier.source[n].issued for n in names))

    @cached_property
    def said_on(self) -> tuple[HonestDate, ...]:
        """When somebody in its chains said it."""
        return tuple(level.date for statement in self.statements for level in statement.chain if level.date)

    @property
    def may_deny(self) -> bool:
        """Whether a clause about it may deny or not: what was put to a vote was rejected, or voted down."""
        return isinstance(self.record, Event) and self.record.status is EventStatus.REJECTED

    def denies(self, words: CueWords) -> bool:
        """Whether the record denies something: an event by its status or title, others in our words for them."""
        if isinstance(self.record, Event):
            is_off = self.record.status in CALLED_OFF | {EventStatus.DECLINED}
            return is_off or bool(self.record.refusals or words.negations.search(self.record.title))
        if isinstance(self.record, Position) and self.record.nothing:
            return True
        return any(words.negations.search(text) for text in _texts([self.record, *self.statements], _MEANING))


_WORDED = ("title", "says", "modality", "question", "remark", "date_in_words", "repeats", "series", "venue", "format")
_MEANING = ("title", "verb", "says", "question", "remark")
"""The texts that can deny something, and the verbs, such as *denied*. "Not long before" does not."""
_NESTED = ("chain", "refusals", "stages", "quotes")
_DATED = ("date", "dating", "known_on", "postponed_to", "dates")


def _values(records: Iterable[Record], fields: tuple[str, ...]) -> Iterator[object]:
    for record in records:
        for name in fields:
            value = getattr(record, name, None)
            # The title and the dates of a source are of works and excerpts, not of what a record says.
            yield from value if isinstance(value, tuple) else (value,)
        for name in _NESTED:
            yield from _values(getattr(record, name, ()), fields)


def _texts(records: Iterable[Record], fields: tuple[str, ...]) -> Iterator[str]:
    return (value for value in _values(records, fields) if isinstance(value, str) and not isinstance(value, Nothing))


def _dates(records: Iterable[Record]) -> Iterator[HonestDate]:
    return (value for value in _values(records, _DATED) if isinstance(value, HonestDate))


def _statements(dossier: Dossier, names: Iterable[str]) -> tuple[Statement, ...]:
    return tuple(dossier.statement[name] for name in names if name in dossier.statement)


def cited(dossier: Dossier, name: str) -> Cited:
    """The record that a citation names.

    Raises:
        KeyError: There is no such record. The check of ids reports it first.
    """
    record = dossier.citable[name]
    if isinstance(record, (Check, LaterFact)):
        publishers = tuple(dossier.source[source].publisher for source in record.sources)
        return Cited(dossier, record, publishers=(publishers,))
    if isinstance(record, Statement):
        statements: tuple[Statement, ...] = (record,)
    elif isinstance(record, Event):
        statements = _statements(dossier, record.told_by)
    else:
        statements = _statements(dossier, cast("Gap | Position", record).statements)
    chains = tuple(frozenset().union(*statement.path) for statement in statements)
    passages: dict[str, list[str]] = {}
    for statement in statements:
        passages.setdefault(statement.source, []).extend(statement.passages)
    unsaid = (Nothing.SILENT, Nothing.UNKNOWN)
    is_nothing = isinstance(record, Gap) or (isinstance(record, Position) and record.nothing in unsaid)
    refusals = record.refusals if isinstance(record, Event) else ()
    return Cited(
        dossier,
        record,
        statements,
        chains=(frozenset(),) if is_nothing or not chains else chains,
        publishers=tuple(dict.fromkeys((dossier.source[s.source].publisher,) for s in statements)),
        is_nothing=is_nothing,
        refusers=frozenset().union(
            *(level for s in _statements(dossier, (r.statement for r in refusals)) for level in s.path)
        ),
        passages=passages,
    )
