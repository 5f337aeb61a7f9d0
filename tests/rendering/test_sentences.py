"""The composed sentences: grammar for every verb, and nothing of any level of a chain is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from macros.models.dossier import Dossier
from macros.models.statement import Level, Statement
from macros.rendering.attribution import Attribution
from macros.rendering.narrative import NarrativeReader
from macros.rendering.pages import environment
from macros.rendering.prose import Prose
from tests.rendering.bodies import soup

COMPOSED = """{% from "parts/statement.html.j2" import composed with context %}{{ composed(said) }}"""
BLOCKS = """{% from "parts/statement.html.j2" import blocks with context %}{{ blocks(statements) }}"""
NARRATIVE = (
    """{% from "parts/narrative.html.j2" import narrative with context %}{{ narrative("Words [@talks-stalled].") }}"""
)


def read(html: str) -> str:
    """What a reader reads, without blanks at the edges of elements."""
    return " ".join(soup(html).get_text().split())


def level(speaker: str | list[str], verb: str = "said", **more: Any) -> dict[str, Any]:
    return {"speaker": speaker, "verb": verb, **more}


def put(tiny: Dossier, *chain: dict[str, Any], says: str = "the boats were wet", **more: Any) -> Statement:
    """A statement with the given chain."""
    levels = tuple(Level.model_validate(one) for one in chain)
    return tiny.statement["talks-stalled"].model_copy(update={"chain": levels, "says": says, **more})


def rendered(dossier: Dossier, template: str, **values: Any) -> str:
    return (
        environment()
        .from_string(template)
        .render(dossier=dossier, cover=dossier.cover, prose=Prose(dossier), link=str, **values)
    )


def sentences(tiny: Dossier, *statements: Statement) -> list[str]:
    """The sentences of one page."""
    attribution = Attribution(tiny)
    return [read(rendered(tiny, COMPOSED, said=attribution.of(one))) for one in statements]


def later(tiny: Dossier, *statements: Statement) -> list[str]:
    """The same, on a page that has already introduced everybody."""
    attribution = Attribution(tiny)
    for actor in tiny.actors:
        attribution.mention(actor.id)
    return [read(rendered(tiny, COMPOSED, said=attribution.of(one))) for one in statements]


def test_a_verb_that_says_the_opposite_does_not_close_a_sentence(tiny: Dossier) -> None:
    denied = put(tiny, level("tarn", "denied"))
    assert later(tiny, denied, denied) == ["Tarn denied that the boats were wet."] * 2


def test_the_line_above_a_list_has_the_frame_of_its_verb(tiny: Dossier) -> None:
    urged = put(tiny, level("tarn", "called on", to="upper-vell"), says="to paint the boats")
    lead = soup(_block(tiny, [urged, urged])).select_one(".said-group__lead")
    assert lead
    assert read(str(lead)) == "Tarn called on Upper Vell"
    asked = put(tiny, level("tarn", "asked"), says="whether the boats were wet")
    promised = put(tiny, level("tarn", "promised"), says="to paint the boats")
    assert len(soup(_block(tiny, [asked, promised])).select(".said-group")) == 0


def test_those_who_speak_together_are_named_together(tiny: Dossier) -> None:
    both = put(tiny, level(["tarn", "quill"], "added"))
    all_of_them = put(tiny, level(["tarn", "keeper", "quill"], to="skarn-council", date="1999-04-20"))
    relayed = put(tiny, level(["tarn", "quill"]), level("keeper"))
    assert sentences(tiny, both, both) == [
        "Joss Tarn, the speaker of Lower Vell, and Edda Quill, a retired harbour master, added that the boats were wet,"
        " as reported by the Skarn Herald, a weekly paper.",
        "The boats were wet, Tarn and Quill added.",
    ]
    assert later(tiny, all_of_them) == [
        "Tarn, the keeper and Quill told the council on 20 April 1999 that the boats were wet."
    ]
    assert later(tiny, relayed) == ["The keeper said that the boats were wet, according to Tarn and Quill."]


def test_no_level_loses_anything(tiny: Dossier) -> None:
    chain = (
        level("keeper", "wrote", to="skarn-council", setting="in a letter", date="1999-03"),
        level("quill", "complained", to="keeper", date="1999-04-01"),
        level("tarn", to="lower-vell", setting="at a meeting", date="1999-04", date_in_words="in early April"),
    )
    (first,) = sentences(tiny, put(tiny, *chain))
    assert first == (
        "Joss Tarn, the speaker of Lower Vell, told Lower Vell at a meeting in early April that the boats were wet,"
        " Edda Quill complained to the keeper of the lighthouse on 1 April 1999,"
        " the keeper wrote to the council of Skarn in a letter in March 1999,"
        " as reported by the Skarn Herald, a weekly paper."
    )
    assert later(tiny, put(tiny, *chain)) == [
        "Tarn told Lower Vell at a meeting in early April that the boats were wet,"
        " Quill complained to the keeper on 1 April 1999, the keeper wrote to the council in a letter in March 1999."
    ]


def test_an_addressee_is_introduced_with_its_role(tiny: Dossier) -> None:
    told = put(tiny, level("keeper", to="tarn"))
    dated = put(tiny, level("keeper", to="tarn", setting="on the quay"))
    relayed = put(tiny, level("keeper", to="tarn"), level("quill"))
    tail = "that the boats were wet, as reported by the Skarn Herald, a weekly paper."
    role = "The keeper of the lighthouse told Joss Tarn, the speaker of Lower Vell,"
    assert sentences(tiny, told, put(tiny, level("tarn"))) == [f"{role} {tail}", "Tarn said that the boats were wet."]
    assert sentences(tiny, dated) == [f"{role} on the quay {tail}"]
    assert sentences(tiny, relayed) == [
        "Edda Quill, a retired harbour master, said that the boats were wet, the keeper of the lighthouse told Joss Tarn, the speaker of Lower Vell,"
        " as reported by the Skarn Herald, a weekly paper."
    ]


def test_an_addressee_has_the_role_of_the_day_on_which_it_was_said(tiny: Dossier) -> None:
    early = put(tiny, level("keeper", to="tarn", date="1998"))
    assert "told Joss Tarn in 1998 that" in sentences(tiny, early)[0]


@pytest.mark.parametrize("said", ["said", "told"])
def test_a_bare_said_in_the_middle_is_an_according_to(tiny: Dossier, said: str) -> None:
    middle = level("quill", **({"to": "keeper"} if said == "told" else {}))
    words = {"said": "according to Quill", "told": "Quill told the keeper"}[said]
    assert later(tiny, put(tiny, middle, level("tarn"))) == [f"Tarn said that the boats were wet, {words}."]


@pytest.mark.parametrize(
    "says",
    [
        "he did not see the boats",
        "the boats that she saw were wet",
        "the boats were wet, and that they leaked",
        "the boats were wet; nobody had painted them",
        "Lower Vell would keep its boats",
    ],
)
def test_content_that_needs_its_speaker_does_not_come_first(tiny: Dossier, says: str) -> None:
    assert later(tiny, *[put(tiny, level("tarn"), says=says)] * 2) == [f"Tarn said that {says}."] * 2


def test_a_paraphrase_is_not_called_a_quotation(tiny: Dossier) -> None:
    for mode in ("direct", "indirect", "mixed"):
        (sentence,) = sentences(tiny, put(tiny, level("quill"), mode=mode))
        assert "as reported by the Skarn Herald" in sentence
        assert "quoted" not in sentence


def test_a_headline_is_named_with_its_outlet(tiny: Dossier) -> None:
    headline = put(tiny, level("tarn"), passages=("headline",))
    source = tiny.base_source
    passages = (source.passages[0].model_copy(update={"address": "headline"}), *source.passages)
    changed = replace(tiny, sources=(source.model_copy(update={"passages": passages}),))
    assert [text.split("wet, ")[1] for text in sentences(changed, headline, headline)] == [
        "according to the headline of the Skarn Herald, a weekly paper.",
        "Tarn said, according to the headline.",
    ]


def _block(tiny: Dossier, statements: Iterable[Statement], *, introduced: bool = True) -> str:
    attribution = Attribution(tiny)
    for actor in tiny.actors if introduced else ():
        attribution.mention(actor.id)
    return rendered(tiny, BLOCKS, statements=list(statements), attribution=attribution)


def test_the_line_above_a_list_has_everything(tiny: Dossier) -> None:
    one = put(tiny, level("quill", "stressed", setting="in a letter"), level("tarn", to="upper-vell", date="1999-04"))
    lead = soup(_block(tiny, [one, one])).select_one(".said-group__lead")
    assert lead
    assert read(str(lead)) == "Tarn told Upper Vell in April 1999, Quill stressed in a letter, that"
    alone = put(tiny, level("keeper", to="tarn"))
    attribution = Attribution(tiny)
    attribution.mention("herald")
    lead = soup(rendered(tiny, BLOCKS, statements=[alone, alone], attribution=attribution)).select_one(
        ".said-group__lead"
    )
    assert lead
    assert read(str(lead)) == "The keeper of the lighthouse told Joss Tarn, the speaker of Lower Vell, that"


def test_a_verb_that_the_line_above_a_list_does_not_give_is_behind_the_mark(tiny: Dossier) -> None:
    said, argued = put(tiny, level("tarn")), put(tiny, level("tarn", "argued"))
    items = [read(str(item)) for item in soup(_block(tiny, [said, argued])).select("li")]
    assert ["Tarn argued it" in item for item in items] == [False, True]
    assert "Tarn said it" not in items[0]


def test_a_mark_says_who_is_not_named_again(tiny: Dossier) -> None:
    implied = put(tiny, level("quill"), level("tarn", implied=True))
    text = read(_block(tiny, [implied]))
    assert "Not named here: Tarn" in text
    assert "Not named here: Quill" not in text


def test_what_a_mark_of_narrative_opens_has_every_level(tiny: Dossier) -> None:
    chain = (
        level("quill", "argued", to="keeper", setting="in a letter", date="1999-05"),
        level("tarn", "warned", to="upper-vell", date="1999-04-20"),
    )
    statement = put(tiny, *chain)
    dossier = replace(tiny, statements=tuple(statement if one.id == statement.id else one for one in tiny.statements))
    text = read(rendered(dossier, NARRATIVE, clauses=NarrativeReader(dossier).paragraphs))
    assert (
        "Edda Quill, a retired harbour master (argued to the keeper of the lighthouse in a letter in May 1999),"
        " who cites Joss Tarn, the speaker of Lower Vell (warned Upper Vell on 20 April 1999):"
    ) in text
