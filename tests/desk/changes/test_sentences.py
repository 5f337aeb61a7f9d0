from __future__ import annotations

from pathlib import Path

import pytest

from macros.desk.changes.sentences import SentenceChange, sentence_changes, sentences
from macros.models.dossier import Dossier
from macros.site.build import Site
from macros.validation.pipeline import open_dossier
from tests.desk.changes.conftest import TINY


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>One. Two <b>and</b> more!</p><p>Three</p>", ["One.", "Two and more!", "Three"]),
        ("<p>“It is so.” He went. “No?” she asked.</p>", ["“It is so.”", "He went.", "“No?” she asked."]),
        ("<p>About 1.5 km, e.g. here</p>", ["About 1.5 km, e.g. here"]),
        ("<td>a</td><td>b</td><script>x. Y</script><style>z</style>", ["a", "b"]),
        ("<p>a <button>mark</button> b</p>", ["a", "mark", "b"]),
        ("<p>a <span popover>why</span> b</p>", ["a", "why b"]),
        ("<p>Он пришёл. Она ушла.</p>loose", ["Он пришёл.", "Она ушла.", "loose"]),
    ],
)
def test_a_page_is_read_sentence_by_sentence(html: str, found: list[str]) -> None:
    assert sentences(html) == found


def test_only_what_differs_is_marked() -> None:
    change = SentenceChange("The crews met in May.", "The crews did not meet in May.", ("x/",))
    before, after = change.marked
    assert "".join(text for _, text in before) == change.before
    assert "".join(text for _, text in after) == change.after
    assert [text for differs, text in before if differs] == ["met"]
    assert [text for differs, text in after if differs] == ["did not meet"]


class Fixed(Site):
    """A site whose pages are written by a test."""

    def __init__(self, dossier: Dossier, body: str) -> None:
        super().__init__(dossier)
        self._fixed = body

    def body(self, _page: object) -> str:
        return self._fixed


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("a|b|c", "a|b|c", []),
        ("The boats sail|The nets dry", "The boats sail", [("The nets dry", "")]),
        ("The boats sail", "The nets dry|The boats sail", [("", "The nets dry")]),
        (
            "It rains|The boats sail in May|The nets dry",
            "The boats sail in June|They quarrel loudly|The nets dry out",
            [("It rains", ""), ("The boats sail in May", "The boats sail in June"), ("", "They quarrel loudly"), ("The nets dry", "The nets dry out")],
        ),
        ("The boats sail in May", "Xxxx yyyy|The boats sail in June", [("", "Xxxx yyyy"), ("The boats sail in May", "The boats sail in June")]),
    ],
)  # fmt: skip
def test_sentences_at_the_same_place_are_paired_if_they_are_alike(
    before: str, after: str, found: list[tuple[str, str]], tiny: Dossier
) -> None:
    sites = [Fixed(tiny, "".join(f"<p>{text}</p>" for text in state.split("|"))) for state in (before, after)]
    changes = sentence_changes(*sites)
    assert [(change.before, change.after) for change in changes] == found
    assert len({change.pages for change in changes}) <= 1


def test_a_page_that_comes_or_goes_brings_or_takes_its_sentences(tiny: Dossier, minimal: Dossier) -> None:
    changes = sentence_changes(Site(minimal), Site(tiny))
    assert any(not change.before and "tracks/skarn-talks/" in change.pages for change in changes)
    assert sentence_changes(Site(tiny), Site(open_dossier(Path(TINY)))) == []
    assert all(change.after for change in sentence_changes(None, Site(minimal)))
