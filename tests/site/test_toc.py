from __future__ import annotations

from macros.site.toc import contents


def test_sections_hold_what_stands_below_them() -> None:
    made = contents(
        '<h2 id="a">One</h2><h3 id="b" class="x">Two <b>bold</b></h3><h2 id="c">Three</h2><h2>no anchor</h2>'
    )
    assert [(token.anchor, token.name) for token in made] == [("a", "One"), ("c", "Three")]
    assert [(token.anchor, token.name) for token in made[0].children] == [("b", "Two bold")]


def test_a_heading_without_a_section_above_it_stands_by_itself() -> None:
    assert [token.level for token in contents('<h3 id="a">One</h3>')] == [3]


def test_what_became_of_a_meeting_is_no_part_of_its_name() -> None:
    (token,) = contents('<h2 id="a">A meeting <span class="standing standing--done">Held</span></h2>')
    assert token.name == "A meeting"


def test_names_are_escaped_once() -> None:
    (token,) = contents('<h2 id="a">R&amp;D &lt;script&gt;</h2>')
    assert token.name == "R&amp;D &lt;script&gt;"
