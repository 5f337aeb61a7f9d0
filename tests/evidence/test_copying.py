from __future__ import annotations

import pytest

from macros.evidence.copying import borrowed_runs
from macros.evidence.fingerprint import fingerprint

PRINT = fingerprint(
    "herald", {"p1s1": "one two three four five six seven eight nine", "p1s2": "ten eleven twelve thirteen"}
)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("one two three four five six seven", []),
        ("one two three four five six seven eight", [("one two three four five six seven eight", "p1s1")]),
        ("so: One, two — three four (five) six seven EIGHT!", [("One two three four five six seven EIGHT", "p1s1")]),
        ("x five six seven eight nine ten eleven twelve y", [("five six seven eight nine ten eleven twelve", "p1s1")]),
        ("one two three four x five six seven eight", []),
        ("eight nine ten eleven twelve thirteen", []),
        ("nothing of the kind stands in this text at all", []),
    ],
)
def test_eight_words_in_a_row_are_borrowed_and_seven_are_not(text: str, runs: list[tuple[str, str]]) -> None:
    assert [(run.words, run.address) for run in borrowed_runs(text, PRINT)] == runs


def test_each_run_is_told_once() -> None:
    text = "one two three four five six seven eight nine and one two three four five six seven eight nine"
    assert len(list(borrowed_runs(text, PRINT))) == 2
