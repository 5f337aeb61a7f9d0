from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.models.base import Nothing
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.validation.event_dates import dates_of_events
from macros.validation.pipeline import open_dossier
from tests.bad_cases import lay_out


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the tiny dossier."""
    return lay_out("no-summary-and-no-short-answer", tmp_path)


def edited(seeds: Path, *pairs: tuple[str, str], name: str) -> Event:
    """An event after changes of the events and statements."""
    for file in (seeds / "events.yml", seeds / "statements.yml"):
        text = file.read_text(encoding="utf-8")
        for old, new in pairs:
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
    return open_dossier(seeds).event[name]


def shown(date: HonestDate | Nothing | None) -> str:
    return date.text if isinstance(date, HonestDate) else str(date)


def test_an_event_has_the_date_that_its_only_statement_names(seeds: Path) -> None:
    event = edited(seeds, ("  date: 1999-05-12\n", ""), name="may-round")
    assert shown(event.date) == "1999-05-12"
    assert event.known_on is None


@pytest.mark.parametrize(
    ("says", "statements"),
    [
        ("they were to meet again in a while", ["may-announced"]),
        ("on 3 May they agreed to meet again on 12 May", ["may-announced"]),
        ("they were to meet again on 12 May", ["may-announced", "talks-stalled"]),
        ("they were to meet again on 12 May", ["nobody-said-it"]),
    ],
)
def test_where_there_is_something_to_judge_no_date_is_derived(says: str, statements: list[str], tiny: Dossier) -> None:
    values = tiny.event["may-round"].model_dump(exclude={"date"}) | {"statements": statements}
    said = [one.model_copy(update={"says": says}) if one.id == "may-announced" else one for one in tiny.statements]
    event = Event.model_validate(values)
    found = dates_of_events(replace(tiny, events=(event,), statements=tuple(said)))
    assert "date" not in found[id(event)]


def test_a_written_date_stays_as_it_is(seeds: Path) -> None:
    event = edited(seeds, ("  date: 1999-05-12\n", "  date: silent\n"), name="may-round")
    assert event.date is Nothing.SILENT
    assert shown(event.known_on) == "1999-05-03"


def test_an_event_without_a_date_was_known_on_the_first_day_on_which_it_was_reported(seeds: Path) -> None:
    # The refusal is dated, the other statement is as old as the paper.
    event = edited(seeds, ("  known_on: 1999-04-20\n", ""), name="lighthouse-round")
    assert event.date is Nothing.UNKNOWN
    assert shown(event.known_on) == "1999-04-20"
