from __future__ import annotations

from macros.rendering.blocks import anchors, marked, put_back, taken_out


def test_a_block_comes_out_and_goes_back_to_its_place() -> None:
    page = f"Before.\n\n{marked('<p>one</p>')}\n\nBetween.\n\n{marked('<p>two</p>')}\n\nAfter."
    left, blocks = taken_out(page)
    assert blocks == ["<p>one</p>", "<p>two</p>"]
    assert "<p>" not in left
    assert put_back(left, blocks) == "Before.\n\n<p>one</p>\n\nBetween.\n\n<p>two</p>\n\nAfter."


def test_markup_that_looks_like_a_placeholder_stays_as_it_is() -> None:
    stranger = '<div data-rendered="7"></div>'
    left, blocks = taken_out(f"{stranger}\n\n{marked('<p>one</p>')}")
    assert put_back(left, blocks) == f"{stranger}\n\n<p>one</p>"


def test_a_block_may_hold_what_a_pattern_would_read_as_a_reference() -> None:
    left, blocks = taken_out(marked(r"<p>\1 \g<0></p>"))
    assert put_back(left, blocks) == r"<p>\1 \g<0></p>"


def test_anchors_of_blocks_are_known() -> None:
    assert anchors(['<h2 class="a" id="one">', '<p id="two" data-id="three">']) == {"one", "two"}
