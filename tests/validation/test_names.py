"""Names in narrative, in scripts whose letters change when their case does."""

from __future__ import annotations

import pytest

from macros.evidence.cue_words import ENGLISH
from macros.models.dossier import Dossier
from macros.validation.names import Names


@pytest.mark.parametrize(
    ("name", "text", "is_named"),
    [
        ("İlham", "So İlham said.", True),
        ("ışık", "Işık said.", True),
        ("ßen", "Ssen said.", True),
        ("ßen", "Sen said.", False),
        ("Երևան", "Երևան said.", True),
        ("თბილისი", "თბილისი said.", True),
        ("the keeper", "Keeper and the keeper said.", True),
        ("the Post", "The post said.", False),
    ],
)
def test_a_name_is_found_as_it_is_written_in_a_sentence(tiny: Dossier, name: str, text: str, *, is_named: bool) -> None:
    actor = tiny.actors[0].model_copy(update={"name": name, "short": name, "metonyms": (), "spellings": ()})
    names = Names([actor], ENGLISH)
    assert names.in_text(text) == ({actor.id} if is_named else set())
    assert bool(names.speaking_in(text)) == is_named
