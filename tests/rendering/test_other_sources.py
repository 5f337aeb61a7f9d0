from __future__ import annotations

from macros.models.check import CheckRelation
from macros.models.dossier import Dossier
from macros.rendering.other_sources import OtherSources
from macros.rendering.views.cross_check import most_important
from tests.rendering.bodies import trees


def test_what_differs_comes_first_then_a_date_then_what_agrees(tiny: Dossier) -> None:
    check = tiny.checks[0]

    def one(relation: CheckRelation, *, dated: bool = False) -> object:
        dating = tiny.cover.as_of if dated else None
        return check.model_copy(update={"id": f"c-{relation}-{dated}", "relation": relation, "dating": dating})

    context, precision = one(CheckRelation.CONTEXT), one(CheckRelation.ADDS_PRECISION)
    agrees, differs = one(CheckRelation.CORROBORATES), one(CheckRelation.CONTRADICTS, dated=True)
    dated = one(CheckRelation.ADDS_PRECISION, dated=True)
    checks = [context, precision, agrees, dated, differs]
    assert most_important(checks, 9) == [differs, dated, agrees, precision, context]  # type: ignore[arg-type]
    assert most_important(checks, 2) == [differs, dated]  # type: ignore[arg-type]
    assert most_important([], 2) == []


def test_a_page_shows_no_report_twice_but_still_leads_on(shipped: Dossier) -> None:
    event = next(event for event in shipped.events if any(check.target == event.id for check in shipped.checks))
    own = {check.id for check in shipped.checks if check.target in {event.id, *event.told_by}}
    sources = OtherSources(shipped)
    shown: list[str] = []
    comparison = sources.event(event)
    while comparison and comparison.leading:
        shown += [report.record.id for report, _ in comparison.leading]
        comparison = sources.event(event)
    assert len(shown) == len(set(shown))
    assert set(shown) == own
    assert comparison
    assert comparison.dispute is None
    assert comparison.others


def test_records_with_which_nothing_is_compared_have_no_line(shipped: Dossier) -> None:
    assert OtherSources(shipped).statements([]) is None


def test_the_line_gives_the_fact_and_leads_on(shipped: Dossier) -> None:
    line = next(
        line.get_text()
        for line in trees(shipped)["tracks/european/"].select(".layer--other")
        if "5 October" in line.text
    )
    words = " ".join(line.split())
    assert (
        "RFE/RL’s Armenian Service and Mediamax: the meeting was set for 5 October and President Aliyev declined to come."
        in words
    )
    # The words of the report give the date, so it is not repeated.
    assert "Date given: 5 October" not in words
    assert "agree" not in words
