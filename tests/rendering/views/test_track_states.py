"""The state of a track: shown where it is recorded, and claimed nowhere else."""

from __future__ import annotations

from dataclasses import replace

from macros.exports.tables import tables
from macros.models.base import Nothing
from macros.models.date import parse_date
from macros.models.dossier import Dossier
from macros.models.track import State
from macros.rendering.views.track_states import state_now, states
from tests.rendering.bodies import body, soup, text_of


def _with_last_state(dossier: Dossier, **changes: object) -> Dossier:
    *others, last = dossier.tracks
    changed = last.states[-1].model_copy(update=changes)
    return replace(dossier, tracks=(*others, last.model_copy(update={"states": (*last.states[:-1], changed)})))


def test_the_last_state_holds_on_the_as_of_date(tiny: Dossier) -> None:
    now = state_now(tiny, tiny.track["lighthouse-talks"])
    assert now
    assert now.record.state is State.SUSPENDED
    assert now.order_date.text == "1999-04-20"


def test_a_state_without_a_date_is_placed_on_the_day_of_its_report(tiny: Dossier) -> None:
    first, _ = states(tiny, tiny.track["lighthouse-talks"])
    assert first.order_date.text == "1999-05-03"
    assert "Active , no date given; reported on 3 May 1999" in text_of(body(tiny, "tracks/lighthouse-talks/"))


def test_a_speaker_who_gave_a_day_reported_the_state_on_it(tiny: Dossier) -> None:
    assert tiny.reported_on(["lighthouse-failed", "tarn-refuses"]).text == "1999-04-20"


def test_a_track_without_a_recorded_state_has_none_on_any_page(tiny: Dossier) -> None:
    assert state_now(tiny, tiny.track["skarn-talks"]) is None
    assert not soup(body(tiny, "tracks/skarn-talks/")).select(".state")


def test_every_list_of_tracks_gives_the_state(tiny: Dossier) -> None:
    for address in ("", "tracks/"):
        shown = soup(body(tiny, address)).select(".strip__state")
        assert [" ".join(one.get_text().split()) for one in shown] == ["Suspended, on 20 April 1999"]


def test_the_timeline_has_an_entry_for_a_dated_state(tiny: Dossier) -> None:
    shown = soup(body(tiny, "timeline/")).select("h3.state")
    assert [one.get_text() for one in shown] == ["Suspended"]


def test_the_timeline_has_the_last_state_even_if_it_has_no_date(tiny: Dossier) -> None:
    undated = _with_last_state(tiny, date=Nothing.SILENT, state=State.CONCLUDED)
    shown = soup(body(undated, "timeline/")).select(".entry--known:has(h3.state)")
    assert [text_of(str(one.select_one(".entry__when"))) for one in shown] == [
        "20 April 1999 Was reported, no date given"
    ]


def test_a_state_keeps_the_vague_words_of_its_source(tiny: Dossier) -> None:
    vague = _with_last_state(tiny, date=parse_date("1999-04"), date_in_words="in late April")
    assert "Suspended , in late April" in text_of(body(vague, "tracks/lighthouse-talks/"))


def test_every_state_has_its_words(tiny: Dossier) -> None:
    words = {
        state: text_of(str(soup(body(_with_last_state(tiny, state=state), "tracks/")).select_one(".state")))
        for state in State
    }
    assert words == {
        State.NOT_BEGUN: "Not begun", State.ACTIVE: "Active", State.SUSPENDED: "Suspended", State.RESUMED: "Resumed",
        State.CONCLUDED: "Concluded",
    }  # fmt: skip


def test_the_table_of_tracks_gives_the_state(tiny: Dossier) -> None:
    table = next(one for one in tables() if one.name == "tracks")
    rows = {row["id"]: (row["state"], row["state_date"]) for row in table.rows(tiny)}
    assert rows == {"skarn-talks": (None, None), "lighthouse-talks": ("suspended", "1999-04-20")}


def test_two_mediators_of_a_track_are_named_together(tiny: Dossier) -> None:
    first, second = tiny.tracks
    both = replace(tiny, tracks=(first, second.model_copy(update={"mediators": ("keeper", "skarn-council")})))
    page = text_of(body(both, "tracks/lighthouse-talks/"))
    assert "Mediators The keeper of the lighthouse , The council of Skarn" in page
    assert "How the parties see the mediators" in page
    assert page.index("on the keeper of the lighthouse") < page.index("on the council of Skarn")
    assert "Mediators: the keeper" in text_of(body(both, "tracks/"))
    assert "How the parties see the mediator " in text_of(body(tiny, "tracks/lighthouse-talks/"))


def test_a_mediator_of_two_tracks_is_linked_to_both(tiny: Dossier) -> None:
    first, second = tiny.tracks
    both = replace(tiny, tracks=(first, second.model_copy(update={"mediators": ("keeper", "skarn-council")})))
    assert "Tracks The talks on Skarn , The lighthouse talks" in text_of(body(both, "mediators/skarn-council/"))
