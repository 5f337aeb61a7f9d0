from __future__ import annotations

import pytest

from macros.desk.migrations import (
    SeedText,
    Step,
    events_have_statuses_of_their_kind,
    quoted_voices_are_inside_others,
    silence_is_not_recorded,
)
from macros.loading.text_edits import TextEdits, node_of
from macros.loading.yaml_text import read_yaml


def migrated(step: Step, kind: str, text: str) -> tuple[str, list[str]]:
    """A file after one step, and what the step could not decide."""
    node = node_of(text)
    assert node
    seed = SeedText(kind, f"{kind}.yml", node, TextEdits(text))
    left = list(step(seed))
    return seed.edits.result(), [str(one) for one in left]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[a]", "[a]"),
        ("[a, b] # why", "[{by: b, through: [a]}] # why"),
        ("[a, b, c]", "[{by: c, through: [a, b]}]"),
        ("[{by: b, through: [a]}]", "[{by: b, through: [a]}]"),
    ],
)
def test_a_voice_is_inside_those_that_quote_it(old: str, new: str) -> None:
    text = "- id: x\n  passages:\n    - address: p1s1\n      voices: {}\n- id: y\n"
    assert migrated(quoted_voices_are_inside_others, "sources", text.format(old)) == (text.format(new), [])
    assert migrated(quoted_voices_are_inside_others, "events", text.format(old)) == (text.format(old), [])


def test_voices_in_lines_of_their_own_are_put_into_one_line_and_reported() -> None:
    text = "- passages:\n    - voices:\n        - a # who\n        - b\n      speech: direct\n"
    made, left = migrated(quoted_voices_are_inside_others, "sources", text)
    assert made == "- passages:\n    - voices:\n        [{by: b, through: [a]}]\n      speech: direct\n"
    assert left == ["sources.yml:3: the list of voices is in one line now; a comment in it was removed"]


def test_silence_goes_but_not_the_only_position_on_an_issue_or_one_with_a_comment() -> None:
    text = (
        "- {actor: a, issue: x, statements: [s]}\n"
        "- {actor: b, issue: x, nothing: silent}\n"
        "- {actor: b, issue: y, nothing: silent}\n"
        "- actor: c # why\n  issue: x\n  nothing: silent\n"
    )
    made, left = migrated(silence_is_not_recorded, "positions", text)
    assert made == text.replace("- {actor: b, issue: x, nothing: silent}\n", "")
    assert left == []
    assert migrated(silence_is_not_recorded, "gaps", text) == (text, [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: meeting, status: held", "kind: meeting, status: held"),
        ("kind: announcement, status: held", "kind: announcement, status: made"),
        ("kind: announcement, status: announced", "kind: announcement, status: announced"),
        ("kind: military-operation, status: not-held, decliner: silent, ground: silent", "kind: military-operation, status: did-not-happen"),
    ],
)  # fmt: skip
def test_an_event_has_a_status_of_its_kind(old: str, new: str) -> None:
    (made, left) = migrated(events_have_statuses_of_their_kind, "events", f"- {{{old}}}\n")
    assert read_yaml(made, "").value == read_yaml(f"- {{{new}}}\n", "").value
    assert left == []
    assert migrated(events_have_statuses_of_their_kind, "gaps", f"- {{{old}}}\n")[0] == f"- {{{old}}}\n"


def test_a_declined_announcement_is_left_to_the_editor() -> None:
    text = "- kind: announcement\n  status: declined\n"
    assert migrated(events_have_statuses_of_their_kind, "events", text) == (
        text,
        ["events.yml:2: an event of the kind 'announcement' cannot be 'declined': choose another kind or status"],
    )
