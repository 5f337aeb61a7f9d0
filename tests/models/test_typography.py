from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import text

from macros.models.typography import capital_first, folded, lower_first


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("the crews", "The crews"),
        ("élan", "Élan"),
        ("თბილისი", "თბილისი"),
        ("ǆungla", "ǅungla"),
        ("երևան", "Երևան"),
        ("“the boats” sank", "“the boats” sank"),
        ("القاهرة", "القاهرة"),
        ("", ""),
    ],
)
def test_the_first_letter_becomes_a_capital_if_its_script_has_one_for_sentences(typed: str, written: str) -> None:
    assert capital_first(typed) == written


def test_a_date_in_a_sentence_begins_small() -> None:
    assert lower_first("About June") == "about June"


@given(text())
def test_every_letter_of_the_form_has_its_place(typed: str) -> None:
    form, places = folded(typed)
    assert len(places) == len(form) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(typed)
    assert folded(form)[0] == form


@given(text(), text())
def test_the_form_of_two_texts_is_that_of_each(one: str, other: str) -> None:
    assert folded(f"{one} {other}")[0] == f"{folded(one)[0]} {folded(other)[0]}"
