"""Who's who: the other names of an actor, each introduced as what it is."""

from __future__ import annotations

from dataclasses import replace

from macros.models.dossier import Dossier
from tests.rendering.bodies import body, soup


def test_a_place_is_called_and_a_spelling_is_written(tiny: Dossier) -> None:
    names = {"metonyms": ("Timbuktu",), "spellings": ("Upper Vel",)}
    actors = tuple(one.model_copy(update=names) if one.id == "upper-vell" else one for one in tiny.actors)
    page = soup(body(replace(tiny, actors=actors), "people/"))
    also = [one.get_text() for one in page.select("#upper-vell ~ .also")]
    assert also == ["Also called Timbuktu", "Also written Upper Vel"]
