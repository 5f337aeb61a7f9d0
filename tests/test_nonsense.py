"""What no page may say is found where it is planted, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from macros.models.base import Nothing, Record
from macros.models.date import HonestDate, parse_date
from macros.models.dossier import Dossier
from macros.models.event_kind import STATUSES, UNTOLD, EventKind, EventStatus
from tests.edtf_examples import READ
from tests.nonsense import lost_doubt, nonsense_in
from tests.rendering.bodies import bodies, rendered


@pytest.mark.parametrize(
    "said",
    [
        "The crews said 4 to 6 October 2023 that", "argued on possibly 2 May", "wrote it in possibly May 2023", "on 15 March 0044",
        "4 to 4 October 2023", "Held, june 2025", "in about about 2023", "said about 4 October 2023 that", "Date: 2023-10-04",
        "on [..2023]", "by /..", "it is Undefined", "Held, no date given; said to be off on 4 May", "Held , in May", "stated 2023 that",
        "on from 4 to 6 October 2023", "in since 1985",
    ],
)  # fmt: skip
def test_what_is_planted_is_found(said: str) -> None:
    assert list(nonsense_in(f"<p>{said}</p>"))
    assert not list(nonsense_in(f"<p><code>{said}</code></p>"))


@pytest.mark.parametrize("words", READ.values())
def test_no_date_in_words_is_nonsense(words: tuple[str, str]) -> None:
    label, adverbial = words
    for said in (f"Held, {label}", f"The crews said {adverbial} that", f"Date by this account: {label}."):
        assert not list(nonsense_in(f"<p>{said}</p>")), said


@pytest.mark.parametrize("which", ["shipped", "tiny", "minimal"])
def test_no_page_says_nonsense(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    pages = bodies(dossier)
    assert not [found for html in pages.values() for found in nonsense_in(html)]
    assert not list(lost_doubt(dossier, pages["timeline/"]))


def dated(part: Any, date: HonestDate) -> Any:
    """A part of a dossier with another date in every place that has one and that is not ours."""
    if isinstance(part, HonestDate):
        return date
    if isinstance(part, tuple):
        return tuple(dated(one, date) for one in part)
    if isinstance(part, Record):
        ours = {"as_of", "accessed", "during", "date_in_words"}
        values = {name: dated(getattr(part, name), date) for name in type(part).model_fields if name not in ours}
        words = {"date_in_words": None} if "date_in_words" in type(part).model_fields else {}
        return part.model_copy(update=values | words)
    return part


@pytest.mark.parametrize(
    "text",
    ["1999-04-20", "1999-04-20%", "1999-04~", "1999?", "0044-03-15", "[1999-04-18..1999-04-20]", "[..1999-04]", "[1999-04-20..]",
     "1999-04-18/1999-04-20", "1999-04-18~/1999-04-20?", "1999-04-20T13:12:00+04:00"],
)  # fmt: skip
def test_with_any_date_in_every_place_the_pages_keep_the_doubt_and_say_no_nonsense(text: str, tiny: Dossier) -> None:
    kinds = ("sources", "statements", "events", "checks", "later_facts")
    pattern: dict[str, Any] = {kind: dated(getattr(tiny, kind), parse_date(text)) for kind in kinds}
    dossier = replace(tiny, **pattern)
    pages = rendered(dossier)
    assert not [found for html in pages.values() for found in nonsense_in(html)]
    assert not list(lost_doubt(dossier, pages["timeline/"]))


@pytest.mark.parametrize("date", [kind for kind in Nothing if kind not in (Nothing.NONE, Nothing.NOT_APPLICABLE)])
@pytest.mark.parametrize("status", [*STATUSES[EventKind.MEETING], *UNTOLD])
def test_an_event_without_a_date_has_its_own_outcome(
    date: Nothing, status: EventStatus | Nothing, tiny: Dossier
) -> None:
    update = {"date": date, "date_in_words": None, "known_on": parse_date("1999-04-20"), "status": status}
    dossier = replace(tiny, events=(tiny.events[0].model_copy(update=update), *tiny.events[1:]))
    pages = rendered(dossier)
    assert not [found for html in pages.values() for found in nonsense_in(html)]
    assert not list(lost_doubt(dossier, pages["timeline/"]))
    given = {"silent": "no date given", "unknown": "date not known"}[date]
    assert "; reported on <time" in pages["tracks/"]
    assert given in pages["tracks/"].casefold()


def test_lost_doubt_is_found(tiny: Dossier) -> None:
    timeline = bodies(tiny)["timeline/"]
    for update in (
        {"date": parse_date("1999-03-04~"), "date_in_words": None},
        {"date": parse_date("1999-03?"), "date_in_words": None},
        {"date_in_words": "at the end of March 1999"},
        {"date": Nothing.SILENT, "date_in_words": None},
        {"date": parse_date("[1999-03-04..]"), "date_in_words": None, "id": "may-round"},
    ):
        dossier = replace(tiny, events=(tiny.events[0].model_copy(update=update),))
        assert list(lost_doubt(dossier, timeline)), update
