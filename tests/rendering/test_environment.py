from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.typography import capital_first, lower_first
from macros.rendering.pages import environment, language_name, record_name, render_part
from tests.conftest import ROOT
from tests.hostile import HOSTILE
from tests.rendering.bodies import body


def test_an_undefined_name_in_a_template_raises() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()


def test_whatever_a_record_holds_comes_out_as_text() -> None:
    html = environment().from_string('<a title="{{ text }}">{{ text }}</a>').render(text=HOSTILE)
    assert "<script" not in html
    assert "<b " not in html
    assert html.count('"') == 2


@pytest.mark.parametrize(("text", "capital"), [("the EU", "The EU"), ("", ""), ("“x”", "“x”"), ("éa", "Éa")])
def test_only_the_first_letter_becomes_a_capital(text: str, capital: str) -> None:
    assert capital_first(text) == capital


def test_only_the_first_letter_becomes_small() -> None:
    assert lower_first("At Noon") == "at Noon"


@pytest.mark.parametrize(("tag", "name"), [("en", "English"), ("hy", "Armenian"), ("zz-x", "zz-x"), ("not!", "not!")])
def test_languages_are_called_by_their_names(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_a_link_is_called_by_what_a_reader_knows(shipped: Dossier) -> None:
    assert record_name(shipped.actor["eu"]) == "The European Union"
    assert record_name(shipped.tracks[0]) == "The European track"
    assert record_name(shipped.gaps[2]) == "When was the Brussels meeting to take place?"
    assert record_name(shipped.terms[0]) == "Track"
    assert record_name(shipped.statements[0]) == "The American track will most likely have some problems too"
    assert record_name(shipped.statement["quiet-front"]) == "quiet-front"


@pytest.mark.parametrize("kind", list(Nothing))
def test_each_kind_of_nothing_has_words_of_its_own(kind: Nothing) -> None:
    words = {
        Nothing.SILENT: "This is not said",
        Nothing.UNKNOWN: "Nobody has established this",
        Nothing.NONE: "There was none",
        Nothing.NOT_APPLICABLE: "Does not apply",
    }
    module = environment().get_template("parts/nothing.html.j2").module
    assert words[kind] in str(module.nothing(kind))  # type: ignore[attr-defined]


def test_the_line_below_the_name_gives_the_day_and_the_number_of_sources(shipped: Dossier) -> None:
    line = render_part(shipped, "strapline")
    assert "18 November 2023" in line
    assert "Based on one source, published by PanARMENIAN.Net." in line
    assert "Based on two sources; where no outlet is named, it is" in render_part(
        replace(shipped, sources=shipped.sources * 2), "strapline"
    )


@pytest.mark.parametrize(("number", "words"), [(1, "one"), (9, "nine"), (10, "10")])
def test_a_small_number_is_written_as_a_word(number: int, words: str) -> None:
    module = environment().get_template("parts/count.html.j2").module
    assert module.count(number).strip() == words  # type: ignore[attr-defined]


def test_the_page_of_later_events_has_a_line_of_its_own(shipped: Dossier) -> None:
    line = render_part(shipped, "hindsight")
    assert "Hindsight, as of" in line
    assert "PanARMENIAN.Net" in line
    assert "18 November 2023" in line


def test_a_template_that_cannot_be_read_says_its_place(
    tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    page = tmp_path / "pages" / "home.html.j2"
    page.write_text("one line\n{% if %}", encoding="utf-8")
    monkeypatch.setattr("macros.rendering.environment.TEMPLATES", tmp_path)
    environment.cache_clear()
    with pytest.raises(TemplateSyntaxError, match="Expected an expression") as wrong:
        body(tiny, "")
    environment.cache_clear()
    assert (wrong.value.filename, wrong.value.lineno) == (str(page), 2)


def test_the_page_of_problems_knows_neither_records_nor_views() -> None:
    code = (
        "import sys; import macros.rendering.problem_page;"
        "print(*[name for name in sys.modules if name.startswith('macros.')])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {name.split(".")[1] for name in run.stdout.split()} == {"problems", "rendering"}
    assert "macros.rendering.views" not in run.stdout
