"""Dates of events that follow from the statements that report them.

A date follows only if nothing is left to judge: one statement reports the event, and names exactly one of the dates that its
passages give.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import dates_in, parts_of
from macros.models.base import Nothing
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement


def _telling(dossier: Dossier, event: Event) -> Iterator[Statement]:
    return (dossier.statement[name] for name in event.told_by if name in dossier.statement)


def _named_date(dossier: Dossier, event: Event) -> HonestDate | None:
    """The date that the only statement of an event names; None if it names none or several."""
    if len(event.statements) != 1 or event.refusals:
        return None
    for statement in _telling(dossier, event):
        said_on = {level.date.text for level in statement.chain if level.date}
        source = dossier.source.get(statement.source)
        passages = [one for one in source.passages if one.address in statement.passages] if source else []
        given = {date.text: date for one in passages for date in one.dates if date.text not in said_on}
        named = dates_in(statement.says, ENGLISH)
        meant = [date for date in given.values() if any(one.is_among(parts_of([date])) for one in named)]
        if len(named) == len(meant) == 1:
            return meant[0]
    return None


def said_on(dossier: Dossier, statement: Statement) -> HonestDate | None:
    """The day on which a statement was made: that of its innermost speaker who has one, else of the publication."""
    dated = [level.date for level in statement.chain if level.date]
    source = dossier.source.get(statement.source)
    return dated[-1] if dated else source.issued if source else None


def dates_of_events(dossier: Dossier) -> dict[int, dict[str, object]]:
    """The date of an event that its statement names, and for an event without a date, the day on which it was first reported."""
    found: dict[int, dict[str, object]] = {}
    for event in dossier.events:
        values: dict[str, object] = {}
        if "date" not in event.model_fields_set and (date := _named_date(dossier, event)):
            values["date"] = date
        if isinstance(values.get("date", event.date), Nothing) and event.known_on is None:
            days = [day for one in _telling(dossier, event) if (day := said_on(dossier, one))]
            if days:
                values["known_on"] = min(days, key=lambda day: day.order)
        found[id(event)] = values
    return found
