"""The kinds of events: every status is used and has one meaning, and the field guide lists them as they are."""

from __future__ import annotations

import re

import pytest

from macros.models.event import Event
from macros.models.event_kind import (
    CALLED_OFF,
    DONE,
    KINDS,
    OPEN,
    STATUSES,
    TO_COME,
    EventKind,
    EventStatus,
)
from tests.conftest import ROOT


def test_every_kind_has_statuses_and_every_status_belongs_to_a_kind() -> None:
    assert {*STATUSES} == {*KINDS} == {*EventKind}
    assert {status for statuses in STATUSES.values() for status in statuses} == {*EventStatus}
    assert all(len(statuses) == len({*statuses}) for statuses in STATUSES.values())


def test_a_status_has_one_meaning() -> None:
    assert TO_COME < OPEN
    assert not DONE & OPEN
    assert not CALLED_OFF & (DONE | OPEN)
    assert {*EventStatus} == DONE | OPEN | CALLED_OFF | {EventStatus.DECLINED}


def test_the_field_guide_lists_the_statuses_of_each_kind() -> None:
    guide = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    table = guide.partition("| kind | statuses |\n")[2].partition("\n\n")[0].splitlines()[1:]
    listed: dict[str, tuple[str, ...]] = {}
    for row in table:
        kinds, statuses = (re.findall("`([^`]+)`", cell) for cell in row.strip("| ").split(" | "))
        listed |= dict.fromkeys(kinds, tuple(statuses))
    assert listed == STATUSES


@pytest.mark.parametrize(
    ("kind", "status", "decliner"),
    [
        ("meeting", "not-held", "silent"),
        ("agreement", "not-signed", "silent"),
        ("meeting", "held", None),
        ("attack", "did-not-happen", None),
    ],
)
def test_who_called_it_off_is_silent_unless_recorded(kind: str, status: str, decliner: str | None) -> None:
    values = {
        "id": "one", "title": "One", "kind": kind, "status": status, "date": "2001", "format": "silent", "venue": "silent",
        "statements": ["said-so"],
    }  # fmt: skip
    assert Event.model_validate(values).decliner == decliner
    assert Event.model_validate(values).ground == decliner
    refusal = {"by": "a", "date": "2001", "statement": "b", "ground": "silent"}
    assert Event.model_validate({**values, "refusals": [refusal]}).decliner is None
