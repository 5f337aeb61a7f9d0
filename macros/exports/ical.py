"""The events as a calendar (iCalendar, RFC 5545 and 7986).

A calendar can represent whole days, but not doubt. An event with a vague date therefore covers all days that the date names;
title and description say that the days are not certain, and the description gives the date as recorded (EDTF). Events without a
date are left out.

The outcome is in the title and in the description, never in `STATUS:CANCELLED`: calendars hide entries that are cancelled.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Journal
from icalendar import Event as Entry

from macros.models.base import Nothing
from macros.models.date import Form, HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, EventStatus
from macros.models.kinds import address_of
from macros.models.typography import capital_first

_NOTHING = {
    Nothing.SILENT: "the source does not say",
    Nothing.UNKNOWN: "nobody has established it",
    Nothing.NONE: "there was none",
    Nothing.NOT_APPLICABLE: "the question does not arise",
}


def _doubt(day: HonestDate) -> str:
    """What the days of an entry do not show; empty if they are certain."""
    these = "this day" if day.moments[0].first == day.moments[-1].last else "these days"
    if not day.start:
        return f"on {these} or earlier" if day.form is Form.ONE_OF else f"until {these}"
    if not day.end:
        return f"on {these} or later" if day.form is Form.ONE_OF else f"from {these} on"
    return "" if day.is_certain else "day not certain"


def _one_line(text: str) -> str:
    return " ".join(text.split())


class _Writer:
    """Writes the entries of one dossier."""

    def __init__(self, dossier: Dossier, site_url: str) -> None:
        self._dossier = dossier
        self._site_url = site_url
        cover = dossier.cover
        days = (cover.as_of, *(correction.date for correction in cover.corrections))
        last = max(day.moments[-1].last for day in days)
        # A calendar keeps the copy with the higher number, then with the later time. Both follow from the dossier, so that
        # the same dossier gives the same file.
        self._changed = datetime(last.year, last.month, last.day, tzinfo=UTC)
        self._sequence = len(cover.corrections)

    def _add_common(self, entry: Entry | Journal, name: str, summary: str, description: str) -> None:
        origin = self._dossier.base_source.url
        entry.add("uid", str(uuid5(NAMESPACE_URL, f"{self._site_url.rstrip('/')} {origin} {name}")))
        entry.add("dtstamp", self._changed)
        entry.add("last-modified", self._changed)
        entry.add("sequence", self._sequence)
        entry.add("summary", _one_line(summary))
        entry.add("description", description)

    def _summary(self, event: Event, doubt: str) -> str:
        decliners = dict.fromkeys(self._dossier.actor[refusal.by].name for refusal in event.refusals)
        refused = f"declined by {', '.join(decliners)}" if decliners else ""
        status = "" if refused and event.status is EventStatus.DECLINED else event.status.replace("-", " ")
        outcome = ", ".join(filter(None, (status, refused, doubt)))
        return f"{capital_first(outcome)}: {event.title}"

    def _description(self, event: Event, day: HonestDate) -> str:
        actor, source, statement = self._dossier.actor, self._dossier.source, self._dossier.statement
        outlets = dict.fromkeys(actor[source[statement[name].source].publisher].name for name in event.told_by)
        lines = [f"Status on {self._dossier.cover.as_of.text}: {event.status.replace('-', ' ')}"]
        for refusal in event.refusals:
            lines.append(f"Declined by {actor[refusal.by].name}: {refusal.date_in_words or refusal.date.text}")
            ground = refusal.ground
            lines.append(f"Reason for declining: {_NOTHING[ground] if isinstance(ground, Nothing) else 'given'}")
        lines += [f"Who declined: {_NOTHING[event.decliner]}"] if event.decliner else []
        lines += [f"Reason: {_NOTHING[event.ground]}"] if event.ground else []
        words = f", {event.date_in_words}" if event.date_in_words else ""
        lines += [f"Date as recorded (EDTF): {day.text}{words}", f"Reported by {', '.join(outlets)}"]
        return "\n".join(map(_one_line, lines))

    def event(self, event: Event, day: HonestDate) -> Entry:
        """The entry of an event with a date."""
        entry = Entry()
        doubt = _doubt(day)
        self._add_common(entry, event.id, self._summary(event, doubt), self._description(event, day))
        entry.add("dtstart", day.moments[0].first)
        entry.add("dtend", day.moments[-1].last + timedelta(days=1))  # RFC 5545: the end is the first day after
        if event.status is EventStatus.HELD and not doubt:
            entry.add("status", "CONFIRMED")
        elif event.status in (EventStatus.HELD, EventStatus.ANNOUNCED):
            entry.add("status", "TENTATIVE")
        entry.add("transp", "TRANSPARENT")
        if self._site_url:
            entry.add("url", f"{self._site_url.rstrip('/')}/{address_of(event, self._dossier)}")
        return entry

    def nothing(self) -> Journal:
        """What a calendar without entries contains, because RFC 5545 requires at least one component."""
        entry = Journal()
        self._add_common(entry, "", "No event has a date", "The dossier has no event with a date.")
        entry.add("dtstart", self._changed.date())
        return entry


def calendar(dossier: Dossier, site_url: str = "") -> str:
    """All dated events as one iCalendar document.

    Args:
        dossier: The dossier.
        site_url: The address of the site; empty if it is not known.
    """
    document = Calendar()
    document.add("prodid", "-//dossier explainer//EN")
    document.add("version", "2.0")
    document.add("method", "PUBLISH")
    document.calendar_name = _one_line(dossier.cover.title)
    writer = _Writer(dossier, site_url)
    dated = [writer.event(event, event.order_date) for event in dossier.events if isinstance(event.date, HonestDate)]
    for component in dated or (writer.nothing(),):
        document.add_component(component)
    return str(document.to_ical(), "utf-8")
