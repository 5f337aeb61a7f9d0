from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.evidence.copying import borrowed_runs
from macros.evidence.fingerprint import make_fingerprint

PASSAGES = {"p1s1": "one two three four five six seven eight nine", "p1s2": "ten eleven twelve thirteen"}
WORDS = " ".join(PASSAGES.values()).split()
PRINT = make_fingerprint("herald", PASSAGES)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("one two three four five six seven", []),
        ("one two three four five six seven eight", [("one two three four five six seven eight", "p1s1")]),
        ("so: One, two — three four (five) six seven EIGHT!", [("One two three four five six seven EIGHT", "p1s1")]),
        ("x five six seven eight nine ten eleven twelve y", [("five six seven eight nine ten eleven twelve", "p1s1")]),
        ("one two three four x five six seven eight", []),
        ("eight nine ten eleven twelve thirteen", []),
        ("none of these words are in the source at all", []),
        ("one two three\nfour five six\nseven eight", [("one two three four five six seven eight", "p1s1")]),
        ("óne twó three four five six seven eight", [("óne twó three four five six seven eight", "p1s1")]),
        ("one two three “four five six” seven eight", []),
        (
            "one two three “four five six” seven eight nine ten eleven",
            [("one two three four five six seven eight nine ten eleven", "p1s1")],
        ),
        ("“one two three four five” “six seven eight nine ten”", []),
    ],
)
def test_eight_words_in_a_row_are_borrowed_and_seven_are_not(text: str, runs: list[tuple[str, str]]) -> None:
    assert [(run.words, run.address) for run in borrowed_runs(text, PRINT)] == runs


@pytest.mark.parametrize("text", ["a b c d e f g h", "صلى الله عليه وسلم e f g h", "ﷺ-e-f-g-h"])
def test_a_run_with_few_characters_is_found(text: str) -> None:
    source = make_fingerprint("herald", {"p1s1": f"so {text} it is"})
    assert [run.address for run in borrowed_runs(text, source)] == ["p1s1"]


def test_each_run_is_reported_once() -> None:
    text = "one two three four five six seven eight nine and one two three four five six seven eight nine"
    assert len(list(borrowed_runs(text, PRINT))) == 2


@given(before=st.integers(0, 13), start=st.integers(0, 5), length=st.integers(8, 13))
def test_a_run_is_found_at_any_position(before: int, start: int, length: int) -> None:
    run = WORDS[start : start + length]
    text = " ".join([*(f"x{number}" for number in range(before)), *run, "and", "so", "on"])
    assert [found.words for found in borrowed_runs(text, PRINT)] == [" ".join(run)]


def test_two_long_quotations_side_by_side_are_borrowed() -> None:
    words = [f"word{number}" for number in range(40)]
    source = make_fingerprint("herald", {"p1s1": " ".join(words)})
    assert list(borrowed_runs(f"“{' '.join(words[:26])}”", source)) == []
    assert list(borrowed_runs(f"“{' '.join(words[:12])}”, “{' '.join(words[12:24])}”", source)) == []
    found = list(borrowed_runs(f"“{' '.join(words[:13])}”, “{' '.join(words[13:26])}”", source))
    assert [len(run.words.split()) for run in found] == [26]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("双方在十一月的谈判之前已经准备好了新的文件", "在十一月的谈判之前已经", "在十一月的谈判之前已经准备好了新的"),
        ("ผู้เฒ่าบอกว่าการเจรจาจะไม่สำเร็จในปีนี้", "ผู้เฒ่าบอกว่าการ", "ผู้เฒ่าบอกว่าการเจรจาจะไม่สำเร็จในปีนี้"),
    ],
)
def test_a_sentence_without_blanks_is_borrowed_too(text: str, short: str, long: str) -> None:
    source = make_fingerprint("herald", {"p1s1": text}, "xx")
    assert list(borrowed_runs(f"x {short} y", source)) == []
    assert [run.address for run in borrowed_runs(f"x {long} y", source)] == ["p1s1"]


def test_a_run_that_begins_with_words_from_elsewhere_is_found() -> None:
    texts = {
        "p1s1": "Then the fishers of the bay slept.",
        "p1s2": "Yesterday fishers of the bay went to sea before dawn again.",
    }
    source = make_fingerprint("herald", texts)
    found = list(borrowed_runs("the fishers of the bay went to sea before dawn", source))
    assert [(run.words, run.address) for run in found] == [("fishers of the bay went to sea before dawn", "p1s2")]
