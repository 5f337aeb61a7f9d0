from __future__ import annotations

import re

import pytest

from macros.models.date import parse_date
from macros.rendering.pages import environment
from tests.edtf_examples import READ


def html(macro: str, date: str, in_words: str | None = None) -> str:
    module = environment().get_template("parts/date.html.j2").module
    return str(getattr(module, macro)(parse_date(date), in_words))


def words(macro: str, date: str, in_words: str | None = None) -> str:
    return re.sub(r"<[^>]+>", "", html(macro, date, in_words))


@pytest.mark.parametrize(("date", "said"), READ.items())
def test_every_example_of_edtf_is_said_rightly(date: str, said: tuple[str, str]) -> None:
    assert (words("label", date), words("adverbial", date)) == said


@pytest.mark.parametrize("date", READ)
def test_every_mark_of_doubt_is_said(date: str) -> None:
    for macro in ("label", "adverbial"):
        said = words(macro, date)
        assert said.count("about") == len(re.findall("[~%]", date))
        assert said.count("possibly") == len(re.findall("[?%]", date))


def test_the_wording_of_the_source_takes_precedence() -> None:
    assert words("adverbial", "2023-06", "at the end of June 2023") == "at the end of June 2023"


def test_the_day_is_there_for_machines() -> None:
    assert html("adverbial", "0044-03-15~") == 'on about <time datetime="0044-03-15">15 March AD 44</time>'
