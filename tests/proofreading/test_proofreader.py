from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.models.dossier import Dossier
from macros.models.verb import Verb
from macros.proofreading.proofreader import Proofreader
from macros.site.build import Site
from tests.conftest import DOSSIERS
from tests.rendering.bodies import bodies, body

HERALD = (DOSSIERS / "tiny" / "herald.txt").read_text(encoding="utf-8").split("\n", 2)[2]


def told(dossier: Dossier, html: str) -> list[str]:
    return list(Site(dossier).read(html, hand_written=html).problems)


@pytest.mark.parametrize("which", ["minimal", "tiny", "shipped", "debates", "wide"])
def test_our_pages_have_nothing_to_mend(which: str, request: pytest.FixtureRequest) -> None:
    dossier = request.getfixturevalue(which)
    site = Site(dossier)
    found = {address: site.read(html, hand_written="").problems for address, html in bodies(dossier).items()}
    assert {address: problems for address, problems in found.items() if problems} == {}


def test_a_live_server_can_show_quotations_that_nobody_has_verified_yet(tiny: Dossier) -> None:
    unverified = replace(tiny, fingerprints=())
    assert unverified.unverified_sources == {"herald-17"}
    assert {
        address: told(unverified, html) for address, html in bodies(unverified).items() if told(unverified, html)
    } == {}
    assert told(unverified, "<p><q>in so many words</q></p>") == []
    assert told(tiny, "<p><q>in so many words</q></p>")


def test_a_level_of_the_chain_that_a_template_drops_is_told(tiny: Dossier) -> None:
    # As if a template had left out everybody between the outlet and the one who is quoted.
    html = body(tiny, "tracks/lighthouse-talks/")
    assert told(tiny, html) == []
    assert set(told(tiny, re.sub("(Edda )?Quill", "Somebody", html))) >= {
        "the statement 'tarn-refuses' does not name its speaker 'quill'"
    }


def test_an_addressee_that_a_template_drops_is_told(tiny: Dossier) -> None:
    (level,) = (level for level in tiny.statement["tarn-refuses"].chain if level.to)
    html = body(tiny, "tracks/lighthouse-talks/").replace(f"warned {tiny.actor[str(level.to)].name}", "warned somebody")
    assert set(told(tiny, html)) == {f"the statement 'tarn-refuses' does not name '{level.to}', to whom it was said"}


def test_a_setting_that_a_template_drops_is_told(tiny: Dossier) -> None:
    html = body(tiny, "tracks/skarn-talks/").replace("said at a public meeting that", "said that")
    assert set(told(tiny, html)) == {
        "the statement 'talks-stalled' does not say that it was said 'at a public meeting'"
    }


def test_what_is_wrong_is_told_on_every_page(tiny: Dossier) -> None:
    proofreader = Proofreader(tiny)
    html = f"<p>It is known that {tiny.statements[0].says}.</p><q>in so many words</q>"
    first = list(proofreader.problems(html))
    assert len(first) == 2
    assert list(proofreader.problems(html)) == first


def test_statements_that_begin_alike_are_both_told(tiny: Dossier) -> None:
    twin = tiny.statements[0].model_copy(update={"id": "twin"})
    dossier = replace(tiny, statements=(*tiny.statements, twin))
    problems = told(dossier, f"<p>It is known that {twin.says}.</p>")
    assert [problem.split("'")[3] for problem in problems] == [tiny.statements[0].id, "twin"]


def test_an_outlet_that_is_dropped_is_told(tiny: Dossier) -> None:
    statement = tiny.statements[0]
    outlet = tiny.base_source.publisher
    speakers = " ".join(tiny.actor[name].name for level in statement.path for name in level)
    html = f'<p data-statement="{statement.id}"><span class="said">{speakers} said at a public meeting that {statement.says}.</span></p>'
    lost = [f"the statement '{statement.id}' does not name '{outlet}', which published it"]
    assert list(Proofreader(tiny).problems(html)) == lost
    name = tiny.actor[outlet].short
    # One line of the page is enough, but each page has another line.
    assert list(Proofreader(tiny, [f"From <b>{name}</b>.", "From somebody."]).problems(html)) == lost
    assert list(Proofreader(tiny, [f"From <b>{name}</b>.", f"By {name}."]).problems(html)) == []


def _list(tiny: Dossier, lead: str, *names: str) -> str:
    items = "".join(
        f'<li data-statement="{name}"><span class="said">{tiny.statement[name].says}</span></li>' for name in names
    )
    return f'<div data-group><p class="said-group__lead">{lead} said at a public meeting that</p><ul>{items}</ul></div>'


def test_the_line_above_a_list_names_the_speakers_of_every_item(tiny: Dossier) -> None:
    alike = [one.id for one in tiny.statements if one.way == tiny.statement["keeper-plan"].way]
    assert len(alike) > 1
    speaker = tiny.actor["quill"]
    assert told(tiny, _list(tiny, speaker.name, *alike)) == []
    assert told(tiny, _list(tiny, "Somebody", *alike)) == [
        f"the statement '{name}' does not name its speaker '{speaker.id}'" for name in alike
    ]


def test_a_name_in_an_item_does_not_replace_the_line(tiny: Dossier) -> None:
    statement = tiny.statements[0]
    html = _list(tiny, "Somebody", statement.id).replace("</span>", f" {tiny.speakers_of(statement)[0].name}</span>")
    assert len(told(tiny, html)) == 1


