from __future__ import annotations

import re

import pytest

from macros.models.date import parse_date
from macros.rendering.pages import environment


def words(macro: str, date: str, in_words: str | None = None) -> str:
    module = environment().get_template("parts/date.html.j2").module
    return re.sub(r"<[^>]+>", "", str(getattr(module, macro)(parse_date(date), in_words)))


@pytest.mark.parametrize(
    ("date", "label", "adverbial"),
    [
        ("2023-11-20", "20 November 2023", "on 20 November 2023"),
        ("2023-06", "June 2023", "in June 2023"),
        ("2023", "2023", "in 2023"),
        ("2023-10-04~", "about 4 October 2023", "about 4 October 2023"),
        ("2023-06?", "possibly June 2023", "in possibly June 2023"),
        ("/2023-11-18", "by 18 November 2023", "by 18 November 2023"),
        ("2023-10-25/", "since 25 October 2023", "since 25 October 2023"),
        ("2023-10-04/2023-10-06", "4 to 6 October 2023", "4 to 6 October 2023"),
        ("2023-10-31/2023-11-01", "31 October 2023 to 1 November 2023", "31 October 2023 to 1 November 2023"),
        ("2023-12/2024-01", "December 2023 to January 2024", "December 2023 to January 2024"),
        ("2023-11-18T13:12:00+04:00", "18 November 2023", "on 18 November 2023"),
    ],
)
def test_dates_in_words(date: str, label: str, adverbial: str) -> None:
    assert words("label", date) == label
    assert words("adverbial", date) == adverbial


def test_the_wording_of_the_source_takes_precedence() -> None:
    assert words("adverbial", "2023-06", "at the end of June 2023") == "at the end of June 2023"
