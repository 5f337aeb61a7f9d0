from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from macros.site.stylesheet import used_properties, used_rules, words_of


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{b:c}.x{b:c}", ".a{b:c}"),
        (".a .x,.a p,.x{b:c}", ".a p{b:c}"),
        ("p,:root{b:c}", "p,:root{b:c}"),
        (".a.x{b:c}.x .a{b:c}", ""),
        (".a__part,.a--variant,.a__part--variant{b:c}.x__part{b:c}", ".a__part,.a--variant,.a__part--variant{b:c}"),
        (".a:not(.x){b:c}.a:is(.x,.y){b:c}[class=x.y] .a{b:c}", ".a:not(.x){b:c}.a:is(.x,.y){b:c}[class=x.y] .a{b:c}"),
        ("@media print{.x{b:c}.a{b:c}}@media print{.x{b:c}}", "@media print{.a{b:c}}"),
        ("@keyframes x{0%{b:c}to{b:.5}}", "@keyframes x{0%{b:c}to{b:.5}}"),
        ('@charset "UTF-8";.x{b:c}p{b:c}', "p{b:c}"),
    ],
)
def test_a_rule_stays_if_an_element_can_have_its_classes(css: str, kept: str) -> None:
    assert used_rules(css, words_of('<p class="a">')) == kept


def test_a_custom_property_stays_if_something_uses_it() -> None:
    css = ':root{--a:url("data:;,");--b:1;--c:2}p{d:var(--b)}.x{--e:f}'
    assert used_properties(css, "q{r:var( --c, 0)}") == ":root{--b:1;--c:2}p{d:var(--b)}"


def test_the_style_sheet_of_material_is_understood() -> None:
    (file,) = (files("material") / "templates/assets/stylesheets").glob("main.*.min.css")  # type: ignore[attr-defined]
    css = Path(file).read_text(encoding="utf-8")
    # With every word, nothing is left out: every brace, string and selector was read rightly.
    assert used_rules(css, words_of(css)) == css
    assert "/*" not in re.sub(r'"[^"]*"', "", css)
    assert all(selector.count("(") == selector.count(")") for selector in re.findall(r"([^{}]+)\{", css))
    # What it loads is in it.
    assert set(re.findall(r'url\("?(\w+):?', css)) == {"data"}
