from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.models.date import ExactDay, OnceDate, is_certainly_after, parse_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "form"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "one"),
        ("2023-06~", date(2023, 6, 1), date(2023, 6, 30), "one"),
        ("2023-10-04?", date(2023, 10, 4), date(2023, 10, 4), "one"),
        ("2023-10-04/2023-10-06", date(2023, 10, 4), date(2023, 10, 6), "span"),
        ("2023-10~/2023-11-18?", date(2023, 10, 1), date(2023, 11, 18), "span"),
        ("/2023-11-18", None, date(2023, 11, 18), "span"),
        ("2023-10-25/", date(2023, 10, 25), None, "span"),
        ("2023-10-25/..", date(2023, 10, 25), None, "span"),
        ("[2023-10-04..2023-10-06]", date(2023, 10, 4), date(2023, 10, 6), "one-of"),
        ("[..2023-11-18]", None, date(2023, 11, 18), "one-of"),
        ("[2023-10..]", date(2023, 10, 1), None, "one-of"),
        ("2023-11-18T13:12:00+04:00", date(2023, 11, 18), date(2023, 11, 18), "one"),
    ],
)
def test_a_date_means_what_it_says_and_no_more(
    text: str, earliest: date | None, latest: date | None, form: str
) -> None:
    read = parse_date(text)
    assert (read.earliest, read.latest, read.form) == (earliest, latest, form)
    assert read.text == text
    assert read.is_open == text.endswith("..")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("2023", [(False, False)]),
        ("2023~", [(True, False)]),
        ("2023-10?", [(False, True)]),
        ("2023-10-04%", [(True, True)]),
        ("2023-10-04~/2023-10-06?", [(True, False), (False, True)]),
        ("/2023-10-06%", [(True, True)]),
    ],
)
def test_each_moment_keeps_its_marks_of_doubt(text: str, marks: list[tuple[bool, bool]]) -> None:
    assert [(moment.approximate, moment.uncertain) for moment in parse_date(text).moments] == marks


def test_dates_are_put_in_order_by_the_earliest_day_they_can_mean() -> None:
    texts = ["2023-11-20", "2023-11", "2023-10-25/", "2023-10-04~", "2023", "[2023-10-05..2023-12-24]"]
    ordered = sorted(texts, key=lambda text: parse_date(text).order)
    assert ordered == ["2023", "2023-10-04~", "[2023-10-05..2023-12-24]", "2023-10-25/", "2023-11", "2023-11-20"]


@pytest.mark.parametrize("text", ["/2023-11-18", "../2023-11-18", "[..2023-11-18]"])
def test_what_ended_on_a_day_stands_before_what_may_have_followed_from_it(text: str) -> None:
    ordered = sorted([text, "2023-10-25", "2023-11-16", "2023-11-20"], key=lambda text: parse_date(text).order)
    assert ordered == ["2023-10-25", text, "2023-11-16", "2023-11-20"]


@pytest.mark.parametrize(
    ("text", "is_exact", "is_certain"),
    [
        ("2023-11-20", True, True),
        ("2023-11-18T13:12:00+04:00", True, True),
        ("2023-11-20/2023-11-22", False, True),
        ("2023-11-20~", False, False),
        ("2023-11-20/2023-11-22?", False, False),
        ("2023-11", False, False),
        ("/2023-11-20", False, False),
        ("2023-11-20/..", False, False),
        ("[2023-11-20..2023-11-22]", False, False),
    ],
)
def test_only_a_calendar_day_is_exact_and_only_whole_days_are_certain(
    text: str, *, is_exact: bool, is_certain: bool
) -> None:
    assert (parse_date(text).is_exact, parse_date(text).is_certain) == (is_exact, is_certain)


def test_nothing_is_certainly_after_a_date_that_is_not_given() -> None:
    assert not is_certainly_after(parse_date("2023"), None)
    assert not is_certainly_after(parse_date("2023"), parse_date("2022/.."))
    assert is_certainly_after(parse_date("2023"), parse_date("[..2022]"))


def test_a_day_that_we_know_ourselves_is_exact() -> None:
    adapter = TypeAdapter(ExactDay)
    assert adapter.validate_python("2023-11-18").is_exact
    for vague in ("2023-11", "2023-11-18?", "/2023-11-18"):
        with pytest.raises(ValidationError, match="is not one exact day; write 2023-11-20"):
            adapter.validate_python(vague)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("/2023-11-18", "[..2023-11-18]"),
        ("../2023-11", "[..2023-11]"),
        ("2023~/", "[2023..]"),
        ("2023-10-04/..", "[2023-10-04..]"),
    ],
)
def test_what_was_said_once_does_not_last(text: str, advice: str) -> None:
    adapter = TypeAdapter(OnceDate)
    for once in ("2023", "2023-10-04/2023-10-06", advice):
        assert adapter.validate_python(once).text == once
    with pytest.raises(ValidationError, match=re.escape(f'write "{advice}" if the day is not known')):
        adapter.validate_python(text)


@given(st.dates(max_value=date(9998, 12, 31)), st.sampled_from(["", "~", "?", "%"]), st.integers(0, 2))
def test_every_calendar_day_month_and_year_is_read(day: date, mark: str, cut: int) -> None:
    text = "-".join(day.isoformat().split("-")[: 3 - cut]) + mark
    read = parse_date(text)
    assert read.earliest is not None
    assert read.latest is not None
    assert read.earliest <= day <= read.latest


@given(st.text(max_size=30).filter(lambda text: text[:1] not in set("/0123456789.[")))
def test_any_other_text_is_refused_and_nothing_worse(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date in a form that can be read"):
        parse_date(text)


def by_edtf(text: str) -> tuple[date, date]:
    """What the edtf package reads: the first and the last day."""
    read = parse_edtf(text)
    return date(*read.lower_strict()[:3]), date(*read.upper_strict()[:3])


@given(
    st.dates(min_value=date(1000, 1, 1), max_value=date(9998, 12, 31)),
    st.sampled_from(["", "~", "?", "%"]),
    st.integers(0, 2),
)
def test_a_date_is_read_as_the_edtf_package_reads_it(day: date, mark: str, cut: int) -> None:
    text = "-".join(day.isoformat().split("-")[: 3 - cut]) + mark
    assert (parse_date(text).earliest, parse_date(text).latest) == by_edtf(text)


@given(st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9998, 12, 31)), st.integers(-12, 13))
def test_a_time_is_read_as_the_edtf_package_reads_it(moment: datetime, hours: int) -> None:
    zone = f"{'-' if hours < 0 else '+'}{abs(hours):02}:00" if hours else "Z"
    text = f"{moment.replace(microsecond=0).isoformat()}{zone}"
    assert (parse_date(text).earliest, parse_date(text).latest) == by_edtf(text)
