from __future__ import annotations

import pytest

from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.quotations import check_quotation, quotations_in, without_quotations

PRINT = make_fingerprint(
    "herald",
    {
        "p1s1": "The old keeper of the light was not at all partial, he said to the fishers of the bay.",
        "p1s2": "Honesty does not fill nets.",
        "p2s1": " ".join(f"word{n}" for n in range(40)),
    },
)


@pytest.mark.parametrize(
    "quotation",
    [
        "keeper of the light",
        "Keeper of the LIGHT was",
        "the old keeper … he said to",
        "the old keeper ... he said to",
        "the old keeper [of a lighthouse] was not at",
        "does not fill",
        " ".join(f"word{n}" for n in range(25)),
    ],
)
def test_a_correct_quotation_passes(quotation: str) -> None:
    assert check_quotation(quotation, ["p1s1", "p1s2", "p2s1"], PRINT) is None


@pytest.mark.parametrize(
    ("quotation", "message", "hint"),
    [
        ("the light", "has 2 words", "3 to 25 words are allowed"),
        (" ".join(f"word{n}" for n in range(26)), "has 26 words", "3 to 25 words are allowed"),
        ("Honesty does not fill nets", "is the whole passage p1s2", "quote only a part of it"),
        (
            "the old keeper … partial",
            "the part 'partial' of the quotation is too short to verify",
            "each part needs at least 3 words",
        ),
        ("keeper of the lamp", "is not in p1s1", "the nearest passage is p1s1; the first word that differs is 'lamp'"),
        ("he said to … the old keeper", "is not in p1s1", "'he said to' is in p1s1"),
        ("does not fill", "is not in p1s1", "'does not fill' is in p1s2"),
        ("never was heard here", "is not in p1s1", "no passage has the words 'never was heard'"),
        ("the old keeper [wept] of light was", "is not in p1s1", "no passage has the words 'of light was'"),
    ],
)
def test_a_wrong_quotation_is_reported_with_a_hint(quotation: str, message: str, hint: str) -> None:
    finding = check_quotation(quotation, ["p1s1"] if message != "is the whole passage p1s2" else ["p1s2"], PRINT)
    if "26" in message:
        finding = check_quotation(quotation, ["p2s1"], PRINT)
    assert finding is not None
    assert message in finding.message
    assert finding.hint == hint


def test_a_passage_without_a_fingerprint_matches_no_quotation() -> None:
    finding = check_quotation("keeper of the light", ["p9s9"], PRINT)
    assert finding is not None
    assert finding.message == "the quotation “keeper of the light” is not in any passage"


def test_quotations_are_separated_from_the_other_text() -> None:
    assert quotations_in("a “b c” d “e”") == ["b c", "e"]
    assert without_quotations("a “b c” d") == ["a ", " d"]
