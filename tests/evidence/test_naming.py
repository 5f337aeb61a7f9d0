from __future__ import annotations

from dataclasses import replace

import pytest

from macros.evidence.fingerprint import make_fingerprint
from macros.evidence.naming import is_written
from macros.models.dossier import Dossier
from tests.rendering.bodies import body, text_of

_TEXT = {
    "p1s1": "The herring talks on Skarn rest, Chapel Hill wrote to the Council of the Bay.",
    "p2s1": "Everybody else went home to mend nets.",
}


@pytest.fixture(scope="module")
def told(tiny: Dossier) -> Dossier:
    """The small dossier with another text as its source."""
    source = tiny.source["herald-17"]
    first, second = source.passages[2:4]
    passages = (
        first.model_copy(update={"starts": "The herring talks on Skarn", "ends": "the Bay"}),
        second.model_copy(update={"starts": "Everybody else", "ends": "in Timbuktu"}),
    )
    said = tiny.statement["tarn-refuses"].model_copy(update={"says": "nobody came, “Chapel Hill wrote” to others"})
    return replace(
        tiny,
        sources=(source.model_copy(update={"passages": passages}),),
        fingerprints=(make_fingerprint(source.id, _TEXT),),
        statements=(said,),
    )


@pytest.mark.parametrize("name", ["Skarn", "Chapel Hill", "Chapel", "the Council of the Bay"])
def test_a_name_is_written_where_a_passage_has_it(told: Dossier, name: str) -> None:
    assert is_written(told, name)


@pytest.mark.parametrize("name", ["Timbuktu", "nets", "the council of Skarn"])
def test_a_name_is_not_written_if_no_passage_is_known_to_have_it(told: Dossier, name: str) -> None:
    assert not is_written(told, name)


def test_a_source_seen_in_excerpt_proves_no_name(minimal: Dossier) -> None:
    assert not is_written(minimal, "door is open")


def test_a_page_says_only_of_names_in_a_passage_that_the_source_uses_them(tiny: Dossier) -> None:
    council = tiny.actor["skarn-council"].model_copy(update={"metonyms": ("the herring talks", "Timbuktu")})
    actors = tuple(council if actor.id == council.id else actor for actor in tiny.actors)
    text = text_of(body(replace(tiny, actors=actors), "people/"))
    assert "The source also uses the herring talks." in text
    assert "Also called Timbuktu" in text
