"""Debates: rivals that attack or exclude each other, unstated claims, and steps about steps, as readers see them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import Tag

from macros.models.argument import Inference
from macros.models.dossier import Dossier
from macros.rendering.pages import drawings
from macros.rendering.views.aftermath import claims_with_facts
from macros.rendering.views.argument import argument
from macros.rendering.views.argument_map import UPRIGHT, WIDE, Form, Link, argument_map
from macros.rendering.views.argument_outline import OutlineEntry, OutlineStep
from macros.validation.argument_relations import no_argument_goes_in_a_circle
from macros.validation.context import CheckContext
from tests.rendering.bodies import arguments_in, trees
from tests.rendering.test_argument_map import is_readable


def with_steps(dossier: Dossier, *steps: dict[str, object]) -> Dossier:
    """A dossier whose argument has more steps."""
    first = dossier.arguments[0]
    pattern = first.inferences[0].model_dump()
    more = tuple(Inference.model_validate({**pattern, "title": str(step["id"]), **step}) for step in steps)
    return replace(dossier, arguments=(first.model_copy(update={"inferences": (*first.inferences, *more)}),))


@pytest.fixture
def rivals(tiny: Dossier) -> Dossier:
    """Two claims that attack each other, a claim that refutes itself, and a doubt about a doubt."""
    return with_steps(
        tiny,
        {
            "id": "against-the-bay",
            "premises": ["honest-keeper"],
            "relation": "attack",
            "conclusion": "both-want-the-bay",
        },
        {
            "id": "against-keeper",
            "premises": ["both-want-the-bay"],
            "relation": "attack",
            "conclusion": "honest-keeper",
        },
        {"id": "doubt-one", "premises": ["honest-keeper"], "relation": "undercut", "conclusion": "against-keeper"},
        {"id": "doubt-two", "premises": ["tarn-refuses"], "relation": "undercut", "conclusion": "doubt-one"},
        {"id": "against-refusal", "premises": ["tarn-refuses"], "relation": "attack", "conclusion": "tarn-refuses"},
    )


def flat(steps: tuple[OutlineStep, ...]) -> list[str]:
    found = []
    for one in steps:
        found += [one.step.inference.id, *(name for entry in one.grounds for name in of(entry)), *flat(one.about)]
    return found


def of(entry: OutlineEntry) -> list[str]:
    return flat(entry.steps)


def test_only_support_goes_in_a_circle(rivals: Dossier) -> None:
    assert list(no_argument_goes_in_a_circle(CheckContext(rivals, (), {}))) == []


@pytest.mark.parametrize("form", [WIDE, UPRIGHT])
@pytest.mark.parametrize("which", ["rivals", "debates"])
def test_a_map_with_circles_and_rivals_is_readable(which: str, form: Form, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    for record in dossier.arguments:
        view = argument_map(dossier, record, form)
        assert is_readable(view)
        assert len(view.parts) == len(record.claims) + len(record.inferences)
        ends = sum(len(step.premises) + len(step.concedes) + 1 for step in record.inferences)
        assert len(view.edges) == ends + sum(len(one.pairs) for one in record.oppositions)
        if form.upright:
            places = sorted((part.place for part in view.parts), key=lambda place: place.y)
            assert all(above.y + above.height <= below.y for above, below in pairwise(places))


@pytest.mark.parametrize("which", ["rivals", "debates"])
def test_the_outline_shows_every_step_once(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    for record in dossier.arguments:
        view = argument(dossier, record)
        shown = [name for entry in (view.outline, *view.beside) for name in of(entry)]
        assert sorted(shown) == sorted(step.id for step in record.inferences)


def test_the_outline_says_for_or_against_what_a_step_is(debates: Dossier) -> None:
    tree = arguments_in(debates)
    own = [step.find(string=True, recursive=False) for step in tree.select(".outline__step")]
    said = {" ".join(str(text).split()) for text in own}
    assert said == {", for it", ", for it, not said by the speaker", ", against it", ", for step 2", ", for step 7",
                    ", for step 12", ", for step 14", ", against step 7", ", against step 14"}  # fmt: skip


def test_an_unstated_claim_is_labelled_as_ours_everywhere(debates: Dossier) -> None:
    tree = arguments_in(debates)
    for claim in (claim for record in debates.arguments for claim in record.unstated):
        shown = [tag for tag in tree.find_all("p") if claim.text in tag.get_text()]
        assert shown
        assert all("ours" in tag["class"] for tag in shown)
        assert all(tag.get_text().strip().startswith("Unstated; in our words") for tag in shown)
        points = tree.select(".outline li:has(> .outline__point)")
        kinds = {
            li.select(".outline__kind")[0].get_text() for li in points if li.select("a")[0].get_text() == claim.title
        }
        assert kinds == {"Unstated, ours"}
    assert "unless the box is unstated" in tree.get_text()
    assert "unless they are unstated" in tree.get_text()
    assert "unstated" not in trees(replace(debates, arguments=()))["argument/"].get_text()


def test_what_excludes_what_has_a_section_with_every_claim_and_its_speaker(debates: Dossier) -> None:
    tree = arguments_in(debates)
    heading = tree.find(id="section-exclusions-fever")
    assert heading is not None
    parts = []
    for tag in heading.find_next_siblings():
        if tag.name == "h2":
            break
        parts.append(" ".join(tag.get_text().split()))
    readings = [part for part in parts if part.startswith("Our reading")]
    assert [part.split()[2] for part in readings] == ["At", "At", "Exactly", "At"]
    assert (
        readings[0]
        == "Our reading At most one of these claims is true. Each names the one thing that governs the fever."
    )
    assert "The commission of inquiry argued" in " ".join(parts)
    assert tree.find(id="section-exclusions-drugs") is None


def test_an_unstated_premise_leads_to_the_step_that_argues_for_it(debates: Dossier) -> None:
    first = debates.arguments[0]
    more = first.inferences[5].model_copy(
        update={"id": "step-more", "premises": ("no-more-injuries",), "conclusion": "no-difference"}
    )
    made = first.model_copy(update={"inferences": (*first.inferences, more)})
    heading = trees(replace(debates, arguments=(made,)))["argument/"].find(id="step-more")
    assert isinstance(heading, Tag)
    link = heading.find_next(lambda tag: tag.name == "p" and "no more injuries than midwives" in tag.get_text())
    assert isinstance(link, Tag)
    assert [a["href"] for a in link.find_all("a")] == ["#step-skilled"]


def test_a_claim_that_only_excludes_leads_to_that_section(debates: Dossier) -> None:
    tree = arguments_in(debates)
    links = {str(a["href"]) for a in tree.select("svg a") if "no season" in a.get_text()}
    assert links == {"#section-exclusions-fever"}


def test_a_step_says_who_makes_it_and_which_step_it_is_about(debates: Dossier) -> None:
    tree = arguments_in(debates)

    def text(step: str) -> str:
        heading = tree.find(id=step)
        assert isinstance(heading, Tag)
        assert heading.parent is not None
        return " ".join(heading.parent.get_text(" ").split())

    assert "A step of the defenders This step supports The law must protect" in text("step-harm-protect")
    assert "This step casts doubt on Like drink and tobacco" in text("step-two-wrongs")
    assert "A step of" not in text("step-no-harm")


def test_the_front_page_lists_only_steps_of_the_speaker_of_the_argument(debates: Dossier) -> None:
    lists = trees(debates)[""].select("ol.steps")
    for record, shown in zip(debates.arguments, lists, strict=True):
        own = [step.title for step in record.inferences if not step.speaker]
        assert [li.get_text(strip=True) for li in shown.select("li")] == own
        assert len(own) < len(record.inferences)


def test_a_later_fact_on_a_step_names_who_makes_the_step(tiny: Dossier) -> None:
    (first, *_), step = tiny.later_facts, tiny.arguments[0].inferences[2]
    made = step.model_copy(update={"speaker": "keeper"})
    inferences = (*tiny.arguments[0].inferences[:2], made)
    fact = first.model_copy(update={"claim": made.id})
    dossier = replace(
        tiny,
        arguments=(tiny.arguments[0].model_copy(update={"inferences": inferences}),),
        later_facts=(fact,),
    )
    (claim,) = claims_with_facts(dossier)
    assert [one.id for one in claim.speakers] == ["keeper"]


def test_the_drawing_and_its_key_know_what_excludes(debates: Dossier) -> None:
    view = argument_map(debates, debates.arguments[0])
    assert {Link.CONTRARY, Link.CONTRADICTORY} <= set(view.links)
    assert "unstated" in view.kinds
    fever, drugs = drawings(debates)
    for link in ("contrary", "contradictory"):
        assert f'marker-start="url(#map-mark-{link})" marker-end="url(#map-mark-{link})"' in fever.content
        assert f'id="map-mark-{link}"' in fever.content
        assert link not in drugs.content.split("</style>")[1]
    assert "broken frame a claim that nobody says and that is ours" in fever.content
    assert "exactly one is true" in fever.content
