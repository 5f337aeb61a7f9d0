"""What the pages of mediators and parties say that they said."""

from __future__ import annotations

from macros.models.dossier import Dossier
from macros.rendering.views.positions import mediator, party
from tests.rendering.bodies import body, text_of


def test_what_is_no_position_is_shown_as_said_on_other_matters(wide: Dossier) -> None:
    assert [one.id for one in mediator(wide, "lund").also_said] == ["lund-lake", "lund-stays"]
    orvany = party(wide, "orvany")
    assert [one.id for one in orvany.also_said] == ["joint-wells", "merrow-suspends", "merrow-historic"]
    assert "On other matters" in text_of(body(wide, "parties/orvany/"))
    # What it says of a mediator stands below the mediator.
    assert "strand-complains" not in [one.id for one in party(wide, "teskia").also_said]


def test_no_words_are_said_to_be_missing_where_there_are_some(wide: Dossier, shipped: Dossier) -> None:
    missing = "said is reported"
    assert missing in text_of(body(shipped, "parties/armenia/"))
    assert "Nobody is quoted" in text_of(body(shipped, "mediators/france/"))
    for name in ("lund", "northern-league", "vandria"):
        text = text_of(body(wide, f"mediators/{name}/"))
        assert missing not in text
        assert "Nobody is quoted" not in text


def test_nobody_has_pulled_out_yet_of_what_is_to_come(wide: Dossier) -> None:
    text = text_of(body(wide, "tracks/"))
    assert "20 June 2032 Planned Nobody so far" in text
