"""What a cited record can prove: whose words it holds, which dates and numbers it gives, and whether it denies something."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from macros.evidence.cue_words import CueWords
from macros.models.actor import Actor
from macros.models.afterwards import LaterFact
from macros.models.base import Record
from macros.models.check import Check
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, EventStatus
from macros.models.gap import Gap
from macros.models.position import Position
from macros.models.statement import Statement


@dataclass(frozen=True)
class Cited:
    """One cited record, with everything in it that the words of a segment are compared with.

    Attributes:
        record: The record.
        statements: The statements on which it is based.
        chains: Alternatives, each with the speakers of one chain: the segment must name all speakers of one of them.
        publishers: The publishers of its sources. The paragraph must name one of each tuple.
        is_nothing: Whether the record says that something is not said or not known.
    """

    dossier: Dossier
    record: Record
    statements: tuple[Statement, ...] = ()
    chains: tuple[frozenset[str], ...] = (frozenset(),)
    publishers: tuple[tuple[str, ...], ...] = ()
    is_nothing: bool = False
    passages: dict[str, list[str]] = field(default_factory=dict)

    @property
    def speakers(self) -> frozenset[str]:
        """Everybody who speaks, for whom somebody speaks, who is spoken to, or of whom it says that they are silent."""
        levels = [level for statement in self.statements for level in statement.chain]
        names = {name for level in levels for name in (level.speaker, level.to)}
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
        """The words of doubt of a statement. Those of the statements behind an event or a gap need not be repeated."""
        return (self.record.modality,) if isinstance(self.record, Statement) and self.record.modality else ()

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Our words for the record, and for what it is based on."""
        return tuple(_texts([self.record, *self.statements]))

    @cached_property
    def dates(self) -> tuple[HonestDate, ...]:
        """Every date of the record, of its statements, and of their passages and sources."""
        passages = [self.dossier.passage(source, a) for source, all_ in self.passages.items() for a in all_]
        # Of a source, only the date of publication: its other dates may belong to another report.
        names = [statement.source for statement in self.statements]
        names += self.record.sources if isinstance(self.record, (Check, LaterFact)) else ()
        return (*_dates([self.record, *self.statements, *passages]), *(self.dossier.source[n].issued for n in names))

    def denies(self, words: CueWords) -> bool:
        """Whether the record denies something, by its status or in our words for it."""
        if isinstance(self.record, Event) and (
            self.record.refusals or self.record.status in (EventStatus.NOT_HELD, EventStatus.DECLINED)
        ):
            return True
        return self.is_nothing or any(words.negations.search(text) for text in self.texts)


_WORDED = ("title", "says", "modality", "question", "remark", "date_in_words", "venue", "format")
_NESTED = ("chain", "refusals", "quotes")
_DATED = ("date", "dating", "known_on", "dates")


def _values(records: Iterable[Record], fields: tuple[str, ...]) -> Iterator[object]:
    for record in records:
        for name in fields:
            value = getattr(record, name, None)
            # The title and the dates of a source are of works and excerpts, not of what a record says.
            yield from value if isinstance(value, tuple) else (value,)
        for name in _NESTED:
            yield from _values(getattr(record, name, ()), fields)


def _texts(records: Iterable[Record]) -> Iterator[str]:
    return (value for value in _values(records, _WORDED) if isinstance(value, str))


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
    chains = tuple(frozenset(level.speaker for level in statement.chain) for statement in statements)
    passages: dict[str, list[str]] = {}
    for statement in statements:
        passages.setdefault(statement.source, []).extend(statement.passages)
    is_nothing = isinstance(record, Gap) or (isinstance(record, Position) and record.nothing is not None)
    return Cited(
        dossier,
        record,
        statements,
        chains=(frozenset(),) if is_nothing or not chains else chains,
        publishers=tuple(dict.fromkeys((dossier.source[s.source].publisher,) for s in statements)),
        is_nothing=is_nothing,
        passages=passages,
    )


_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


class Names:
    """Finds the actors of a dossier in a text, by any of their recorded names, with or without an article."""

    def __init__(self, actors: Iterable[Actor], words: CueWords) -> None:
        """Prepares one pattern for all names.

        Args:
            actors: The actors.
            words: The word lists of the language.
        """
        self._actors: dict[str, set[str]] = {}
        for actor in actors:
            for name in (actor.name, actor.short, *actor.metonyms, *actor.spellings):
                self._actors.setdefault(_ARTICLE.sub("", name).casefold(), set()).add(actor.id)
        # The longest name first, so that a name that contains another one is found whole.
        names = "|".join(re.escape(name) for name in sorted(self._actors, key=lambda name: (-len(name), name)))
        self._name = re.compile(rf"(?<!\w)({names})(?:[’']s?)?(?!\w)", re.IGNORECASE)
        self._speaker = re.compile(
            rf"(?<!\w)({names})(?:, [^,.;:]{{1,80}},)? (?:also |now |then )?(?:{words.verbs})(?!\w)"
            rf"|(?:{words.before_a_speaker}) (?:the )?({names})(?!\w)",
            re.IGNORECASE,
        )

    def in_text(self, text: str) -> frozenset[str]:
        """Ids of the actors that a text names."""
        return frozenset(actor for found in self._name.findall(text) for actor in self._actors[found.casefold()])

    def speaking_in(self, text: str) -> list[set[str]]:
        """For each name that has a verb of saying beside it, the ids of the actors with this name."""
        return [self._actors[(one or other).casefold()] for one, other in self._speaker.findall(text)]
