"""The timeline: what happened, what was said and what was due, by four clocks that are never mixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.models.actor import Actor
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, EventStatus
from macros.models.source import Source
from macros.models.statement import Statement
from macros.models.track import Track
from macros.rendering.views.meetings import Standing, standing_of
from macros.rendering.views.timescale import Timescale, timescale


class Clock(StrEnum):
    """Which clock an entry is read from."""

    HAPPENED = "happened"
    DUE = "due"
    KNOWN = "known"
    SAID = "said"
    PUBLISHED = "published"
    CLOSES = "closes"


_ON_ONE_DAY = tuple(Clock)
"""Order of the clocks where two entries share a day: what was due comes after all that was known."""


@dataclass(frozen=True)
class Entry:
    """One entry. Exactly one of event, statement and source is given, or none for the close."""

    clock: Clock
    date: HonestDate
    in_words: str | None = None
    event: Event | None = None
    standing: Standing | None = None
    statement: Statement | None = None
    source: Source | None = None
    track: Track | None = None


@dataclass(frozen=True)
class TimelineView:
    """The page of the timeline.

    Attributes:
        scale: The drawing; None where there are no events.
        entries: Every entry with the ids of all who have a part in it.
        tracks: Tracks by which the entries can be filtered.
        actors: Actors by which they can be filtered.
    """

    scale: Timescale | None
    entries: tuple[tuple[Entry, tuple[str, ...]], ...]
    tracks: tuple[Track, ...]
    actors: tuple[Actor, ...]


def _event_entries(dossier: Dossier) -> Iterator[Entry]:
    for event in dossier.events:
        if isinstance(event.date, HonestDate):
            clock = Clock.HAPPENED if event.status is EventStatus.HELD else Clock.DUE
            words = event.date_in_words
        else:
            clock, words = Clock.KNOWN, None
        yield Entry(
            clock,
            event.order_date,
            words,
            event=event,
            standing=standing_of(event),
            track=dossier.track.get(event.track or ""),
        )


def _track_of(dossier: Dossier, statement: Statement) -> Track | None:
    for event in dossier.events:
        if statement.id in event.statements and event.track:
            return dossier.track[event.track]
    return next((track for track in dossier.tracks if statement.id in track.statements), None)


def _utterances(dossier: Dossier) -> Iterator[Entry]:
    told = {(name, event.order_date.text) for event in dossier.events for name in event.statements}
    for statement in dossier.statements:
        for level in statement.chain:
            # What an event of the same day tells already is not told twice.
            if level.date and (statement.id, level.date.text) not in told:
                yield Entry(
                    Clock.SAID,
                    level.date,
                    level.date_in_words,
                    statement=statement,
                    track=_track_of(dossier, statement),
                )


def _actors_of(dossier: Dossier, entry: Entry) -> set[str]:
    """Everybody who takes part or speaks in an entry, and those for whom they speak."""
    names: set[str] = set()
    statements = [entry.statement] if entry.statement else []
    if entry.event:
        names.update(entry.event.participants, (refusal.by for refusal in entry.event.refusals))
        statements += [dossier.statement[name] for name in entry.event.statements]
    for statement in statements:
        names.update(level.speaker for level in statement.chain)
    return {actor.id for actor in dossier.actors if any(dossier.is_or_speaks_for(name, actor.id) for name in names)}


def timeline_page(dossier: Dossier) -> TimelineView:
    """The whole timeline with its scale, and by what a reader may filter it."""
    entries = timeline(dossier)
    actors = tuple(_actors_of(dossier, entry) for entry in entries)
    named = frozenset().union(*actors)
    tracks = {entry.track.id for entry in entries if entry.track}
    return TimelineView(
        scale=timescale(dossier),
        entries=tuple((entry, tuple(sorted(names))) for entry, names in zip(entries, actors, strict=True)),
        tracks=tuple(track for track in dossier.tracks if track.id in tracks),
        actors=tuple(actor for actor in dossier.actors if actor.id in named),
    )


def timeline(dossier: Dossier) -> tuple[Entry, ...]:
    """Every dated entry in order, the publication of the sources and the close of the dossier among them."""
    entries = [*_event_entries(dossier), *_utterances(dossier)]
    entries += [Entry(Clock.PUBLISHED, source.issued, source=source) for source in dossier.base_layer]
    entries.append(Entry(Clock.CLOSES, dossier.cover.as_of))
    return tuple(
        sorted(entries, key=lambda entry: (entry.date.order[0], _ON_ONE_DAY.index(entry.clock), entry.date.order[1]))
    )
