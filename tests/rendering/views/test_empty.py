"""What a dossier does not have leaves no heading, table, form or sentence that leads to nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.dossier import Dossier
from macros.rendering.pages import drawings
from tests.rendering.bodies import body, soup, text_of, trees


@pytest.mark.parametrize("which", ["minimal", "tiny", "shipped"])
def test_nothing_is_empty(which: str, request: pytest.FixtureRequest) -> None:
    for address, page in trees(request.getfixturevalue(which)).items():
        for part in page.select("section, form, ol, ul, dl, tbody, select, .people"):
            assert part.select(":not(h1, h2, h3, h4)"), (address, str(part))
        for table in page.select("table"):
            assert table.select("tbody tr"), address
        for select in page.select("select"):
            assert len(select.select("option")) > 1, (address, str(select))


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("tracks/", "Tracks No event is mentioned."),
        ("mediators/", "Mediators No mediator is mentioned."),
        ("parties/", "Parties No party is mentioned."),
        ("glossary/", "Glossary No term is explained."),
        ("unknowns/", "What is not said No open question is recorded."),
    ],
)
def test_a_page_without_records_says_so(minimal: Dossier, address: str, text: str) -> None:
    assert text_of(body(minimal, address)) == text


def test_actors_of_whom_nothing_is_recorded_have_links_and_no_table(tiny: Dossier) -> None:
    dossier = replace(tiny, issues=(), positions=())
    for address, kept in (("mediators/", ["skarn-council/", "keeper/"]), ("parties/", ["upper-vell/", "lower-vell/"])):
        page = soup(body(dossier, address))
        assert not page.select("table, section")
        assert [str(one["href"]) for one in page.select("ul a")] == kept


def test_the_front_page_without_tracks_promises_none(minimal: Dossier) -> None:
    page = trees(minimal)[""]
    assert not page.select("[aria-labelledby=meetings]")
    assert "More on each track" not in page.get_text()


def test_a_filter_offers_only_what_it_can_choose(minimal: Dossier, tiny: Dossier) -> None:
    assert not trees(minimal)["timeline/"].select("form")
    events = tuple(event.model_copy(update={"track": None}) for event in tiny.events)
    tracks = tuple(track.model_copy(update={"statements": (), "states": ()}) for track in tiny.tracks)
    page = soup(body(replace(tiny, events=events, tracks=tracks), "timeline/"))
    assert [str(one["name"]) for one in page.select("form select")] == ["actors"]


def of_somebody_else(dossier: Dossier) -> Dossier:
    """A dossier in which somebody else makes every step of the argument, and nobody says anything alone."""
    (argument, *_) = dossier.arguments
    steps = tuple(step.model_copy(update={"speaker": "tarn"}) for step in argument.inferences)
    # No statement has this speaker, so every box names somebody.
    changed = argument.model_copy(update={"speaker": "keeper", "inferences": steps})
    return replace(dossier, arguments=(changed,))


def test_steps_of_others_are_not_announced_as_those_of_the_speaker(tiny: Dossier) -> None:
    assert "These are the steps of" in text_of(body(tiny, ""))
    assert "These are the steps of" not in text_of(body(of_somebody_else(tiny), ""))


def test_the_key_explains_a_box_that_names_nobody_only_if_there_is_one(tiny: Dossier) -> None:
    for dossier, is_there in ((tiny, True), (of_somebody_else(tiny), False)):
        text = text_of(body(dossier, "argument/"))
        assert ("names nobody" in text) == is_there
        assert ("Points without a name" in text) == is_there
        (drawing, *_) = drawings(dossier)
        assert ("names nobody" in str(drawing.content)) == is_there
