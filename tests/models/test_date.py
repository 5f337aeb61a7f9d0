from __future__ import annotations

from datetime import date, datetime

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from macros.models.date import parse_date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision", "vague"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year", (False, False)),
        ("2023-06", date(2023, 6, 1), date(2023, 6, 30), "month", (False, False)),
        ("2023-06~", date(2023, 6, 1), date(2023, 6, 30), "month", (True, False)),
        ("2023-10-04~", date(2023, 10, 4), date(2023, 10, 4), "day", (True, False)),
        ("2023-10-04?", date(2023, 10, 4), date(2023, 10, 4), "day", (False, True)),
        ("2023%", date(2023, 1, 1), date(2023, 12, 31), "year", (True, True)),
        ("2023-10-04/2023-10-06", date(2023, 10, 4), date(2023, 10, 6), "span", (False, False)),
        ("2023-10/2023-11-18", date(2023, 10, 1), date(2023, 11, 18), "span", (False, False)),
        ("/2023-11-18", None, date(2023, 11, 18), "span", (False, False)),
        ("2023-10-25/", date(2023, 10, 25), None, "span", (False, False)),
        ("2023-11-18T13:12:00+04:00", date(2023, 11, 18), date(2023, 11, 18), "day", (False, False)),
    ],
)
def test_a_date_means_what_it_says_and_no_more(
    text: str, earliest: date | None, latest: date | None, precision: str, vague: tuple[bool, bool]
) -> None:
    read = parse_date(text)
    assert (read.earliest, read.latest, read.precision) == (earliest, latest, precision)
    assert (read.approximate, read.uncertain) == vague
    assert read.text == text


@pytest.mark.parametrize(
    "text",
    ["", "2023-02-30", "2023-13", "2023-00", "20 November 2023", "~2023", "2023-22", "2023-1X", "2024/2023", "/", "../2023",
     "2023-11-18T25:00:00Z", "2023-11-20 ", "99999"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="'"):
        parse_date(text)


def test_dates_are_put_in_order_by_the_earliest_day_they_can_mean() -> None:
    texts = ["2023-11-20", "2023-11", "/2023-11-18", "2023-10-25/", "2023-10-04~", "2023"]
    ordered = sorted(texts, key=lambda text: parse_date(text).order)
    assert ordered == ["2023", "2023-10-04~", "2023-10-25/", "2023-11", "/2023-11-18", "2023-11-20"]


def test_only_a_calendar_day_is_exact() -> None:
    assert parse_date("2023-11-20").is_exact
    assert not parse_date("2023-11-20~").is_exact
    assert not parse_date("2023-11").is_exact


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["", "~", "?", "%"]), st.integers(0, 2))
def test_every_calendar_day_month_and_year_is_read(day: date, mark: str, cut: int) -> None:
    text = "-".join(day.isoformat().split("-")[: 3 - cut]) + mark
    read = parse_date(text)
    assert read.earliest is not None
    assert read.latest is not None
    assert read.earliest <= day <= read.latest


@given(st.text(max_size=30).filter(lambda text: text[:1] not in set("/0123456789")))
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


@pytest.mark.parametrize("text", ["2023-02-29", "0000", "2023-11-18T24:00:00Z", "２０２３-11-20", "2023-11-٠٥"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a d"):
        parse_date(text)
