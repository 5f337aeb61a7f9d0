from __future__ import annotations

from dataclasses import replace

from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.position import Cell
from macros.rendering.views.positions import mediators
from macros.validation.silence import with_silence


def bare(dossier: Dossier) -> Dossier:
    """A dossier without positions and statements, and without narrative about actors."""
    actors = tuple(actor.model_copy(update={"summary": None}) for actor in dossier.actors)
    return replace(dossier, positions=(), statements=(), actors=actors)


def silences(dossier: Dossier) -> set[tuple[str, str]]:
    """Who is silent about whom."""
    completed = with_silence(dossier).positions
    return {(one.actor, one.toward) for one in completed if one.toward and one.nothing is Nothing.SILENT}


def test_who_is_asked_and_has_no_position_is_silent(tiny: Dossier) -> None:
    assert tiny.citable["upper-vell/trust/keeper"] in tiny.positions
    assert [one.cell for one in with_silence(bare(tiny)).positions if one.nothing is Nothing.SILENT] == [
        Cell("skarn-council", "plan"),
        Cell("keeper", "plan"),
        Cell("upper-vell", "claim"),
        Cell("lower-vell", "claim"),
        Cell("upper-vell", "trust", "skarn-council"),
        Cell("lower-vell", "trust", "skarn-council"),
        Cell("lower-vell", "trust", "keeper"),
    ]


def test_what_an_editor_recorded_stays_as_it_is_and_nothing_is_added_twice(tiny: Dossier) -> None:
    assert with_silence(tiny).positions == tiny.positions
    assert sum(one.nothing is Nothing.SILENT for one in tiny.positions) == 1


def test_a_party_is_asked_about_a_mediator_if_they_share_a_track(tiny: Dossier) -> None:
    # Upper Vell was never to meet in the lighthouse; Lower Vell declined.
    assert ("lower-vell", "keeper") in silences(bare(tiny))
    assert ("upper-vell", "keeper") not in silences(bare(tiny))


def test_a_track_that_names_nobody_is_open_to_every_party(tiny: Dossier) -> None:
    assert ("upper-vell", "keeper") in silences(replace(bare(tiny), events=()))


def test_a_party_is_asked_about_a_mediator_if_a_statement_speaks_of_both(tiny: Dossier) -> None:
    assert ("upper-vell", "keeper") in silences(replace(bare(tiny), statements=tiny.statements))


def test_a_party_is_asked_about_a_mediator_if_narrative_says_that_it_is_silent(tiny: Dossier) -> None:
    assert ("upper-vell", "keeper") in silences(replace(bare(tiny), actors=tiny.actors))


def test_a_table_has_an_empty_cell_for_a_party_that_has_nothing_to_do_with_a_mediator(tiny: Dossier) -> None:
    spoken = tuple(one for one in tiny.positions if one.cell == Cell("lower-vell", "trust", "keeper"))
    completed = with_silence(replace(bare(tiny), positions=spoken))
    row = next(row for row in mediators(completed).seen if row.mediator.id == "keeper")
    assert [cell and cell.actor for cell in row.cells] == [None, "lower-vell"]
