from __future__ import annotations

from macros.problems.problem import DossierError, Place, Problem, printable, shortened

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


def test_control_characters_are_written_as_escapes() -> None:
    assert printable("a\x1b[2J\u202eb\udcff") == r"a\x1b[2J\u202eb\udcff"
    assert str(Problem(Place("a\n.yml", 1, 1), "x\x07", "y")) == r"a\n.yml:1:1: x\x07: y"


def test_a_long_text_is_cut() -> None:
    assert shortened("a" * 80) == "a" * 80
    assert shortened("a" * 81) == "a" * 79 + "…"
