"""Long quotations on pages: one block for each statement, with its speaker, as the record has it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.models.dossier import Dossier
from macros.proofreading.proofreader import Proofreader
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS
from tests.rendering.bodies import body, rendered, soup, text_of

BLOCK = (
    "The fishers of Upper Vell and the fishers of Lower Vell met on Skarn in late March. "
    "A second round, set for 12 May on Skarn, has been announced."
)


@pytest.fixture(scope="module")
def quoting(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    seeds = Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path_factory.mktemp("quoting") / "seeds"))
    statements, cover = seeds / "statements.yml", seeds / "dossier.yml"
    cover.write_text(f"{cover.read_text(encoding='utf-8')}long_quotations: yes\n", encoding="utf-8")
    text = statements.read_text(encoding="utf-8")
    before, after = text.split("passages: [p2s1]\n")
    text = f"{before}passages: [p2s1, p2s2]\n  block: {BLOCK}\n{after}"
    statements.write_text(text, encoding="utf-8")
    return open_dossier(seeds)


def test_a_long_quotation_is_a_block_with_its_speaker(quoting: Dossier) -> None:
    (figure,) = soup(body(quoting, "timeline/")).select("figure.long-quotation")
    assert text_of(str(figure.blockquote)) == BLOCK
    assert text_of(str(figure.figcaption)) == "The Herald"
    assert figure.find_parent(attrs={"data-statement": "march-meeting"})


def test_a_speaker_is_named_before_the_outlet(quoting: Dossier) -> None:
    told = quoting.statement["tarn-refuses"].chain
    said = tuple(
        one.model_copy(update={"chain": told}) if one.id == "march-meeting" else one for one in quoting.statements
    )
    (caption,) = soup(body(_with(quoting, said), "timeline/")).select(".long-quotation figcaption")
    assert text_of(str(caption)) == "Tarn, according to Quill, in the Herald"


def _with(dossier: Dossier, statements: tuple[object, ...]) -> Dossier:
    return Dossier(
        **{**{name: getattr(dossier, name) for name in dossier.__dataclass_fields__}, "statements": statements}
    )


def test_a_page_shows_it_once_and_every_page_passes_the_proofreader(quoting: Dossier) -> None:
    proofreader = Proofreader(quoting)
    shown = 0
    for address, html in rendered(quoting).items():
        count = html.count("long-quotation")
        assert count <= 1, address
        shown += count
        assert not [problem for problem in proofreader.problems(html) if "long quotation" in problem], address
    assert shown


@pytest.mark.parametrize(
    "html",
    [
        f'<blockquote data-block="may-announced">{BLOCK}</blockquote>',
        f"<blockquote>{BLOCK}</blockquote>",
        f'<blockquote data-block="march-meeting">{BLOCK.replace("late", "early")}</blockquote>',
    ],
)
def test_the_proofreader_finds_a_block_that_no_statement_has(quoting: Dossier, html: str) -> None:
    assert [one for one in Proofreader(quoting).problems(html) if "is not one that is recorded" in one]


def test_the_proofreader_accepts_the_block_of_a_statement(quoting: Dossier) -> None:
    assert not [*Proofreader(quoting).problems(f'<blockquote data-block="march-meeting">{BLOCK}</blockquote>')]


def test_its_passages_count_as_quoted(quoting: Dossier, tiny: Dossier) -> None:
    for dossier, quoted in ((tiny, 0), (quoting, 2)):
        bars = soup(body(dossier, "evidence/herald-17/")).select(".coverage__bar--quoted title")
        assert sum("Paragraph 2" in bar.get_text() for bar in bars) == quoted


def test_the_method_page_says_that_there_can_be_long_quotations(quoting: Dossier, tiny: Dossier) -> None:
    assert "one longer quotation of up to 60 words" in text_of(body(quoting, "about/"))
    assert "longer quotation" not in text_of(body(tiny, "about/"))
