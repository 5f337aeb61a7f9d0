"""Which dates `nox -s draft` writes: what is past is never placed after the publication, and what is ambiguous is left out."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("sentencex", reason="`nox -s tests` installs what drafting needs")

from macros.desk.draft.dates import dates_in

FRIDAY = date(2024, 5, 10)


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "The bridge fell last June.", ("2023-06",)),
        ("en", "The bridge fell last May.", ("2023-05",)),
        ("en", "The bridge fell in October.", ("2023-10",)),
        ("en", "The bridge opens in October.", ()),
        ("en", "The bridge can open again from June.", ("2024-06",)),
        ("en", "The bridge will reopen in March.", ("2025-03",)),
        ("en", "The bridge will reopen in May.", ("2024-05",)),
        ("en", "The bridge reopens next May.", ("2025-05",)),
        ("en", "The bridge was due in June.", ()),
        ("fr", "Le pont est tombé en juin dernier.", ("2023-06",)),
        ("fr", "Le vote aura lieu en juin.", ("2024-06",)),
        ("fr", "Le vote a eu lieu en octobre.", ()),
        ("fr", "Le pont ferme, jusqu’au 3 juin", ("2024-06-03",)),
        ("de", "Am Montag wird gewählt.", ("2024-05-13",)),
        ("fi", "Silta avattiin maanantaina.", ("2024-05-06",)),
    ],
)
def test_a_date_without_a_year_is_placed_by_the_words_around_it(
    language: str, text: str, dates: tuple[str, ...]
) -> None:
    assert dates_in(text, language, FRIDAY) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On Monday, the council voted.", ("2024-05-06",)),
        ("On Monday, the council will vote.", ("2024-05-13",)),
        ("On Friday the council sat.", ("2024-05-10",)),
        ("The council sat last Friday.", ("2024-05-03",)),
        ("The council will sit on Friday.", ("2024-05-17",)),
        ("The council could sit on Friday.", ()),
        ("The council, by Friday.", ()),
        ("Crews pulled boats and nets from the sea on Tuesday.", ("2024-05-07",)),
        ("The council had scheduled the vote for Friday.", ()),
        ("He said on Friday it will rain.", ("2024-05-10",)),
    ],
)
def test_a_day_of_the_week_is_the_last_one_unless_the_sentence_looks_ahead(text: str, dates: tuple[str, ...]) -> None:
    assert dates_in(text, "en", FRIDAY) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It ran in the 1880s and 1890s, not in the 1900s.", ("1880/1889", "1890/1899")),
        ("It came on Nov. 29, after Flight 1549 and 1549 boats.", ("2023-11-29",)),
        ("Since 1884 it ran; the plan of 2021-25 ends it.", ("1884", "2021", "2025")),
        ("The vote is due on 31 June 2024.", ()),
    ],
)
def test_short_months_and_years_are_read(text: str, dates: tuple[str, ...]) -> None:
    assert dates_in(text, "en", FRIDAY) == dates


@pytest.mark.parametrize(
    ("language", "dates"), [("en", ("2024-05-05",)), ("en-GB", ("2024-04-03", "2024-05-05")), ("fr", ("2024-04-03", "2024-05-05"))]
)  # fmt: skip
def test_a_day_that_could_be_a_month_is_left_out_where_either_comes_first(
    language: str, dates: tuple[str, ...]
) -> None:
    assert dates_in("3/4/2024, 5/5/2024", language, FRIDAY) == dates


def test_the_first_and_the_last_year_have_neighbours_on_one_side_only() -> None:
    assert dates_in("It fell in June.", "en", date(1, 5, 10)) == ()
    assert dates_in("It will fall in April.", "en", date(9999, 5, 10)) == ()
