from __future__ import annotations

from dataclasses import replace

import pytest

from macros.models.actor import Part
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.event_kind import Group
from macros.rendering.views.events import board
from macros.rendering.views.positions import mediators
from tests.rendering.bodies import body, soup, text_of, trees


def test_a_row_that_is_silent_throughout_is_a_sentence_below_the_table(shipped: Dossier) -> None:
    matrix = mediators(shipped).matrix
    assert [issue.id for issue in matrix.silent] == ["proposals", "basis"]
    assert {row.issue.id for row in matrix.rows}.isdisjoint(issue.id for issue in matrix.silent)
    key = trees(shipped)["mediators/"].select_one(".key")
    assert key is not None
    assert key.get_text().startswith("The source does not say, for any of them: What settlement does it propose?")
    assert key.find(id="proposals") is not None


@pytest.mark.parametrize("kind", [Nothing.UNKNOWN, Nothing.NONE, Nothing.NOT_APPLICABLE])
def test_another_kind_of_nothing_keeps_its_row(shipped: Dossier, kind: Nothing) -> None:
    positions = tuple(
        one.model_copy(update={"nothing": kind}) if (one.issue, one.actor) == ("proposals", "eu") else one
        for one in shipped.positions
    )
    dossier = replace(shipped, positions=positions)
    assert [issue.id for issue in mediators(dossier).matrix.silent] == ["basis"]


def test_a_mediator_of_whom_no_party_speaks_is_named_below_the_table(shipped: Dossier) -> None:
    view = mediators(shipped)
    assert [actor.id for actor in view.unseen] == ["eu"]
    assert len(view.seen) + len(view.unseen) == len(shipped.playing(Part.MEDIATOR))
    text = trees(shipped)["mediators/"].select(".key")[-1].get_text()
    assert text == "The source does not say how the parties see the European Union."


def test_reasons_that_are_silent_throughout_have_no_column(shipped: Dossier, tiny: Dossier) -> None:
    names = {event.id for event in board(shipped, Group.MEETINGS).unexplained}
    assert names == {"granada-talks", "brussels-meeting", "washington-november"}
    assert "Reason they gave" not in trees(shipped)["tracks/"].get_text()
    # Somebody gave a reason.
    assert board(tiny, Group.MEETINGS).unexplained == ()
    assert "Reason they gave" in trees(tiny)["tracks/"].get_text()


def test_a_reason_that_nobody_has_established_keeps_the_column(shipped: Dossier) -> None:
    events = tuple(
        event.model_copy(update={"ground": Nothing.UNKNOWN}) if event.id == "granada-talks" else event
        for event in shipped.events
    )
    dossier = replace(shipped, events=events)
    assert board(dossier, Group.MEETINGS).unexplained == ()
    assert "Not known" in soup(body(dossier, "tracks/")).get_text()


def test_each_kind_of_nothing_of_an_actor_has_a_list(shipped: Dossier) -> None:
    section = trees(shipped)["mediators/france/"].select_one("[aria-labelledby=silent]")
    assert section is not None
    assert "No answer is reported:" in section.get_text()
    assert len(section.find_all("ul")) == 1


def test_each_issue_about_mediators_has_a_row_of_its_own(tiny: Dossier) -> None:
    use = tiny.issue["trust"].model_copy(update={"id": "use", "question": "Does it use this mediator?"})
    about = [one for one in tiny.positions if one.issue == "trust" and one.toward == "keeper"]
    none = {"issue": "use", "statements": (), "told_by": (), "nothing": Nothing.NONE}
    more = tuple(one.model_copy(update=none) for one in about)
    dossier = replace(tiny, issues=(*tiny.issues, use), positions=(*tiny.positions, *more))
    rows = [row for row in mediators(dossier).seen if row.mediator.id == "keeper"]
    assert [row.issue.id for row in rows if row.issue] == ["trust", "use"]
    nothing = [{cell.actor: cell.nothing for cell in row.cells if cell} for row in rows]
    assert [one["lower-vell"] for one in nothing] == [None, Nothing.NONE]
    for address in ("", "mediators/", "mediators/keeper/", "parties/lower-vell/", "tracks/lighthouse-talks/"):
        page = text_of(body(dossier, address))
        assert ": Does it trust this mediator?" in page.replace(" :", ":")
        assert ": Does it use this mediator?" in page.replace(" :", ":")
