from __future__ import annotations

from datetime import date

import pytest

from macros.models.date import parse_date
from macros.models.part_of_a_time import narrowed


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("2023-06", "at the end of June 2023", (6, 21), (6, 30)),
        ("2023-06", "at the very end of June", (6, 21), (6, 30)),
        ("2023-06~", "possibly in late June 2023", (6, 21), (6, 30)),
        ("2023-06", "early in June", (6, 1), (6, 10)),
        ("2023-06", "at the beginning of the month", (6, 1), (6, 10)),
        ("2023-06", "in mid-June", (6, 11), (6, 20)),
        ("2023-02", "towards the middle of February", (2, 10), (2, 18)),
        ("2023", "early in 2023", (1, 1), (5, 1)),
        ("2023", "at the end of the year", (9, 1), (12, 31)),
        # Words that name another time, or none.
        ("2023", "in late June", (1, 1), (12, 31)),
        ("2023-06", "late in 2023", (6, 1), (6, 30)),
        ("2023-06", "in late summer", (6, 1), (6, 30)),
        ("2023-06", "before the end of June", (6, 1), (6, 30)),
        ("2023-06", "about two months before July", (6, 1), (6, 30)),
        ("2023-06-20", "at the end of June", (6, 20), (6, 20)),
        ("[2023-06..2023-07]", "at the end of June", (6, 1), (7, 31)),
    ],
)
def test_the_words_of_a_date_narrow_it(text: str, words: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    read = narrowed(parse_date(text), words)
    assert (read.earliest, read.latest) == (date(2023, *first), date(2023, *last))
    assert read.text == text
    assert narrowed(parse_date(text), None) == parse_date(text)


@pytest.mark.parametrize("words", ["in mıd June 2023", "at the mİddle of June 2023"])
def test_words_that_only_look_like_a_part_of_a_month_narrow_nothing(words: str) -> None:
    date = parse_date("2023-06")
    assert narrowed(date, words) == date
