from __future__ import annotations

import pytest

from macros.desk.migrations import SeedText, Step, quoted_voices_are_inside_others, silence_is_not_recorded
from macros.loading.text_edits import TextEdits, node_of


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
