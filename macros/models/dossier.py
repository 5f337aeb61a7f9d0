"""The dossier: all records, with lookups by id and by relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from macros.models.actor import Actor, Part
from macros.models.afterwards import Aftermath, LaterFact
from macros.models.argument import Argument, Inference, Scheme, Unstated
from macros.models.base import IdentifiedRecord, Record
from macros.models.check import Check, Disagreement
from macros.models.comparison import Comparison
from macros.models.cover import Cover, PageName
from macros.models.date import HonestDate
from macros.models.event import Event
from macros.models.fingerprint import Fingerprint
from macros.models.gap import Gap
from macros.models.guard import Guard
from macros.models.kinds import COVER
from macros.models.loaded_word import LoadedWord
from macros.models.narrative import CITABLE
from macros.models.position import Issue, Position
from macros.models.review import Review
from macros.models.source import Extent, Layer, Passage, Source
from macros.models.statement import Statement
from macros.models.term import Term
from macros.models.track import Track
from macros.models.uses import key_of, users_of_statements
from macros.models.voice import Path

_R = TypeVar("_R", bound=IdentifiedRecord)
_K = TypeVar("_K")
_V = TypeVar("_V")


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, tuple[_V, ...]]:
    """The values of each key, in order. Searching all records for each key would be too slow for a large dossier."""
    found: dict[_K, list[_V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _by_id(records: Iterable[_R]) -> dict[str, _R]:
    return {record.id: record for record in records}


@dataclass(frozen=True, eq=False)
class Dossier:
    """Everything that one site explains. Records keep the order in which the editor wrote them."""

    cover: Cover
    sources: tuple[Source, ...] = ()
    fingerprints: tuple[Fingerprint, ...] = ()
    actors: tuple[Actor, ...] = ()
    tracks: tuple[Track, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    issues: tuple[Issue, ...] = ()
    positions: tuple[Position, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    arguments: tuple[Argument, ...] = ()
    terms: tuple[Term, ...] = ()
    gaps: tuple[Gap, ...] = ()
    loaded_words: tuple[LoadedWord, ...] = ()
    guards: tuple[Guard, ...] = ()
    reviews: tuple[Review, ...] = ()
    checks: tuple[Check, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    comparison: tuple[Comparison, ...] = ()
    aftermath: tuple[Aftermath, ...] = ()
    later_facts: tuple[LaterFact, ...] = ()
    unfinished: tuple[Statement, ...] = ()
    """Statements without words, or with fields that nobody has checked. No page, export or count has them."""

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind, in the editor's order. For the kind of the cover, the cover alone."""
        records: tuple[Record, ...] = (self.cover,) if kind == COVER.name else getattr(self, kind)
        return records

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return _by_id(self.sources)

    @cached_property
    def fingerprint(self) -> dict[str, Fingerprint]:
        """Fingerprints by the id of their source."""
        return {one.source: one for one in self.fingerprints}

    @cached_property
    def unverified_sources(self) -> frozenset[str]:
        """Ids of the sources read in full that have no fingerprint yet, so that nothing can verify a quotation from them."""
        return frozenset(one.id for one in self.sources if one.read is Extent.FULL and one.id not in self.fingerprint)

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Actors by id."""
        return _by_id(self.actors)

    @cached_property
    def track(self) -> dict[str, Track]:
        """Tracks by id."""
        return _by_id(self.tracks)

    @cached_property
    def event(self) -> dict[str, Event]:
        """Events by id."""
        return _by_id(self.events)

    @cached_property
    def statement(self) -> dict[str, Statement]:
        """Statements by id."""
        return _by_id(self.statements)

    @cached_property
    def scheme(self) -> dict[str, Scheme]:
        """Argument schemes by id."""
        return _by_id(self.schemes)

    @cached_property
    def issue(self) -> dict[str, Issue]:
        """Issues by id."""
        return _by_id(self.issues)

    @cached_property
    def base_source(self) -> Source:
        """The source of the base layer that pages mean where they name no other."""
        return self.source[self.cover.base_source] if self.cover.base_source else self.base_layer[0]

    @cached_property
    def base_language(self) -> str | None:
        """The language of a quotation in our own words; None if the sources of the base layer are not all in one language."""
        found = {source.language for source in self.base_layer}
        return found.pop() if len(found) == 1 else None

    @property
    def year_made(self) -> int:
        """The year in which the last source of the base layer was read."""
        return max(source.accessed.moments[-1].last for source in self.base_layer).year

    def in_layer(self, layer: Layer) -> tuple[Source, ...]:
        """Sources of one of the three layers, in the editor's order."""
        return tuple(source for source in self.sources if source.layer is layer)

    @cached_property
    def base_layer(self) -> tuple[Source, ...]:
        """The sources of the base layer."""
        return self.in_layer(Layer.BASE)

    @cached_property
    def reports(self) -> tuple[Check | LaterFact, ...]:
        """What sources outside the base layer report: checks, then later facts."""
        return (*self.checks, *self.later_facts)

    @cached_property
    def own_disagreements(self) -> tuple[Disagreement, ...]:
        """The disagreements among those whom the sources of the base layer quote, and among these sources."""
        return tuple(one for one in self.disagreements if one.is_within_base)

    @cached_property
    def disagreements_with_others(self) -> tuple[Disagreement, ...]:
        """The disagreements in which a source outside the base layer takes a side."""
        return tuple(one for one in self.disagreements if not one.is_within_base)

    @property
    def is_checked(self) -> bool:
        """Whether anything is compared with sources outside the base layer."""
        return bool(self.checks or self.disagreements_with_others)

    @property
    def absent_pages(self) -> frozenset[PageName]:
        """The pages that the site leaves out, because there is nothing for them."""
        needed = {
            PageName.DISAGREEMENTS: self.own_disagreements,
            PageName.CHECKED: self.is_checked,
            PageName.AFTERMATH: self.aftermath,
        }
        return frozenset(page for page, content in needed.items() if not content)

    @cached_property
    def unverified(self) -> dict[str, str]:
        """The one short quotation from each source that we saw only in an excerpt."""
        return {quote.source: quote.fragment for one in self.reports for quote in one.quotes}

    def playing(self, part: Part) -> tuple[Actor, ...]:
        """Actors with a part, in the editor's order."""
        return tuple(actor for actor in self.actors if actor.plays(part))

    @cached_property
    def citable(self) -> dict[str, Record]:
        """Every record by the name under which a narrative cites it; see `key_of`."""
        return {key_of(record): record for kind in CITABLE for record in self.of_kind(kind)}

    @cached_property
    def _events_by_track(self) -> dict[str | None, tuple[Event, ...]]:
        return _grouped((event.track, event) for event in self.events)

    @cached_property
    def _passages(self) -> dict[tuple[str, str], Passage]:
        return {(source.id, passage.address): passage for source in self.sources for passage in source.passages}

    @cached_property
    def _statements_by_passage(self) -> dict[tuple[str, str], tuple[Statement, ...]]:
        return _grouped(((s.source, address), s) for s in self.statements for address in dict.fromkeys(s.passages))

    @cached_property
    def _wordings(self) -> dict[str | None, tuple[Statement, ...]]:
        return _grouped((statement.rewords, statement) for statement in self.statements)

    def events_of(self, track: Track) -> tuple[Event, ...]:
        """Events of a track, in the editor's order."""
        return self._events_by_track.get(track.id, ())

    def reported_on(self, names: Iterable[str]) -> HonestDate:
        """The day on which some statements were first made: each on the day when its speaker said it, else when it was published."""
        statements = [self.statement[name] for name in names]
        days = [
            next((level.date for level in reversed(one.chain) if level.date), self.source[one.source].issued)
            for one in statements
        ]
        return min(days, key=lambda day: day.order)

    def passage(self, source_id: str, address: str) -> Passage:
        """A passage by its source and address.

        Raises:
            KeyError: The source has no such passage.
        """
        return self._passages[source_id, address]

    def main_passage(self, statement: Statement) -> Passage:
        """The passage by which a statement is cited: one of the text if possible, else the headline or dateline."""
        passages = [self.passage(statement.source, address) for address in statement.passages]
        return next((passage for passage in passages if passage.paragraph), passages[0])

    def statements_in(self, source: Source, passage: Passage) -> tuple[Statement, ...]:
        """Statements that are based on a passage."""
        return self._statements_by_passage.get((source.id, passage.address), ())

    @cached_property
    def _users_of_statements(self) -> dict[str, tuple[IdentifiedRecord, ...]]:
        return users_of_statements(self)

    def users_of(self, statement: Statement) -> tuple[IdentifiedRecord, ...]:
        """The records of the base layer that use a statement and have an address."""
        return self._users_of_statements.get(statement.id, ())

    def compared_under(self, target: str) -> str:
        """The fact under which a statement or event is compared: for a statement, the first event that it reports, if any."""
        events = (event.id for event in self.events if target == event.id or target in event.told_by)
        return next(events, target)

    def is_or_speaks_for(self, actor_id: str, whom: str) -> bool:
        """Whether an actor is another one, or speaks for it directly or through other actors."""
        seen: set[str] = set()
        current: str | None = actor_id
        while current and current not in seen:
            if current == whom:
                return True
            seen.add(current)
            actor = self.actor.get(current)
            current = actor.of if actor else None
        return False

    def speakers_of(self, statement: Statement) -> tuple[Actor, ...]:
        """The innermost speakers: the actors whose words these are. Most statements have one."""
        return tuple(self.actor[name] for name in self.levels(statement)[0])

    def levels(self, statement: Statement) -> Path:
        """Ids of everybody through whom a statement reached us, by level: the innermost speakers first, the outlet last."""
        return (*reversed(statement.path), (self.source[statement.source].publisher,))

    def speakers(self, statement: Statement) -> tuple[str, ...]:
        """Ids of everybody through whom a statement reached us: the innermost speakers first, the outlet last."""
        return tuple(name for together in self.levels(statement) for name in together)

    @cached_property
    def inference(self) -> dict[str, Inference]:
        """Inferences of all arguments by id."""
        return _by_id(inference for _, inference in self.inferences())

    @cached_property
    def unstated(self) -> dict[str, Unstated]:
        """Unstated claims of all arguments by id."""
        return _by_id(claim for argument in self.arguments for claim in argument.unstated)

    @cached_property
    def argument_of(self) -> dict[str, Argument]:
        """By inference, the argument of which it is a step."""
        return {step.id: argument for argument, step in self.inferences()}

    @property
    def has_several_arguments(self) -> bool:
        """Whether each argument has a page of its own, below an index."""
        return len(self.arguments) > 1

    def wordings_of(self, statement: Statement) -> tuple[Statement, ...]:
        """Statements that say the same as another one in other words."""
        return self._wordings.get(statement.id, ())

    def inferences(self) -> Iterator[tuple[Argument, Inference]]:
        """Every inference with the argument to which it belongs."""
        for argument in self.arguments:
            for inference in argument.inferences:
                yield argument, inference
