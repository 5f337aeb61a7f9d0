"""Every example of EDTF is read, or refused with the form to write."""

from __future__ import annotations

import re
from datetime import date

import pytest
from edtf import parse_edtf

from macros.models.date import parse_date
from tests.edtf_examples import READ, REFUSED


@pytest.mark.parametrize("text", READ)
def test_an_example_is_read(text: str) -> None:
    assert parse_date(text).text == text


@pytest.mark.parametrize(
    "text", [text for text in READ if text > "1000" and not re.search(r"^/|/$|\.\.(/|\]|$)|[/\[]\.\.", text)]
)
def test_an_example_means_what_the_edtf_package_reads(text: str) -> None:
    read = parse_edtf(text)
    days = date(*read.lower_strict()[:3]), date(*read.upper_strict()[:3])
    assert (parse_date(text).earliest, parse_date(text).latest) == days


@pytest.mark.parametrize(("text", "words"), REFUSED.items())
def test_another_example_is_refused_with_the_form_to_write(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        parse_date(text)


@pytest.mark.parametrize("text", REFUSED)
def test_the_form_to_write_can_itself_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"write|put|calendar|ends") as refused:
        parse_date(text)
    for advised in re.findall(
        r"(?:write|as in) (?:the months of the season, as in )?\"?([\d\[/][^ ,;\"]*)", str(refused.value)
    ):
        assert parse_date(advised)
