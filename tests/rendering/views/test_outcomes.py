"""Every kind of event in its own words: no deal is held, and nobody pulls out of a battle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import Tag

from macros.models.date import parse_date
from macros.models.dossier import Dossier
from macros.models.event_kind import KINDS, STATUSES, UNTOLD, EventKind, EventStatus, Group
from macros.rendering.pages import environment
from macros.rendering.views.events import board, boards
from macros.rendering.views.home import home
from macros.rendering.views.standing import Look, Standing, standing_of
from macros.rendering.views.track_strip import track_strips
from tests.rendering.bodies import body, soup, text_of

WORDS = """{% from "parts/event_words.html.j2" import LATEST, PARTS, STATUSES %}{{ LATEST[kind] }}|{{ PARTS[kind] | join("|") }}|{{ STATUSES[status] }}"""


def section(dossier: Dossier, address: str, anchor: str) -> str:
    found = soup(body(dossier, address)).select_one(f"[aria-labelledby={anchor}]")
    assert isinstance(found, Tag)
    return text_of(str(found))


@pytest.mark.parametrize("kind", EventKind)
def test_each_kind_and_each_of_its_statuses_has_words(kind: EventKind) -> None:
    for status in (*STATUSES[kind], *UNTOLD):
        words = environment().from_string(WORDS).render(kind=kind, status=status).split("|")
        assert len(words) == 4
        assert all(word[0].isupper() for word in words)


@pytest.mark.parametrize("kind", EventKind)
def test_each_kind_has_a_group_and_goes_without_saying_only_if_it_took_place(kind: EventKind) -> None:
    assert KINDS[kind].group in Group
    assert KINDS[kind].expected in (None, EventStatus.HELD, EventStatus.HAPPENED, EventStatus.MADE)
    assert KINDS[kind].expected in (None, *STATUSES[kind])


@pytest.mark.parametrize(
    ("status", "look"),
    [
        ("signed", Look.DONE), ("breached", Look.BROKEN), ("not-signed", Look.OFF), ("declined", Look.REFUSED),
        ("postponed", Look.DUE), ("threatened", Look.DUE),
    ],
)  # fmt: skip
def test_a_status_has_a_look(status: str, look: Look) -> None:
    assert Standing(EventStatus(status)).look is look
    assert Standing(UNTOLD[0]).look is Look.UNTOLD


def test_an_agreement_has_the_status_of_its_last_stage(outcomes: Dossier) -> None:
    deal = outcomes.event["sluice-deal"]
    assert deal.latest_status is EventStatus.SUSPENDED
    assert standing_of(deal).look is Look.BROKEN
    text = text_of(body(outcomes, "tracks/toll-talks/"))
    assert "The sluice deal Suspended When 10 May 2001" in text
    assert "Between whom North Mere , South Mere" in text
    assert "Signed 20 May 2001 The Letter reported that both mayors had signed the sluice deal." in text
    assert "Suspended no date given; reported on 9 June 2001" in text
    assert "Latest agreement The sluice deal Suspended" in text


def test_the_timeline_has_an_entry_for_each_stage(outcomes: Dossier) -> None:
    entries = soup(body(outcomes, "timeline/")).select(".timeline > .entry h3")
    titles = [text_of(str(one)) for one in entries]
    assert [one for one in titles if one.startswith("The truce")] == [
        "The truce at the weir Agreed", "The truce at the weir In force", "The truce at the weir Broken",
    ]  # fmt: skip
    assert len(soup(body(outcomes, "timeline/")).select("#spring-truce")) == 1


def test_what_others_say_of_an_event_on_no_track_stands_on_the_timeline(outcomes: Dossier) -> None:
    text = text_of(body(outcomes, "timeline/"))
    assert "How others explain it The Letter reported that South Mere threatened to break the sluice." in text


def test_there_is_a_table_for_each_group_that_the_dossier_has(outcomes: Dossier, shipped: Dossier) -> None:
    assert [one.group for one in boards(outcomes)] == [*Group]
    titles = [one.get_text() for one in soup(body(outcomes, "tracks/")).select("h2")]
    assert titles == [
        "The state of each track", "Every meeting and visit mentioned", "What was agreed and what was broken",
        "On the ground", "Other events",
    ]  # fmt: skip
    assert "Every meeting mentioned" in [one.get_text() for one in soup(body(shipped, "tracks/")).select("h2")]


def test_what_did_not_happen_or_not_yet_is_not_said_to_have_happened(outcomes: Dossier) -> None:
    past = tuple(event for event in outcomes.events if event.status is EventStatus.HAPPENED)
    assert "What happened on the ground" in text_of(body(replace(outcomes, events=past), "tracks/"))
    assert "What happened on the ground" not in text_of(body(outcomes, "tracks/"))


def test_joint_statements_alone_are_not_called_agreements(outcomes: Dossier) -> None:
    alone = replace(outcomes, events=tuple(one for one in outcomes.events if one.kind is EventKind.JOINT_STATEMENT))
    for address in ("tracks/", "tracks/toll-talks/"):
        assert "Joint statements" in text_of(body(alone, address))
        assert "gree" not in text_of(body(alone, address))


def test_without_breaches_the_table_says_what_was_agreed(outcomes: Dossier) -> None:
    deal = outcomes.event["sluice-deal"].model_copy(update={"stages": ()})
    text = text_of(body(replace(outcomes, events=(deal,)), "tracks/"))
    assert "What was agreed Event When Outcome The sluice deal 10 May 2001 Initialled" in text
    assert "meeting" not in text.casefold()


def test_who_keeps_a_deal_from_being_made_refuses(outcomes: Dossier) -> None:
    refusal = outcomes.event["round-refused"].refusals
    deal = outcomes.event["sluice-deal"].model_copy(
        update={"stages": (), "status": EventStatus.DECLINED, "refusals": refusal}
    )
    dossier = replace(outcomes, events=(deal,))
    assert "Refused: South Mere" in text_of(body(dossier, "tracks/"))
    assert "Who refused South Mere" in text_of(body(dossier, "tracks/toll-talks/"))
    assert "ulled out" not in text_of(body(dossier, "tracks/") + body(dossier, "tracks/toll-talks/"))


def test_a_dossier_of_attacks_alone_speaks_of_no_meetings(outcomes: Dossier) -> None:
    boat = outcomes.event["boat-seized"].model_copy(update={"track": "weir-talks"})
    dossier = replace(outcomes, events=(boat,))
    assert not track_strips(dossier).is_of_meetings
    home_page, tracks, track = (body(dossier, address) for address in ("", "tracks/", "tracks/weir-talks/"))
    assert "A boat is seized" in text_of(home_page)
    assert "What happened, track by track" in text_of(home_page)
    assert "No event mentioned" in text_of(tracks)
    assert "Latest seizure A boat is seized" in text_of(track)
    assert "meeting" not in text_of(home_page + tracks + track).casefold()
    assert home(dossier).noted == ()
    assert not board(dossier, Group.FORCE).has_outcomes


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("weekly-talks", "Every Tuesday in February 2001"),
        ("night-watch", "Every night since 22 April 2001"),
        ("crew-freed", "1 May 2001 ; put off until 15 June 2001"),
    ],
)
def test_a_date_that_repeats_or_was_put_off_is_said_in_full(name: str, words: str, outcomes: Dossier) -> None:
    assert outcomes.event[name]
    assert words in text_of(body(outcomes, "tracks/"))
    assert words in text_of(body(outcomes, "timeline/"))


def test_rounds_are_named_and_in_order(outcomes: Dossier) -> None:
    text = section(outcomes, "tracks/weir-talks/", "meetings")
    rounds = [f"Series {word} round of the weir talks" for word in ("First", "Second", "Third")]
    assert sorted(rounds, key=text.index) == rounds
    event = outcomes.event["next-round"]
    for number, words in ((11, "Round 11 of the weir talks"), (None, "Part of the weir talks")):
        changed = replace(outcomes, events=(event.model_copy(update={"round": number}),))
        assert words in text_of(body(changed, "tracks/weir-talks/"))


def test_a_drawing_has_a_mark_for_each_step_and_explains_only_its_statuses(outcomes: Dossier) -> None:
    page = soup(body(outcomes, "timeline/"))
    for form in ("wide", "upright"):
        assert len(page.select(f".scale--{form} .scale__mark")) == len(outcomes.events) + 4, form
    assert text_of(str(page.select_one(".key-list"))).startswith("Held Declined Planned Threatened Postponed")
    dated = outcomes.event["crew-freed"].model_copy(update={"postponed_to": parse_date("2001-06~")})
    assert "put off until about June 2001" in text_of(body(replace(outcomes, events=(dated,)), "timeline/"))
