"""The events as a calendar (iCalendar, RFC 5545 and 7986).

A calendar can represent whole days, but not doubt. An event with a vague date therefore covers all days that the date names;
title and description say that the days are not certain, and the description gives the date as recorded (EDTF). Events without a
date are left out.

What repeats has a rule if the words are as exact as one ("every Tuesday", within known days); else it covers the whole time, and the
title has the words. A later stage of an agreement is an entry of its own. What was postponed is on its new date, if there is one.

The outcome is in the title and in the description, never in `STATUS:CANCELLED`: calendars hide entries that are cancelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Journal
from icalendar import Event as Entry

from macros.models.base import Nothing
from macros.models.date import Form, HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event, Stage
from macros.models.event_kind import CALLED_OFF, DONE, KINDS, UNTOLD, EventStatus
from macros.models.kinds import address_of
from macros.models.part_of_a_time import narrowed
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


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EVERY = re.compile(rf"(?:on |every )*(?:every )?(?P<day>day|{'|'.join(_WEEKDAYS)})", re.IGNORECASE | re.ASCII)


def _repetition(event: Event, day: HonestDate) -> tuple[date, dict[str, object]] | None:
    """The first day of what repeats and its rule, if the words and the date are exact; else None."""
    every = _EVERY.fullmatch(event.repeats or "")
    is_known = day.start and day.end and not any(one.approximate or one.uncertain for one in day.moments)
    if not every or not is_known or day.form is Form.ONE_OF:
        return None
    first, last = day.moments[0].first, day.moments[-1].last
    rule: dict[str, object] = {"freq": "daily", "until": last}
    name = every["day"].casefold()
    if name in _WEEKDAYS:
        first += timedelta((_WEEKDAYS.index(name) - first.weekday()) % 7)
        rule = {"freq": "weekly", "byday": name[:2].upper(), "until": last}
    return (first, rule) if first <= last else None


def _words(event: Event, status: EventStatus | Nothing) -> str:
    """The status in words; empty if it goes without saying."""
    if status is KINDS[event.kind].expected:
        return ""
    if status in UNTOLD:
        return "outcome not told" if status is Nothing.SILENT else "outcome not known"
    if status is EventStatus.POSTPONED and event.postponed_to:
        return f"postponed from {event.date if isinstance(event.date, Nothing) else event.date.text}"
    return status.replace("-", " ")


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

    def _summary(self, event: Event, status: EventStatus | Nothing, doubt: str) -> str:
        decliners = dict.fromkeys(self._dossier.actor[refusal.by].name for refusal in event.refusals)
        refused = f"declined by {', '.join(decliners)}" if decliners else ""
        word = "" if refused and status is EventStatus.DECLINED else _words(event, status)
        outcome = ", ".join(filter(None, (word, refused, doubt)))
        return f"{capital_first(outcome)}: {event.title}" if outcome else event.title

    def _description(self, event: Event, part: Event | Stage, day: HonestDate) -> str:
        actor, source, statement = self._dossier.actor, self._dossier.source, self._dossier.statement
        told_by = event.told_by if part is event else part.statements
        outlets = dict.fromkeys(actor[source[statement[name].source].publisher].name for name in told_by)
        status = event.latest_status
        told = _words(event, status) if status in UNTOLD else status.replace("-", " ")
        lines = [f"Status on {self._dossier.cover.as_of.text}: {told}"]
        for refusal in event.refusals:
            lines.append(f"Declined by {actor[refusal.by].name}: {refusal.date_in_words or refusal.date.text}")
            ground = refusal.ground
            lines.append(f"Reason for declining: {_NOTHING[ground] if isinstance(ground, Nothing) else 'given'}")
        lines += [f"Who declined: {_NOTHING[event.decliner]}"] if event.decliner else []
        lines += [f"Reason: {_NOTHING[event.ground]}"] if event.ground else []
        words = f", {part.date_in_words}" if part.date_in_words else ""
        lines += [f"Date as recorded (EDTF): {day.text}{words}", f"Reported by {', '.join(outlets)}"]
        return "\n".join(map(_one_line, lines))

    def _entry(self, event: Event, part: Event | Stage, day: HonestDate, name: str) -> Entry:
        """The entry of an event, or of a later stage of it, on a day."""
        entry = Entry()
        repeated = _repetition(event, day) if part is event else None
        repeats = event.repeats if part is event else None
        doubt = _doubt(day)
        if repeats:
            within = doubt if not (day.start and day.end) else "within these days"
            doubt = repeats if repeated else f"{repeats}, {within}"
        summary = self._summary(event, part.status, doubt)
        self._add_common(entry, name, summary, self._description(event, part, day))
        first, last = day.moments[0].first, day.moments[-1].last
        if repeated:
            first, rule = repeated
            last = first
            entry.add("rrule", rule)
        entry.add("dtstart", first)
        entry.add("dtend", last + timedelta(days=1))  # RFC 5545: the end is the first day after
        if part.status in DONE and (repeated or not doubt):
            entry.add("status", "CONFIRMED")
        elif part.status not in CALLED_OFF | {EventStatus.DECLINED}:
            entry.add("status", "TENTATIVE")
        entry.add("transp", "TRANSPARENT")
        if self._site_url:
            entry.add("url", f"{self._site_url.rstrip('/')}/{address_of(event, self._dossier)}")
        return entry

    def entries(self, event: Event) -> Iterator[Entry]:
        """The entries of an event: one if it has a date, and one for each later stage that has one."""
        if event.postponed_to:
            yield self._entry(event, event, event.postponed_to, event.id)
        elif isinstance(event.date, HonestDate):
            yield self._entry(event, event, event.order_date, event.id)
        for number, stage in enumerate(event.stages, start=1):
            if isinstance(stage.date, HonestDate):
                yield self._entry(event, stage, narrowed(stage.date, stage.date_in_words), f"{event.id}/{number}")

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
    dated = [entry for event in dossier.events for entry in writer.entries(event)]
    for component in dated or (writer.nothing(),):
        document.add_component(component)
    return str(document.to_ical(), "utf-8")
