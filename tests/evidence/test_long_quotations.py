"""Long quotations: word for word, from one passage to the next, and no denial cut off."""

from __future__ import annotations

import pytest

from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.long_quotations import check_block, passages_of_block

FIRST = "We did not see " + " ".join(f"one{n}" for n in range(20)) + "."
SECOND = "Then came " + " ".join(f"two{n}" for n in range(20)) + " which nobody believed."
THIRD = "Then it ended."
PRINT = make_fingerprint("herald", {"p1s1": FIRST, "p1s2": SECOND, "p1s3": THIRD, "p1s4": FIRST})
ALL = tuple(PRINT.passage)


def _said(text: str, addresses: tuple[str, ...] = ALL) -> str:
    finding = check_block(text, addresses, PRINT)
    return f"{finding.message} ({finding.hint})" if finding else ""


def test_a_block_goes_on_into_the_next_passages() -> None:
    assert _said(f"{FIRST} {SECOND}") == ""
    assert _said(f"We did not see {FIRST[15:]} {SECOND} {THIRD}") == ""
    assert passages_of_block(f"{FIRST} {SECOND}", ALL, PRINT) == ["p1s1", "p1s2"]


def test_a_block_begins_and_ends_inside_a_passage() -> None:
    inside = f"{' '.join(f'one{n}' for n in range(8, 20))}. {' '.join(SECOND.split()[:16])}"
    assert _said(inside) == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one0 one1 one2", "has 3 words"),
        (" ".join(f"word{n}" for n in range(61)), "has 61 words"),
        (f"{FIRST} {SECOND.replace('two3', 'two33')}", "the words 'two1 two2 two33' are not there"),
        (f"{SECOND} {FIRST}", "its parts are there, but not in this order"),
        (f"{FIRST} […] {SECOND}", "is changed"),
        (f"{FIRST} Then came", "less than three words of a sentence"),
        (f"{' '.join(FIRST.split()[3:])} {SECOND}", "leaves out the denial before it, word 3 of p1s1"),
    ],
)
def test_a_wrong_block_is_reported(text: str, message: str) -> None:
    assert message in _said(text)


def test_passages_that_are_no_neighbours_have_no_block_together() -> None:
    assert "its parts are there" in _said(f"{SECOND} {FIRST}", ("p1s2", "p1s4"))


def test_a_block_does_not_end_before_a_denial() -> None:
    source = make_fingerprint("herald", {"p1s1": f"{' '.join(f'one{n}' for n in range(30))} will not pass."})
    text = " ".join(f"one{n}" for n in range(30))
    finding = check_block(f"{text} will", ["p1s1"], source)
    assert finding
    assert "leaves out the denial after it, word 32 of p1s1" in finding.message
