"""The timeline: what happened, what was due, what became known, what was said and what was published.

These are different kinds of date, so each entry names the kind of its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from macros.models.actor import Actor
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.part_of_a_time import narrowed
from macros.models.source import Source
from macros.models.statement import Statement
from macros.models.track import Track
from macros.rendering.views.events import Step, steps
from macros.rendering.views.timescale import Timescale, timescale
from macros.rendering.views.track_states import ShownState, states


class DateKind(StrEnum):
    """The kind of date by which an entry is sorted: for example, when something happened or when it was said."""

    HAPPENED = "happened"
    DUE = "due"
    KNOWN = "known"
    SAID = "said"
    PUBLISHED = "published"
    CLOSES = "closes"


_ORDER_WITHIN_A_DAY = tuple(DateKind)
"""The order of entries with the same date."""


@dataclass(frozen=True)
class Entry:
    """One entry. It has a step of an event, a state of its track, a statement or a source; the entry for the as-of date has none of them."""

    date_kind: DateKind
    date: HonestDate
    in_words: str | None = None
    step: Step | None = None
    state: ShownState | None = None
    statement: Statement | None = None
    source: Source | None = None
    track: Track | None = None


@dataclass(frozen=True)
class TimelineView:
    """The page of the timeline.

    Attributes:
        scale: The drawing; None if there are no events.
        entries: Every entry with the ids of the actors that have a part in it.
        tracks: Tracks by which the entries can be filtered.
        actors: Actors by which the entries can be filtered.
    """

    scale: Timescale | None
    entries: tuple[tuple[Entry, tuple[str, ...]], ...]
    tracks: tuple[Track, ...]
    actors: tuple[Actor, ...]


def _event_entries(dossier: Dossier) -> Iterator[Entry]:
    for step in steps(dossier, dossier.events):
        if step.is_dated:
            date_kind = DateKind.HAPPENED if step.is_done else DateKind.DUE
            yield Entry(date_kind, step.order_date, step.date_in_words, step=step, track=step.track)
        else:
            yield Entry(DateKind.KNOWN, step.order_date, step=step, track=step.track)


def _state_entries(dossier: Dossier) -> Iterator[Entry]:
    for track in dossier.tracks:
        of_track = states(dossier, track)
        for one in of_track:
            if isinstance(one.record.date, HonestDate):
                yield Entry(DateKind.HAPPENED, one.order_date, one.record.date_in_words, state=one, track=track)
            elif one is of_track[-1]:
                # An earlier state without a date would stand on the day of its report, after the state that followed it.
                yield Entry(DateKind.KNOWN, one.order_date, state=one, track=track)


def _track_of(dossier: Dossier, statement: Statement) -> Track | None:
    for event in dossier.events:
        if statement.id in event.told_by and event.track:
            return dossier.track[event.track]
    return next((track for track in dossier.tracks if statement.id in track.statements), None)


def _utterances(dossier: Dossier) -> Iterator[Entry]:
    shown = {(name, step.order_date.text) for step in steps(dossier, dossier.events) for name in step.told_by}
    shown |= {(n, e.date.text) for e in _state_entries(dossier) if e.state for n in e.state.record.statements}
    for statement in dossier.statements:
        for level in statement.chain:
            # If the entry of an event or a state on the same day shows the statement, it gets no entry of its own.
            if level.date and (statement.id, level.date.text) not in shown:
                yield Entry(
                    DateKind.SAID,
                    narrowed(level.date, level.date_in_words),
                    level.date_in_words,
                    statement=statement,
                    track=_track_of(dossier, statement),
                )


def _actors_of(dossier: Dossier, entry: Entry) -> set[str]:
    """Ids of the actors that take part or speak in an entry, and of the actors for whom they speak."""
    names: set[str] = set()
    statements = [entry.statement] if entry.statement else []
    if entry.state:
        statements += [dossier.statement[name] for name in entry.state.record.statements]
    if entry.step:
        event = entry.step.event
        names.update(event.participants, (refusal.by for refusal in event.refusals))
        statements += [dossier.statement[name] for name in entry.step.told_by]
    for statement in statements:
        names.update(*statement.path)
    return {actor.id for actor in dossier.actors if any(dossier.is_or_speaks_for(name, actor.id) for name in names)}


def timeline_page(dossier: Dossier) -> TimelineView:
    """The whole timeline with its drawing, and the values by which a reader can filter it."""
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
    """All entries in chronological order, including the publication of the sources and the as-of date."""
    entries = [*_event_entries(dossier), *_state_entries(dossier), *_utterances(dossier)]
    entries += [Entry(DateKind.PUBLISHED, source.issued, source=source) for source in dossier.base_layer]
    entries.append(Entry(DateKind.CLOSES, dossier.cover.as_of))
    return tuple(
        sorted(
            entries,
            key=lambda entry: (entry.date.order[0], _ORDER_WITHIN_A_DAY.index(entry.date_kind), entry.date.order[1]),
        )
    )
