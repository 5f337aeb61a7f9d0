"""Titles on their way to MkDocs."""

from __future__ import annotations

from macros.mkdocs.pages import safe


def test_a_title_is_escaped_for_html_and_for_jinja() -> None:
    assert safe("<b>{{ x }}") == "&lt;b&gt;&#123;&#123; x &#125;&#125;"


def test_a_title_from_right_to_left_is_isolated_from_the_name_of_the_site() -> None:
    assert safe("محادثات") == "\u2068محادثات\u2069"
    assert safe("Talks") == "Talks"
