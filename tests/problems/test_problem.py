from __future__ import annotations

import pytest

from macros.problems.problem import DossierError, Place, Problem, did_you_mean, printable, shortened

EARLY = Problem(Place("b.yml", 2, 1), "", "the file is empty")
LATE = Problem(Place("a.yml", 1, 1), "event x", "there is no actor 'y'", "did you mean 'z'?")


def test_problems_are_ordered_by_stage_and_then_by_place() -> None:
    assert str(DossierError([EARLY], [LATE])).splitlines() == [
        "b.yml:2:1: the file is empty",
        "a.yml:1:1: event x: there is no actor 'y' (did you mean 'z'?)",
    ]
    assert DossierError([EARLY, LATE]).problems == (LATE, EARLY)


def test_a_later_stage_does_not_report_a_place_again() -> None:
    follows = Problem(EARLY.place, "", "so something else is wrong too")
    assert DossierError([EARLY], [follows]).problems == (EARLY,)
    assert DossierError([EARLY, follows, EARLY]).problems == (follows, EARLY)


def test_the_same_problem_of_several_records_is_one_with_all_places() -> None:
    alike = [
        Problem(Place("a.yml", line, 3), f"event e{line}", "there is no field 'x'", "remove it") for line in (9, 2)
    ]
    assert str(DossierError(alike)) == (
        "a.yml:2:3: event e2: there is no field 'x' (remove it; and in 1 other place: a.yml:9)"
    )


def test_of_very_many_places_some_are_listed() -> None:
    alike = [Problem(Place("a.yml", line, 3), "", "it is wrong") for line in range(1, 21)]
    (problem,) = DossierError(alike).problems
    assert problem.hint.startswith("and in 19 other places: a.yml:2, a.yml:3,")
    assert problem.hint.endswith("a.yml:13 and 7 more")


def test_one_place_is_not_listed_as_another() -> None:
    twice = [Problem(Place("a.yml", 1, 3, width), "", "it is wrong") for width in (1, 2)]
    assert [problem.hint for problem in DossierError(twice).problems] == [""]


def test_control_characters_are_written_as_escapes() -> None:
    assert printable("a\x1b[2J\u202eb\udcff") == r"a\x1b[2J\u202eb\udcff"
    assert str(Problem(Place("a\n.yml", 1, 1), "x\x07", "y")) == r"a\n.yml:1:1: x\x07: y"


def test_a_long_text_is_cut() -> None:
    assert shortened("a" * 80) == "a" * 80
    assert shortened("a" * 81) == "a" * 79 + "…"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("arguedd", "did you mean 'argued'?"),
        ("compalined", "did you mean 'complained'?"),
        ("accused", "one of: argued, complained, stated"),
        ("claimed", "one of: argued, complained, stated"),
        ("noted", "one of: argued, complained, stated"),
        ("", "one of: argued, complained, stated"),
    ],
)
def test_only_a_near_word_is_suggested_and_otherwise_all_are_listed(word: str, hint: str) -> None:
    assert did_you_mean(word, ["stated", "argued", "complained"]) == hint


def test_a_long_list_of_names_is_not_printed_but_a_fixed_list_is() -> None:
    names = [f"{letter}{letter}" for letter in "abcdefghijklm"]
    assert did_you_mean("x", names) == ""
    assert did_you_mean("x", names, len(names)) == f"one of: {', '.join(names)}"
