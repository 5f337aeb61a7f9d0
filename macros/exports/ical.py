"""The events as a calendar (iCalendar, RFC 5545).

A calendar can represent whole days, but not doubt. An event with a vague date therefore covers all days that the date names,
its title says what they do not show, and its status is tentative; the description gives the date in words and as recorded (EDTF).
Events without a date are left out.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as Entry

from macros.models.date import Form, HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, EventStatus

_STATUS = {
    EventStatus.HELD: "CONFIRMED",
    EventStatus.NOT_HELD: "CANCELLED",
    EventStatus.DECLINED: "CANCELLED",
    EventStatus.ANNOUNCED: "TENTATIVE",
}


def _doubt(date: HonestDate) -> str:
    """What the days of an entry do not show."""
    if not date.start:
        return "on this day or earlier" if date.form is Form.ONE_OF else "until this day"
    if not date.end:
        return "on this day or later" if date.form is Form.ONE_OF else "from this day on"
    return "date not exact"


def _entry(event: Event, date: HonestDate, stamp: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.id}@dossier.invalid")
    entry.add("dtstamp", stamp)
    entry.add("summary", event.title if date.is_certain else f"{event.title} ({_doubt(date)})")
    entry.add("dtstart", date.moments[0].first)
    entry.add("dtend", date.moments[-1].last + timedelta(days=1))  # RFC 5545: the end is the first day after
    is_certain = event.status is EventStatus.HELD and date.is_certain
    entry.add("status", _STATUS[event.status] if is_certain or event.status is not EventStatus.HELD else "TENTATIVE")
    in_words = f"Date: {event.date_in_words}. " if event.date_in_words else ""
    entry.add("description", f"Status: {event.status}. {in_words}Date as recorded (EDTF): {date.text}")
    return entry


def calendar(dossier: Dossier) -> str:
    """All dated events as one iCalendar document."""
    document = Calendar()
    document.add("prodid", "-//dossier explainer//EN")
    document.add("version", "2.0")
    document.add("x-wr-calname", dossier.cover.title)
    closes = dossier.cover.as_of.earliest or datetime.min.date()
    stamp = datetime(closes.year, closes.month, closes.day, tzinfo=UTC)
    for event in dossier.events:
        if isinstance(event.date, HonestDate):
            document.add_component(_entry(event, event.order_date, stamp))
    return str(document.to_ical(), "utf-8")
