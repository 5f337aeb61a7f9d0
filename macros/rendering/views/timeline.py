"""The timeline: what happened, what was said and what was due, by four clocks that are never mixed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, EventStatus
from macros.models.source import Source
from macros.models.statement import Statement
from macros.models.track import Track
from macros.rendering.views.meetings import Standing, standing_of


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


def timeline(dossier: Dossier) -> tuple[Entry, ...]:
    """Every dated entry in order, the publication of the sources and the close of the dossier among them."""
    entries = [*_event_entries(dossier), *_utterances(dossier)]
    entries += [Entry(Clock.PUBLISHED, source.issued, source=source) for source in dossier.base_layer]
    entries.append(Entry(Clock.CLOSES, dossier.cover.as_of))
    return tuple(
        sorted(entries, key=lambda entry: (entry.date.order[0], _ON_ONE_DAY.index(entry.clock), entry.date.order[1]))
    )
