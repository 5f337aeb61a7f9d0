from __future__ import annotations

import pytest

from macros.models.actor import Actor
from macros.models.dossier import Dossier
from macros.models.verb import Verb
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
            group = said.find_parent(class_="said-group")
            lead = group.select_one(".said-group__lead") if group else None
            outlet = dossier.actor[dossier.source[statement.source].publisher]
            sentence = " ".join((lead or said).get_text(" ").split()).casefold()
            for speaker in (name for level in statement.path for name in level):
                assert any(name in sentence for name in names(dossier.actor[speaker])), (address, statement.id)
            # The line at the top of the page names the outlet of the base source; the marks name every other.
            if statement.source != dossier.cover.base_source:
                assert any(name in said.get_text().casefold() for name in names(outlet)), (address, statement.id)
            shown.add(statement.id)
    assert shown == set(dossier.statement)


def test_an_actor_is_introduced_in_full_once_and_short_later(shipped: Dossier) -> None:
    attribution = Attribution(shipped)
    first = attribution.of("klaar-no-brussels-meeting")
    assert first.innermost
    assert first.innermost.speakers[0].name == "Toivo Klaar"
    assert first.innermost.speakers[0].role == "the EU’s special representative for the South Caucasus"
    assert [voice.speakers[0].name for voice in first.between] == ["Sergei Markedonov"]
    assert first.outlet.is_first
    second = attribution.of("klaar-no-brussels-meeting")
    assert second.innermost
    assert (second.innermost.speakers[0].name, second.innermost.speakers[0].role) == ("Klaar", None)
    assert [voice.speakers[0].name for voice in second.between] == ["Markedonov"]
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
    assert said.innermost.speakers[0].role is None


def test_one_line_speaks_for_statements_that_came_the_same_way(shipped: Dossier) -> None:
    attribution = Attribution(shipped)
    names = ["trend", "common-motive", "klaar-no-brussels-meeting", "ministers-were-to-meet", "trend"]
    groups = list(attribution.groups(shipped.statement[name] for name in names))
    assert [[one.statement.id for one in group.members] for group in groups] == [
        ["trend", "common-motive"],
        ["klaar-no-brussels-meeting"],
        ["ministers-were-to-meet"],
        ["trend"],
    ]
    assert groups[0].verb == "said"


def test_the_verb_of_a_line_is_that_of_all_its_statements(tiny: Dossier) -> None:
    argued = tiny.statement["both-want-the-bay"]
    said = argued.model_copy(update={"chain": (argued.chain[0].model_copy(update={"verb": Verb.SAID}),)})
    (one,) = Attribution(tiny).groups([argued, argued])
    (other,) = Attribution(tiny).groups([argued, said])
    assert (one.verb, other.verb) == ("argued", "said")


@pytest.mark.parametrize("update", [{"setting": "in a speech"}, {"date_in_words": "in May"}, {"speaker": ("aliyev",)}])
def test_statements_that_came_in_different_ways_are_not_one_group(shipped: Dossier, update: dict[str, str]) -> None:
    one = shipped.statement["common-motive"]
    other = one.model_copy(update={"chain": (one.chain[0].model_copy(update=update),)})
    assert one.way != other.way


def test_only_the_verb_of_an_innermost_speaker_who_speaks_to_nobody_may_differ_in_a_group(shipped: Dossier) -> None:
    warned, said = shipped.statement["us-warned-baku"], shipped.statement["common-motive"]
    outer, inner = warned.chain
    for chain in (
        (outer, inner.model_copy(update={"verb": Verb.SAID})),
        (outer.model_copy(update={"verb": "said"}), inner),
    ):
        assert warned.way != warned.model_copy(update={"chain": chain}).way
    argued = said.chain[0].model_copy(update={"verb": Verb.ARGUED})
    assert said.way == said.model_copy(update={"chain": (argued,)}).way


def test_a_note_is_shown_once_on_a_page(shipped: Dossier) -> None:
    attribution = Attribution(shipped)
    assert attribution.of("common-motive").notes
    assert not attribution.of("common-motive").notes
    event = shipped.event["september-war"]
    assert attribution.fresh(event.notes) == event.notes
    assert attribution.fresh(event.notes) == ()


def test_only_the_same_single_speaker_continues(shipped: Dossier) -> None:
    attribution = Attribution(shipped)
    assert not attribution.of("trend").continues
    assert attribution.of("common-motive").continues
    assert not attribution.of("klaar-no-brussels-meeting").continues
    assert not attribution.of("trend").continues
