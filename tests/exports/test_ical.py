from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from macros.exports.ical import calendar
from macros.models.date import parse_date
from macros.models.dossier import Dossier


def entries(dossier: Dossier) -> dict[str, dict[str, object]]:
    read = Calendar.from_ical(calendar(dossier))
    return {
        str(entry["uid"]).split("@")[0]: {
            "status": str(entry["status"]),
            "from": entry.decoded("dtstart"),
            "to": entry.decoded("dtend"),
            "title": str(entry["summary"]),
            "description": str(entry["description"]),
        }
        for entry in read.walk("VEVENT")
    }


def test_a_vague_date_covers_all_days_it_names_and_is_tentative(shipped: Dossier) -> None:
    june = entries(shipped)["washington-june"]
    assert (june["from"], june["to"]) == (date(2023, 6, 21), date(2023, 7, 1))
    assert june["status"] == "TENTATIVE"
    assert "(date not exact)" in str(june["title"])
    assert "2023-06" in str(june["description"])
    assert "at the end of June 2023" in str(june["description"])


@pytest.mark.parametrize(
    ("text", "first", "after", "doubt"),
    [
        ("1999-03-04", date(1999, 3, 4), date(1999, 3, 5), ""),
        ("1999-03-04/1999-03-06", date(1999, 3, 4), date(1999, 3, 7), ""),
        ("1999-03-04?", date(1999, 3, 4), date(1999, 3, 5), "date not exact"),
        ("1999-03-04~/1999-03-06", date(1999, 3, 4), date(1999, 3, 7), "date not exact"),
        ("[1999-03-04..1999-03-06]", date(1999, 3, 4), date(1999, 3, 7), "date not exact"),
        ("[..1999-03-06]", date(1999, 3, 6), date(1999, 3, 7), "on this day or earlier"),
        ("/1999-03-06", date(1999, 3, 6), date(1999, 3, 7), "until this day"),
        ("[1999-03-06..]", date(1999, 3, 6), date(1999, 3, 7), "on this day or later"),
        ("1985/", date(1985, 1, 1), date(1986, 1, 1), "from this day on"),
        ("0044-03-15", date(44, 3, 15), date(44, 3, 16), ""),
        ("9998", date(9998, 1, 1), date(9999, 1, 1), "date not exact"),
    ],
)
def test_every_mark_of_doubt_reaches_the_title(text: str, first: date, after: date, doubt: str, tiny: Dossier) -> None:
    event = tiny.events[0].model_copy(update={"date": parse_date(text), "date_in_words": None})
    entry = entries(replace(tiny, events=(event,)))["march-round"]
    assert (entry["from"], entry["to"]) == (first, after)
    assert entry["title"] == (f"{event.title} ({doubt})" if doubt else event.title)
    assert entry["status"] == ("TENTATIVE" if doubt else "CONFIRMED")


def test_an_announced_meeting_is_tentative(shipped: Dossier) -> None:
    november = entries(shipped)["washington-november"]
    assert (november["from"], november["to"]) == (date(2023, 11, 20), date(2023, 11, 21))
    assert november["status"] == "TENTATIVE"
    assert entries(shipped)["granada-talks"]["status"] == "CANCELLED"


def test_an_event_without_a_date_has_no_entry(shipped: Dossier, tiny: Dossier) -> None:
    assert "brussels-meeting" not in entries(shipped)
    assert "lighthouse-round" not in entries(tiny)


def test_an_open_range_is_its_known_day(shipped: Dossier) -> None:
    hearing = entries(shipped)["congress-hearing"]
    assert (hearing["from"], hearing["to"]) == (date(2023, 11, 18), date(2023, 11, 19))
