"""Numbers beside nouns: one of anything is not in the plural, and nothing is counted as 0."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.guard import Guard
from macros.rendering.views.home import GAPS_ON_HOME
from tests.rendering.bodies import bodies, rendered, text_of

_NOUNS = "falsification|passage|place|problem|question|report|reason|sentence|source|statement|voice"
_COUNTED = re.compile(rf"(?<![\d,.])(?:1 (?:[a-z]+ )?(?:(?:{_NOUNS})s|are|were)|0 (?:[a-z]+ )?(?:{_NOUNS})s?)\b")


def miscounted(pages: dict[str, str]) -> dict[str, str]:
    found = {address: _COUNTED.search(text_of(html)) for address, html in pages.items()}
    return {address: one.group() for address, one in found.items() if one}


@pytest.mark.parametrize("which", ["shipped", "tiny", "minimal"])
def test_one_of_anything_is_in_the_singular(which: str, request: pytest.FixtureRequest) -> None:
    assert miscounted(bodies(request.getfixturevalue(which))) == {}


def test_one_of_everything_is_in_the_singular(tiny: Dossier) -> None:
    statement, (print_,) = tiny.statement["talks-stalled"], tiny.fingerprints
    gaps = tuple(tiny.gaps[0].model_copy(update={"id": f"g{n}"}) for n in range(GAPS_ON_HOME + 1))
    guard = Guard(falsification="A date is moved", planted=1, caught=0, beyond="only a reader can tell")
    passage = print_.model_copy(update={"passages": print_.passages[:1]})
    few = Dossier(
        tiny.cover.model_copy(update={"short_answer": None, "gist": (statement.id,)}),
        sources=tiny.sources,
        fingerprints=(passage,),
        actors=tuple(actor.model_copy(update={"summary": None}) for actor in tiny.actors),
        statements=(statement,),
        gaps=tuple(gap.model_copy(update={"statements": (), "about": ()}) for gap in gaps),
        guards=(guard,),
    )
    pages = rendered(few)
    assert miscounted(pages) == {}
    assert "1 more open question " in text_of(pages[""])
    assert "1 statement is second-hand." in text_of(pages["evidence/herald-17/"])
    assert "1 statement is from it." in text_of(pages["evidence/"])
    assert "each passage (1 in all)" in text_of(pages["about/"])
    assert "The rest (1) cannot be caught" in text_of(pages["about/"])


def test_one_meeting_without_a_reason_is_in_the_singular(tiny: Dossier) -> None:
    (refusal,) = tiny.event["lighthouse-round"].refusals
    silent = tiny.event["lighthouse-round"].model_copy(
        update={"refusals": (refusal.model_copy(update={"ground": Nothing.SILENT}),)}
    )
    events = tuple(silent if one.id == silent.id else one for one in tiny.events)
    assert "own reason for this: Meeting at the lighthouse." in text_of(
        rendered(replace(tiny, events=events))["tracks/"]
    )


def test_a_source_of_which_nothing_is_used_has_no_number(minimal: Dossier) -> None:
    unused = replace(minimal, statements=(), cover=minimal.cover.model_copy(update={"gist": ()}))
    assert "No statement is from it." in text_of(rendered(unused)["evidence/"])
