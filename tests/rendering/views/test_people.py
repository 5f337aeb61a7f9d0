"""Who’s who: names, groups, those whom nobody names, and actors with several parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from macros.models.actor import Actor, ActorKind, Part
from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from macros.models.position import cells_of
from macros.site.build import Site
from macros.validation.silence import with_silence
from tests.rendering.bodies import body, soup


def test_a_place_is_called_and_a_spelling_is_written(tiny: Dossier) -> None:
    names = {"metonyms": ("Timbuktu",), "spellings": ("Upper Vel",)}
    actors = tuple(one.model_copy(update=names) if one.id == "upper-vell" else one for one in tiny.actors)
    page = soup(body(replace(tiny, actors=actors), "people/"))
    also = [one.get_text() for one in page.select("#upper-vell ~ .also")]
    assert also == ["Also called Timbuktu", "Also written Upper Vel"]


def _with(dossier: Dossier, **changes: Mapping[str, object]) -> Dossier:
    """The dossier with other values in the records of some actors."""
    by_id = {name.replace("_", "-"): values for name, values in changes.items()}
    return replace(dossier, actors=tuple(one.model_copy(update=by_id.get(one.id, {})) for one in dossier.actors))


def test_each_kind_of_actor_stands_under_its_own_heading(tiny: Dossier) -> None:
    unnamed = {"kind": ActorKind.UNNAMED, "roles": (), "described": "who took part in the talks"}
    group = {"kind": ActorKind.GROUP, "members": ("quill", "keeper")}
    page = soup(body(_with(tiny, tarn=unnamed, skarn_council=group), "people/"))
    under = {
        str(section.h2.string): [one["id"] for one in section.select("h3")]
        for section in page.select("section")
        if section.h2
    }
    assert under["Groups"] == ["skarn-council"]
    assert under["Not named by the source"] == ["tarn"]
    assert "tarn" not in under["People"]
    assert "Joss Tarn, who took part in the talks." in page.select_one("#tarn").parent.get_text()  # type: ignore[union-attr]
    members = page.select("#skarn-council ~ p a")
    assert [one["href"] for one in members[:2]] == ["#quill", "../mediators/keeper/"]
    assert "Belongs to the council of Skarn" in page.select_one("#quill").parent.get_text()  # type: ignore[union-attr]


def test_somebody_who_is_not_named_is_described_at_the_first_mention(tiny: Dossier) -> None:
    names = {"name": "a man from Lower Vell", "short": "the man"}
    unnamed = {"kind": ActorKind.UNNAMED, "roles": (), "described": "who took part in the talks", **names}
    page = soup(body(_with(tiny, tarn=unnamed), "timeline/"))
    said = page.select_one("#said-tarn-refuses")
    assert said is not None
    assert said.get_text().startswith("A man from Lower Vell, who took part in the talks, warned Upper Vell")
    assert "No name is given for the man" in said.get_text()


def test_a_name_that_says_that_it_is_none_needs_no_remark(tiny: Dossier) -> None:
    names = {"name": "an unnamed man", "short": "the man"}
    unnamed = {"kind": ActorKind.UNNAMED, "roles": (), "described": "who took part in the talks", **names}
    assert "No name is given" not in body(_with(tiny, tarn=unnamed), "timeline/")


def test_a_party_that_mediates_has_a_page_for_each_part(tiny: Dossier) -> None:
    dossier = _with(tiny, keeper={"part": (Part.MEDIATOR, Part.PARTY)})
    assert address_of(dossier.actor["keeper"], dossier) == address_of(tiny.actor["keeper"], tiny), (
        "a page stays where it is"
    )
    turned = with_silence(_with(tiny, keeper={"part": (Part.PARTY, Part.MEDIATOR)}))
    assert address_of(turned.actor["keeper"], turned) == "parties/keeper/"
    site = Site(turned)
    pages = [page.address for page in site.record_pages if page.record_id == "keeper"]
    assert pages == ["mediators/keeper/", "parties/keeper/"]
    mediator, party = (soup(body(turned, address)) for address in pages)
    assert [one["href"] for one in mediator.select(".more")][:1] == ["../../parties/keeper/"]
    assert [one["href"] for one in party.select(".more")][:1] == ["../../mediators/keeper/"]
    strip = soup(body(turned, "tracks/")).select_one(".strip__mediator a[href*=keeper]")
    assert strip is not None
    assert strip["href"] == "../mediators/keeper/", "in a track, it is the mediator"
    who = soup(body(turned, "people/")).select("#keeper ~ p a")
    assert [(one.get_text(), one["href"]) for one in who[:2]] == [
        ("As a party", "../parties/keeper/"), ("As a mediator", "../mediators/keeper/"),
    ]  # fmt: skip
    assert all(not page.problems for page in map(site.render, site.pages))


def test_nobody_is_asked_about_himself(tiny: Dossier) -> None:
    dossier = _with(tiny, keeper={"part": (Part.MEDIATOR, Part.PARTY)})
    asked = {cell for issue in dossier.issues for cell in cells_of(issue, dossier.actors)}
    assert any(cell.toward == "keeper" for cell in asked)
    assert not any(cell.actor == cell.toward for cell in asked)


def test_a_party_without_a_track_is_shown_everywhere(tiny: Dossier) -> None:
    loner = Actor(id="far-vell", kind=ActorKind.STATE, name="Far Vell", short="Far Vell", part=(Part.PARTY,))
    dossier = with_silence(replace(tiny, actors=(*tiny.actors, loner)))
    site = Site(dossier)
    assert "parties/far-vell/" in {page.address for page in site.record_pages}
    assert all(not page.problems for page in map(site.render, site.pages))
