from __future__ import annotations

import pytest

from macros.models.actor import Actor
from macros.models.dossier import Dossier
from macros.rendering.attribution import Attribution
from tests.rendering.bodies import trees


def names(actor: Actor) -> list[str]:
    return [name.casefold() for name in (actor.name, actor.short)]


@pytest.mark.parametrize("which", ["shipped", "tiny"])
def test_every_statement_is_shown_with_all_its_speakers(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    shown = set()
    for address, tree in trees(dossier).items():
        for said in tree.select("[data-statement]"):
            statement = dossier.statement[str(said["data-statement"])]
            place = said.find_parent(["div", "p", "li", "dd", "td"])
            assert place is not None
            block = place.find_parent(class_="statement") or place
            text = " ".join(block.get_text(" ").split()).casefold()
            outlet = dossier.actor[dossier.source[statement.source].publisher]
            sentence = " ".join(said.get_text(" ").split()).casefold()
            for level in statement.chain:
                assert any(name in sentence for name in names(dossier.actor[level.speaker])), (address, statement.id)
            assert any(name in text for name in names(outlet)), (address, statement.id)
            shown.add(statement.id)
    assert shown == set(dossier.statement)


def test_an_actor_is_introduced_in_full_once_and_short_later(shipped: Dossier) -> None:
    attribution = Attribution(shipped)
    first = attribution.of("klaar-no-brussels-meeting")
    assert first.innermost
    assert first.innermost.speaker.name == "Toivo Klaar"
    assert first.innermost.speaker.role == "the EU’s special representative for the South Caucasus"
    assert [voice.speaker.name for voice in first.between] == ["Sergei Markedonov"]
    assert first.outlet.is_first
    second = attribution.of("klaar-no-brussels-meeting")
    assert second.innermost
    assert (second.innermost.speaker.name, second.innermost.speaker.role) == ("Klaar", None)
    assert [voice.speaker.name for voice in second.between] == ["Markedonov"]
    assert not second.outlet.is_first


def test_a_role_that_the_actor_did_not_have_on_the_day_is_not_given(shipped: Dossier) -> None:
    klaar = shipped.actor["klaar"]
    statement = shipped.statement["klaar-no-brussels-meeting"]
    early = klaar.model_copy(update={"roles": (klaar.roles[0].model_copy(update={"during": shipped.cover.as_of}),)})
    changed = Dossier(
        shipped.cover,
        sources=shipped.sources,
        actors=tuple(early if actor.id == "klaar" else actor for actor in shipped.actors),
        statements=shipped.statements,
    )
    said = Attribution(changed).of(statement)
    assert said.innermost
    assert said.innermost.speaker.role is None


def test_speakers_are_listed_from_the_outermost_to_the_innermost(shipped: Dossier) -> None:
    said = Attribution(shipped).of("us-warned-baku")
    assert [voice.speaker.actor.id for voice in said.outward] == ["obrien", "united-states"]
    assert said.innermost
    assert said.innermost.to
    assert said.innermost.to.actor.id == "azerbaijan"


def test_a_statement_of_the_outlet_itself_has_no_other_speaker(shipped: Dossier) -> None:
    said = Attribution(shipped).of("ministers-were-to-meet")
    assert said.innermost is None
    assert said.outward == ()


def test_only_the_same_single_speaker_continues(shipped: Dossier) -> None:
    attribution = Attribution(shipped)
    assert not attribution.of("trend").continues
    assert attribution.of("common-motive").continues
    assert not attribution.of("klaar-no-brussels-meeting").continues
    assert not attribution.of("trend").continues
