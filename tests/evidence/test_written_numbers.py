from __future__ import annotations

import pytest

from macros.evidence.cue_words import ENGLISH
from macros.evidence.written_dates import plain
from macros.evidence.written_numbers import digits_in, numbers_in


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("four days", "4 days"),
        ("twenty-five boats", "25 boats"),
        ("thirty-one boats", "31 boats"),
        ("1,200 crews", "1200 crews"),
        ("40 per cent", "40%"),
        ("40 percent", "40 %"),
        ("$5 million", "5 million dollars"),
        ("€5m", "5 million euros"),
        ("5bn", "5 billion"),
        ("Twice on Monday", "twice on MONDAY"),
        ("three million", "3 million"),
        ("a dozen", "the dozen"),
        ("a three-week truce", "3 weeks"),
        ("77km", "77 km"),
        ("77كم", "77 كم"),
        ("每一方都要500平方公里", "500"),
        ("于是，500艘船", "500"),
        ("共计5m欧元，five艘", "5 million, five"),
        ("花了500万", "500万"),
        ("بنسبة٧٧٫٥٪", "77.5%"),
    ],
)
def test_the_same_number_can_be_typed_in_several_ways(text: str, other: str) -> None:
    needs, others = (set().union(*numbers_in(plain(one), ENGLISH).values()) for one in (text, other))
    assert needs
    assert needs == others


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("1,200 crews", "1.200 crews"),
        ("3-5 boats", "3.5 boats"),
        ("5 degrees", "-5 degrees"),
        ("$5 million", "€5 million"),
        ("$5 million", "$5 billion"),
        ("40%", "40 crews"),
        ("half", "twice"),
        ("three weeks", "three months"),
        ("five", "six"),
        ("500万", "500"),
        ("5m2", "5m"),
        ("都要500平方公里", "都要300平方公里"),
    ],
)
def test_another_number_is_another(text: str, other: str) -> None:
    needs, others = (set().union(*numbers_in(plain(one), ENGLISH).values()) for one in (text, other))
    assert needs != others


def test_other_words_are_no_numbers() -> None:
    assert numbers_in("one of them wrote p4s2 often, a tensor, v2.3 and Т72", ENGLISH) == {}


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1,200 crews", {"1200"}),
        ("1.200 Boote", {"1200"}),
        ("1 200 000 bateaux", {"1200000"}),
        ("3,5 Prozent", {"3.5"}),
        ("3.5 per cent", {"3.5"}),
        ("٣٠٠ كيلومتر", {"300"}),
        ("都要300平方公里, twenty of 40%", {"300", "40"}),
        ("花了500万", {"500万"}),
        ("twice on Monday", set()),
    ],
)
def test_digits_are_read_alike_in_every_language(text: str, digits: set[str]) -> None:
    assert digits_in(plain(text), ENGLISH) == digits