def test_a_list_of_statements_that_came_in_different_ways_is_told(tiny: Dossier) -> None:
    statement = tiny.statements[0]
    other = next(one for one in tiny.statements if one.way != statement.way)
    names = ", ".join(actor.name for actor in tiny.actors)
    assert told(tiny, _list(tiny, names, statement.id, other.id)) == [
        f"'{statement.id}' and '{other.id}' are below one line, but they do not have the same speakers"
    ]


def test_a_content_clause_without_its_speaker_is_told(tiny: Dossier) -> None:
    statement = tiny.statements[0]
    opening = " ".join(statement.says.casefold().split()[:6])
    assert told(tiny, f"<p>It is known that {statement.says}.</p>") == [
        f"'{opening} …' of the statement '{statement.id}' is shown without its speaker"
    ]


def test_an_infinitive_of_two_words_is_no_clause_without_its_speaker(tiny: Dossier) -> None:
    chain = (tiny.statement["talks-stalled"].chain[-1].model_copy(update={"verb": Verb.DECLINED}),)
    declined = tiny.statement["talks-stalled"].model_copy(update={"chain": chain, "says": "to comment"})
    dossier = replace(tiny, statements=(declined, *tiny.statements[1:]))
    assert told(dossier, "<p>Who wants to comment can write to the editors.</p>") == []


def test_a_quotation_below_a_line_that_denies_is_compared_with_its_verb(tiny: Dossier) -> None:
    stayed = tiny.statement["tarn-refuses"]
    denied = stayed.model_copy(update={"chain": (stayed.chain[-1].model_copy(update={"verb": Verb.DENIED}),)})
    (herald,) = tiny.fingerprints
    passages = {one.address: one.model_copy(update={"denied": ((0, 0, 99),)}) for one in herald.passages}
    prints = (herald.model_copy(update={"passage": passages}),)
    item = '<ul><li data-statement="{0}"><span class="said">{1}</span></li></ul>'.format
    for statement, problems in ((stayed, 1), (denied, 0)):
        dossier = replace(
            tiny,
            statements=tuple(statement if one is stayed else one for one in tiny.statements),
            fingerprints=prints,
        )
        found = told(dossier, item(statement.id, statement.says.replace("“", "<q>").replace("”", "</q>")))
        assert len([one for one in found if "leaves out the denial" in one]) == problems


def test_a_statement_that_is_cut_short_is_told(tiny: Dossier) -> None:
    statement = tiny.statements[0]
    names = " ".join(tiny.actor[n].name for n in tiny.speakers(statement))
    html = f'<div data-statement="{statement.id}"><span class="said">{names} said so at a public meeting.</span></div>'
    assert told(tiny, html) == [f"the statement '{statement.id}' is not shown in full"]


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("<p>He wrote <q>the keeper was partial</q>.</p>", None),
        ("<p>He wrote <q>the keeper <b>was</b> impartial</q>.</p>", "the first word that differs is 'impartial'"),
        ("<p><q>so</q></p>", "nothing proves the quotation “so”, which is too short to verify by itself"),
        ("<p><q>partial</q></p>", None),
        # An element left open ends with the one around it.
        ("<section><p><q>the keeper was fair</section> after</p>", "the first word that differs is 'fair'"),
        ("<p>stray </b> end tag, <img src='x.png'> and a <br> are no matter</p>", None),
    ],
)
def test_every_quotation_is_looked_up(html: str, problem: str | None, tiny: Dossier) -> None:
    found = told(tiny, html)
    assert (problem is None) == (found == [])
    assert problem is None or problem in found[0]


def test_without_a_fingerprint_nothing_can_be_quoted(minimal: Dossier) -> None:
    assert told(minimal, "<p><q>the door is open</q></p>") == ["no source can verify the quotation “the door is open”"]


def test_borrowed_words_are_found_across_markup_but_not_in_titles(tiny: Dossier) -> None:
    text = " ".join(HERALD.split()[:12])
    half = len(text) // 2
    assert len(told(tiny, f"<p>{text[:half]}<i>{text[half:]}</i></p>")) == 1
    assert told(tiny, f"<p><cite>{text}</cite></p>") == []
    assert told(tiny, f"<p>{' '.join(text.split()[:7])}</p><p>{' '.join(text.split()[7:])}</p>") == []


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ('<q class="unverified" data-source="gazette-april">no boat could put out</q>', None),
        (
            '<q class="unverified" data-source="gazette-april">no ship could put out</q>',
            "the quotation “no ship could put out” is not the one that is recorded for 'gazette-april'",
        ),
        (
            '<q class="unverified" data-source="herald-17">the keeper was fair</q>',
            "the quotation “the keeper was fair” is not the one that is recorded for 'herald-17'",
        ),
        # Without its mark for the reader it must stand in a fingerprinted source, as any other.
        (
            '<q data-source="gazette-april">no boat could put out</q>',
            "the quotation “no boat could put out” is not in",
        ),
    ],
)
def test_a_quotation_seen_in_excerpt_is_the_one_recorded_and_marked(
    html: str, problem: str | None, tiny: Dossier
) -> None:
    found = told(tiny, f"<p>{html}</p>")
    assert (problem is None) == (found == [])
    assert problem is None or found[0].startswith(problem)
