from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import (
    DateParts,
    dates_in,
    parts_of,
    parts_of_a_time,
    plain,
    says_part_of_a_time,
    without_dates,
)
from macros.models.date import parse_date


def _parts(text: str) -> list[DateParts]:
    return [one.parts for one in dates_in(text, ENGLISH)]


@pytest.mark.parametrize(
    "text",
    [
        "28 February 2024",
        "28 February, 2024",
        "28th of February 2024",
        "the 28th day of February, 2024",
        "February 28, 2024",
        "February 28th, 2024",
        "February the 28th, 2024",
        "28 FEBRUARY 2024",
        "28 february 2024",
        "28 Feb 2024",
        "28 Feb. 2024",
        "Feb. 28, 2024",
        "28-Feb-2024",
        "2024-02-28",
        "2024/02/28",
        "2024.02.28",
        "20240228",
        "2024-02-28T13:00",
        "28/02/2024",
        "28.02.2024",
        "28.2.24",
        "02/28/2024",
        "28\u00a0February\u202f2024",
        "28\u2009Feb\u00adruary\u20032024",
        "28\n  February 2024",
        "28 Feb ’24",
        "２８ February ２０２４",
        "٢٨ February ٢٠٢٤",
        "2024\u201102\u201128",
        "2024年2月28日",
        "２０２４年２月２８日",
        "2024 年 2 月 28 日",
        "24年2月28號",
        "2024년 2월 28일",
    ],
)
def test_a_day_is_read_in_every_form(text: str) -> None:
    assert _parts(f"On {text}, it was signed.") == [(2024, 2, 28)]
    assert _parts(f"他们于{text}再次见面") == [(2024, 2, 28)]
    assert _parts(f"في{text}وقعت") == [(2024, 2, 28)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("28 Feb", [(None, 2, 28)]),
        ("the 28th of February", [(None, 2, 28)]),
        ("In February 2024", [(2024, 2, None)]),
        ("in February of 2024", [(2024, 2, None)]),
        ("in Feb. ’24", [(2024, 2, None)]),
        ("in Feb. ’87", [(1987, 2, None)]),
        ("02/2024", [(2024, 2, None)]),
        ("2024-02", [(2024, 2, None)]),
        ("In 2025", [(2025, None, None)]),
        ("mid-2025", [(2025, None, None)]),
        ("在2025年", [(2025, None, None)]),
        ("他们将于6月13日再次见面", [(None, 6, 13)]),
        ("2024年7月公众集会", [(2024, 7, None)]),
        ("自6月起", [(None, 6, None)]),
        ("6月12日至14日", [(None, 6, 12), (None, 6, 14)]),
        ("6月12-14日", [(None, 6, 12), (None, 6, 14)]),
        ("6月31日", [(None, 6, 31)]),
        ("于6 Feb举行", [(None, 2, 6)]),
        ("the 2030s", [(2030, None, None)]),
        ("in 2023/24", [(2023, None, None), (2024, None, None)]),
        ("in the June meeting", [(None, 6, None)]),
        ("31 June", [(None, 6, 31)]),
        ("27 to 29 June 2023", [(2023, 6, 27), (2023, 6, 29)]),
        ("27, 28 and 29 June", [(None, 6, 27), (None, 6, 28), (None, 6, 29)]),
        ("27–29 June", [(None, 6, 27), (None, 6, 29)]),
        ("June 27–29, 2023", [(2023, 6, 27), (2023, 6, 29)]),
        ("2023-06-27/2023-06-29", [(2023, 6, 27), (2023, 6, 29)]),
        ("In March 40 crews", [(None, 3, None)]),
        ("May 1,200 crews come", [(None, 5, None)]),
    ],
)
def test_a_date_has_the_parts_that_the_text_gives(text: str, parts: list[DateParts]) -> None:
    assert _parts(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "they may march",
        "Jan said",
        "2,024 crews",
        "$2024",
        "at 12:30",
        "Section 907",
        "Resolution 2046",
        "law No. 1999",
        "13.13.2024",
        "2024%",
        "3个月",
        "13月",
        "6月32日",
    ],
)
def test_other_words_and_numbers_are_no_dates(text: str) -> None:
    assert _parts(text) == []


def test_a_date_is_given_by_one_that_has_all_its_parts() -> None:
    given_ones = parts_of([parse_date("1999-05-12T10:00:00Z"), parse_date("1999-03~/1999-04-02"), parse_date("1998")])
    assert given_ones == {(1999, 5, 12), (1999, 3, None), (1999, 4, 2), (1998, None, None)}
    for text, is_given in (
        ("12 May", True),
        ("12 May 1999", True),
        ("May 1999", True),
        ("12 May 1998", False),
        ("March", True),
        ("12 March", False),
        ("2 April", True),
        ("in 1998", True),
        ("April 1998", False),
    ):
        assert dates_in(text, ENGLISH)[0].is_among(given_ones) is is_given, text


def test_a_date_is_after_a_day_only_if_its_year_is_known() -> None:
    day = date(1999, 5, 3)
    later = {text: dates_in(text, ENGLISH)[0].is_after(day) for text in ("4 May 1999", "June 1999", "in 2000")}
    assert all(later.values())
    assert not any(dates_in(text, ENGLISH)[0].is_after(day) for text in ("3 May 1999", "May 1999", "in 1999", "June"))


def test_a_part_of_a_time_is_known_by_its_word() -> None:
    found = parts_of_a_time("At the end of June 2023 and in late 1999, mid-2024 or early on", ENGLISH)
    assert found == ["At the end of", "late", "mid"]
    assert says_part_of_a_time("At the end of", "by the end of summer")
    assert not says_part_of_a_time("at the end of", "at the beginning of June, unending")
    assert not says_part_of_a_time("late", "lately")
    assert parts_of_a_time("于 late 2024举行", ENGLISH) == ["late"]


@given(st.text(alphabet=st.characters()) | st.text(alphabet="0123456789 .,/-–’MayFeb年月日至"))
def test_any_text_can_be_read(text: str) -> None:
    rest = plain(text)
    found = dates_in(text, ENGLISH)
    assert len(without_dates(text, ENGLISH)) == len(rest)
    assert all(0 <= one.start < one.end <= len(rest) for one in found)
