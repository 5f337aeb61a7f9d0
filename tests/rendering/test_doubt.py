"""The words of doubt of a statement: the page says whether they concern the statement or what somebody else says."""

from __future__ import annotations

from dataclasses import replace

from macros.models.dossier import Dossier
from macros.models.statement import StatementKind
from tests.rendering.bodies import body, text_of

DOUBTED = "honest-keeper"


def told(dossier: Dossier, **changes: object) -> str:
    """The text of the argument page, after a change to the statement that is put with doubt."""
    statements = tuple(one.model_copy(update=changes) if one.id == DOUBTED else one for one in dossier.statements)
    return text_of(body(replace(dossier, statements=statements), "argument/"))


def test_doubt_about_the_statement_itself_is_the_speakers_caution(tiny: Dossier) -> None:
    assert "A concession, with a word of doubt: may well" in told(tiny)


def test_doubt_about_a_claim_names_whose_claim_it_is(tiny: Dossier) -> None:
    text = told(tiny, modality_about="tarn")
    assert f"with may well the speaker keeps a distance from what {tiny.actor['tarn'].name} says" in text
    assert "with a word of doubt" not in text


def test_the_doubt_of_a_report_is_shown_too(tiny: Dossier) -> None:
    assert "A report, with a word of doubt: may well" in told(tiny, kind=StatementKind.REPORT)


def test_a_step_says_whose_claim_is_doubted(shipped: Dossier) -> None:
    text = text_of(body(shipped, "argument/"))
    assert "Given as a judgement; with supposed the speaker keeps a distance from what Armenia says." in text
    assert "with a word of doubt: supposed" not in text
