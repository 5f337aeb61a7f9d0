from __future__ import annotations

from datetime import date

from icalendar import Calendar

from macros.exports.ical import calendar
from macros.models.dossier import Dossier


def entries(dossier: Dossier) -> dict[str, dict[str, object]]:
    read = Calendar.from_ical(calendar(dossier))
    return {
        str(entry["uid"]).split("@")[0]: {
            "status": str(entry["status"]),
            "from": entry.decoded("dtstart"),
            "to": entry.decoded("dtend"),
            "description": str(entry["description"]),
        }
        for entry in read.walk("VEVENT")
    }


def test_a_vague_date_covers_all_days_it_can_mean_and_is_tentative(shipped: Dossier) -> None:
    june = entries(shipped)["washington-june"]
    assert (june["from"], june["to"]) == (date(2023, 6, 1), date(2023, 7, 1))
    assert june["status"] == "TENTATIVE"
    assert "2023-06" in str(june["description"])


def test_an_announced_meeting_is_tentative(shipped: Dossier) -> None:
    november = entries(shipped)["washington-november"]
    assert (november["from"], november["to"]) == (date(2023, 11, 20), date(2023, 11, 21))
    assert november["status"] == "TENTATIVE"
    assert entries(shipped)["granada-talks"]["status"] == "CANCELLED"


def test_an_event_without_a_date_has_no_entry(shipped: Dossier, tiny: Dossier) -> None:
    assert "brussels-meeting" not in entries(shipped)
    assert "lighthouse-round" not in entries(tiny)


def test_a_range_with_one_unknown_end_is_its_known_day(shipped: Dossier) -> None:
    hearing = entries(shipped)["congress-hearing"]
    assert (hearing["from"], hearing["to"]) == (date(2023, 11, 18), date(2023, 11, 19))
