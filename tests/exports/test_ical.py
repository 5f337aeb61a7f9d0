"""The calendar, as three independent programs read it: icalendar, vobject, and ical.js of Thunderbird (`nox -s formats`)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from macros.exports.ical import calendar
from macros.models.base import Nothing
from macros.models.cover import Correction
from macros.models.date import parse_date
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS
from tests.exports.node import needs_readers, read_with
from tests.hostile import write_hostile

SITE = "https://example.org/talks/"


def changed(dossier: Dossier, **records: Any) -> Dossier:
    """A dossier with other records of some kinds."""
    return Dossier(**{**{name: getattr(dossier, name) for name in Dossier.__dataclass_fields__}, **records})


def with_event(dossier: Dossier, name: str, **values: Any) -> Dossier:
    """A dossier with other values of one event."""
    events = [event.model_copy(update=values) if event.id == name else event for event in dossier.events]
    return changed(dossier, events=tuple(events))


def entries(dossier: Dossier, site: str = SITE) -> dict[str, Any]:
    read = Calendar.from_ical(calendar(dossier, site))
    return {str(entry["url"]).partition("#")[2]: entry for entry in read.walk("VEVENT")}


def summary(dossier: Dossier, name: str) -> str:
    return str(entries(dossier)[name]["summary"])


def description(dossier: Dossier, name: str) -> list[str]:
    return str(entries(dossier)[name]["description"]).splitlines()


def days(dossier: Dossier, name: str) -> tuple[date, date]:
    entry = entries(dossier)[name]
    return entry.decoded("dtstart"), entry.decoded("dtend")


@pytest.mark.parametrize(
    ("status", "refused_by", "decliner", "title"),
    [
        ("held", (), None, "Held: Second round on Skarn"),
        ("announced", (), None, "Announced: Second round on Skarn"),
        ("announced", ("upper-vell",), None, "Announced, declined by Upper Vell: Second round on Skarn"),
        ("declined", ("upper-vell", "lower-vell"), None, "Declined by Upper Vell, Lower Vell: Second round on Skarn"),
        ("not-held", (), "silent", "Not held: Second round on Skarn"),
        ("not-held", ("upper-vell",), None, "Not held, declined by Upper Vell: Second round on Skarn"),
    ],
)
def test_title_and_description_state_the_outcome_and_who_declined(
    tiny: Dossier, status: str, refused_by: tuple[str, ...], decliner: str | None, title: str
) -> None:
    refusals = [
        {"by": name, "date": "1999-04-20", "statement": "tarn-refuses", "ground": ground}
        for name, ground in zip(refused_by, ("silent", ["tarn-refuses"]), strict=False)
    ]
    given = next(event for event in tiny.events if event.id == "may-round").model_dump(mode="json", exclude_none=True)
    given |= {"status": status, "refusals": refusals} | ({"decliner": decliner, "ground": decliner} if decliner else {})
    events = tuple(Event.model_validate(given) if one.id == "may-round" else one for one in tiny.events)
    dossier = changed(tiny, events=events)
    assert summary(dossier, "may-round") == title
    lines = description(dossier, "may-round")
    assert lines[0] == f"Status on 1999-05-03: {status.replace('-', ' ')}"
    names = [tiny.actor[name].name for name in refused_by]
    assert [line for line in lines if line.startswith("Declined by")] == [f"Declined by {n}: 1999-04-20" for n in names]
    reasons = [line for line in lines if line.startswith("Reason for declining")]
    assert reasons == [f"Reason for declining: {word}" for word in ("the source does not say", "given")][: len(names)]
    unsaid = ["Who declined: the source does not say", "Reason: the source does not say"]
    assert [line for line in lines if line in unsaid] == (unsaid if decliner else [])
    assert "Reported by the Skarn Herald" in lines


def test_no_entry_is_hidden_or_blocks_time(shipped: Dossier, tiny: Dossier) -> None:
    for dossier in (shipped, tiny):
        for name, entry in entries(dossier).items():
            # Calendars hide cancelled entries, and show a free person as busy without this.
            assert entry["transp"] == "TRANSPARENT"
            status = dossier.event[name].status
            assert ("status" in entry) is (status not in ("not-held", "declined")), name
        assert "CANCELLED" not in calendar(dossier)


def test_an_announced_meeting_with_a_refusal_says_so(shipped: Dossier) -> None:
    title = summary(shipped, "washington-november")
    assert title.startswith("Announced, declined by Azerbaijan: ")
    assert days(shipped, "washington-november") == (date(2023, 11, 20), date(2023, 11, 21))
    assert entries(shipped)["washington-november"]["status"] == "TENTATIVE"


@pytest.mark.parametrize(
    ("text", "first", "after", "doubt"),
    [
        ("1999-04-20", date(1999, 4, 20), date(1999, 4, 21), ""),
        ("1999-04-20/1999-04-22", date(1999, 4, 20), date(1999, 4, 23), ""),
        ("0044-03-15", date(44, 3, 15), date(44, 3, 16), ""),
        ("1999-04", date(1999, 4, 1), date(1999, 5, 1), "day not certain"),
        ("9998", date(9998, 1, 1), date(9999, 1, 1), "day not certain"),
        ("1999-04-20~", date(1999, 4, 20), date(1999, 4, 21), "day not certain"),
        ("1999-04-20?", date(1999, 4, 20), date(1999, 4, 21), "day not certain"),
        ("1999-04-20~/1999-04-22", date(1999, 4, 20), date(1999, 4, 23), "day not certain"),
        ("[1999-04-20..1999-04-22]", date(1999, 4, 20), date(1999, 4, 23), "day not certain"),
        ("[..1999-04-20]", date(1999, 4, 20), date(1999, 4, 21), "on this day or earlier"),
        ("[..1999-04]", date(1999, 4, 1), date(1999, 5, 1), "on these days or earlier"),
        ("[1999-04-20..]", date(1999, 4, 20), date(1999, 4, 21), "on this day or later"),
        ("/1999-04-20", date(1999, 4, 20), date(1999, 4, 21), "until this day"),
        ("1999-04-20/", date(1999, 4, 20), date(1999, 4, 21), "from this day on"),
        ("1985/", date(1985, 1, 1), date(1986, 1, 1), "from these days on"),
    ],
)
def test_a_vague_date_covers_all_days_it_names_and_says_that_it_is_vague(
    tiny: Dossier, text: str, first: date, after: date, doubt: str
) -> None:
    dossier = with_event(tiny, "march-round", date=parse_date(text), date_in_words=None)
    assert days(dossier, "march-round") == (first, after)
    assert summary(dossier, "march-round") == f"{', '.join(filter(None, ('Held', doubt)))}: Fishers meet on Skarn"
    assert entries(dossier)["march-round"]["status"] == ("TENTATIVE" if doubt else "CONFIRMED")
    assert f"Date as recorded (EDTF): {text}" in description(dossier, "march-round")


def test_the_words_of_the_source_narrow_a_month_to_a_part_of_it(shipped: Dossier) -> None:
    assert shipped.event["washington-june"].date_in_words == "at the end of June 2023"
    assert days(shipped, "washington-june") == (date(2023, 6, 21), date(2023, 7, 1))


def test_the_words_of_the_source_for_a_date_are_in_the_description(tiny: Dossier) -> None:
    assert "Date as recorded (EDTF): 1999-03~, in late March 1999" in description(tiny, "march-round")


def test_an_event_without_a_date_has_no_entry(shipped: Dossier, tiny: Dossier) -> None:
    assert "brussels-meeting" not in entries(shipped)
    assert "lighthouse-round" not in entries(tiny)


def test_the_ids_of_two_dossiers_or_two_sites_differ(tiny: Dossier) -> None:
    moved = tiny.base_source.model_copy(update={"url": "https://example.net/another-article"})
    other = changed(tiny, sources=(moved, *(one for one in tiny.sources if one.id != moved.id)))
    found = [
        {str(entry["uid"]) for entry in Calendar.from_ical(calendar(dossier, site)).walk("VEVENT")}
        for dossier, site in ((tiny, ""), (other, ""), (tiny, SITE), (tiny, "https://example.org/"))
    ]
    assert len(set().union(*found)) == sum(map(len, found)) == 4 * 3
    same = {str(entry["uid"]) for entry in entries(tiny, SITE.rstrip("/")).values()}
    assert same == found[2]


def test_an_entry_links_to_its_event_if_the_address_of_the_site_is_known(tiny: Dossier) -> None:
    assert entries(tiny)["may-round"]["url"] == "https://example.org/talks/timeline/#may-round"
    assert "\nURL" not in calendar(tiny)


def test_a_correction_makes_a_newer_copy_and_nothing_else_does(tiny: Dossier) -> None:
    def state(dossier: Dossier) -> tuple[int, datetime, datetime]:
        entry = entries(dossier)["may-round"]
        return entry["sequence"], entry.decoded("last-modified"), entry.decoded("dtstamp")

    day = datetime(1999, 5, 3, tzinfo=UTC)
    assert state(tiny) == (1, day, day)
    assert calendar(tiny, SITE) == calendar(tiny, SITE)
    corrections = (*tiny.cover.corrections, Correction.model_validate({"date": "1999-06-30", "what": "A date."}))
    later = datetime(1999, 6, 30, tzinfo=UTC)
    assert state(changed(tiny, cover=tiny.cover.model_copy(update={"corrections": corrections}))) == (2, later, later)


def test_line_breaks_and_separators_in_names_do_no_harm(tiny: Dossier) -> None:
    title, name = "Two\nlines; and, a \\ slash", "Upper\r\nVell, the village; BEGIN:VEVENT"
    actors = [one.model_copy(update={"name": name}) if one.id == "herald" else one for one in tiny.actors]
    cover = tiny.cover.model_copy(update={"title": title})
    dossier = with_event(changed(tiny, cover=cover, actors=tuple(actors)), "may-round", title=title)
    read = Calendar.from_ical(calendar(dossier))
    assert read["x-wr-calname"] == read["name"] == "Two lines; and, a \\ slash"
    assert summary(dossier, "may-round") == "Announced: Two lines; and, a \\ slash"
    assert "Reported by Upper Vell, the village; BEGIN:VEVENT" in description(dossier, "may-round")
    assert len(read.walk("VEVENT")) == 3


CASES = ["shipped", "tiny", "minimal", "hostile"]


@pytest.fixture(params=CASES)
def dossier(request: pytest.FixtureRequest, tmp_path: Path) -> Dossier:
    if request.param == "hostile":
        return open_dossier(write_hostile(DOSSIERS / "tiny" / "seeds", tmp_path))
    found: Dossier = request.getfixturevalue(request.param)
    return found


def test_vobject_reads_the_same_entries(dossier: Dossier) -> None:
    read = vobject.readOne(calendar(dossier, SITE))
    assert read.validate(raiseException=True)
    found = {entry.uid.value: entry for entry in read.contents.get("vevent", ())}
    assert len(found) == len(entries(dossier))
    for entry in entries(dossier).values():
        other = found[str(entry["uid"])]
        assert (other.summary.value, other.description.value) == (str(entry["summary"]), str(entry["description"]))
        assert (other.dtstart.value, other.dtend.value) == (entry.decoded("dtstart"), entry.decoded("dtend"))
        assert int(other.sequence.value) == entry["sequence"]
        assert other.url.value == str(entry["url"])


@needs_readers
def test_ical_js_reads_the_same_entries(dossier: Dossier) -> None:
    read = read_with("calendar.cjs", calendar(dossier, SITE))
    assert read["name"] == " ".join(dossier.cover.title.split())
    found = {entry.pop("uid"): entry for entry in read["entries"]}
    assert found == {
        str(entry["uid"]): {
            "summary": str(entry["summary"]),
            "description": str(entry["description"]),
            "sequence": entry["sequence"],
            "start": entry.decoded("dtstart").isoformat(),
            "days": (entry.decoded("dtend") - entry.decoded("dtstart")).days,
            "changed": entry.decoded("last-modified").strftime("%Y-%m-%dT%H:%M:%SZ"),
            "status": entry.get("status"),
            "transparency": "TRANSPARENT",
            "url": str(entry["url"]),
        }
        for entry in entries(dossier).values()
    }


def test_without_a_dated_event_the_calendar_has_the_component_that_the_standard_requires(minimal: Dossier) -> None:
    read = Calendar.from_ical(calendar(minimal))
    (note,) = read.subcomponents
    assert (note.name, str(note["summary"])) == ("VJOURNAL", "No event has a date")
    assert {"uid", "dtstamp", "last-modified", "sequence"} <= {name.lower() for name in note}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("spring-truce", "Breached: The truce at the weir"),
        ("raid", "A raid on the weir"),
        ("toll-hearing", "Outcome not told: A hearing on tolls"),
        ("abbot-visit", "Did not happen: The abbot’s visit"),
        ("crew-freed", "Postponed from 2001-05-01: The crew is to go home"),
        ("night-watch", "Every night, from this day on: Guards walk the bank"),
    ],
)
def test_each_kind_has_its_own_outcome(outcomes: Dossier, name: str, title: str) -> None:
    assert summary(outcomes, name) == title  # of a truce, the last entry


def test_each_stage_that_has_a_date_is_an_entry(outcomes: Dossier) -> None:
    read = Calendar.from_ical(calendar(outcomes, SITE)).walk("VEVENT")
    of_deal = [str(one["summary"]) for one in read if str(one["summary"]).endswith("The sluice deal")]
    assert of_deal == ["Initialled: The sluice deal", "Signed: The sluice deal"]
    assert len({str(one["uid"]) for one in read}) == len(read)


def test_what_was_postponed_is_on_its_new_day_if_there_is_one(outcomes: Dossier) -> None:
    assert days(outcomes, "crew-freed") == (date(2001, 6, 15), date(2001, 6, 16))
    without = with_event(outcomes, "crew-freed", postponed_to=None)
    assert days(without, "crew-freed") == (date(2001, 5, 1), date(2001, 5, 2))
    assert summary(without, "crew-freed") == "Postponed: The crew is to go home"
    unknown = with_event(outcomes, "toll-hearing", status=Nothing.UNKNOWN)
    assert summary(unknown, "toll-hearing") == "Outcome not known: A hearing on tolls"


@pytest.mark.parametrize(
    ("words", "text", "first", "rule"),
    [
        ("every Tuesday", "2001-02", date(2001, 2, 6), {"FREQ": ["WEEKLY"], "BYDAY": ["TU"], "UNTIL": [date(2001, 2, 28)]}),
        ("on every day", "2001-02-03/2001-02-05", date(2001, 2, 3), {"FREQ": ["DAILY"], "UNTIL": [date(2001, 2, 5)]}),
        ("every other week", "2001-02", date(2001, 2, 1), None),
        ("every Tuesday", "2001-02/..", date(2001, 2, 1), None),
        ("every Tuesday", "2001-02~", date(2001, 2, 1), None),
        ("every Tuesday", "[2001-02-01..2001-02-20]", date(2001, 2, 1), None),
        ("every Tuesday", "2001-02-07/2001-02-08", date(2001, 2, 7), None),
    ],
)  # fmt: skip
def test_only_an_exact_repetition_has_a_rule(
    outcomes: Dossier, words: str, text: str, first: date, rule: dict[str, Any] | None
) -> None:
    dossier = with_event(outcomes, "weekly-talks", repeats=words, date=parse_date(text))
    entry = entries(dossier)["weekly-talks"]
    assert entry.decoded("dtstart") == first
    assert (dict(entry["rrule"]) if "rrule" in entry else None) == rule
    assert str(entry["summary"]).startswith(f"Held, {words}")
