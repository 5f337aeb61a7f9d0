from __future__ import annotations

import pytest

from macros.models.dossier import Dossier
from tests.rendering.bodies import trees


def _notes(dossier: Dossier, name: str) -> list[str]:
    """The notes of a statement and of its passages."""
    statement = dossier.statement[name]
    passages = [dossier.passage(statement.source, address) for address in statement.passages]
    return [note.text for note in (*statement.notes, *(note for passage in passages for note in passage.notes))]


def _plain(text: str) -> str:
    return " ".join(text.replace("“", "").replace("”", "").split())


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_a_note_on_a_statement_is_on_every_page_that_shows_it_once(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    for address, tree in trees(dossier).items():
        text = _plain(tree.get_text())
        for name in {str(said["data-statement"]) for said in tree.select("[data-statement]")}:
            for note in _notes(dossier, name):
                assert text.count(_plain(note)) == 1, (address, name)


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_a_note_on_an_event_is_on_every_page_that_shows_it_once(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    noted = [event for event in dossier.events if event.notes]
    for event in noted:
        pages = {"": True, "timeline/": True, "tracks/": event.kind == "meeting", f"tracks/{event.track}/": event.track}
        for address in (address for address, shows in pages.items() if shows):
            text = _plain(trees(dossier)[address].get_text())
            for note in event.notes:
                assert text.count(_plain(note.text)) == 1, (address, event.id)
    assert noted or which == "tiny"


def test_a_mark_says_that_it_opens_a_note(shipped: Dossier) -> None:
    marks = trees(shipped)["argument/"].select("button.cite")
    noted = [mark for mark in marks if mark.get_text().endswith(", note")]
    assert noted
    for mark in noted:
        opened = trees(shipped)["argument/"].find(id=mark["popovertarget"])
        assert opened is not None
        assert opened.select_one(".ours__label") is not None
