from __future__ import annotations

from dataclasses import replace

from macros.models.dossier import Dossier
from macros.models.source import Layer
from macros.rendering.views.balance import balance_of, report


def test_sources_are_counted_by_country_and_kind_each_once(tiny: Dossier) -> None:
    others = tiny.in_layer(Layer.OTHER)
    balance = balance_of(tiny, (*others, *others))
    assert [(share.country, share.number) for share in balance.shares] == [("Skarn", 2), ("Lower Vell", 1)]
    assert balance.shares[0].kinds == (("government", 1), ("independent", 1))
    assert balance.number == 3
    assert balance.only is None


def test_a_report_from_one_side_only_is_marked(tiny: Dossier) -> None:
    by_id = {check.id: report(tiny, check) for check in tiny.checks}
    assert by_id["check-reason"].balance.only == tiny.actor["lower-vell"]
    assert by_id["check-refusal"].balance.only is None  # a third country's paper has it too
    assert by_id["check-march-days"].balance.only is None  # one country, but no party


def test_a_government_states_and_an_outlet_reports(tiny: Dossier) -> None:
    by_id = {check.id: report(tiny, check) for check in tiny.checks}
    assert by_id["check-march-days"].is_primary
    assert not by_id["check-refusal"].is_primary


def test_only_a_check_dates_anything(tiny: Dossier) -> None:
    assert report(tiny, tiny.later_facts[0]).dating is None
    assert report(tiny, tiny.checks[1]).dating == tiny.checks[1].dating


def test_a_country_is_compared_with_a_party_in_any_spelling_of_its_letters(tiny: Dossier) -> None:
    (one,) = (source for source in tiny.in_layer(Layer.OTHER) if source.affiliation.country == "Lower Vell")
    party = tiny.actor["lower-vell"].model_copy(update={"name": "İran"})
    source = one.model_copy(update={"affiliation": replace(one.affiliation, country="I\u0307RAN")})
    dossier = replace(tiny, actors=tuple(party if actor.id == party.id else actor for actor in tiny.actors))
    assert balance_of(dossier, [source]).only == party
