from __future__ import annotations

import pytest

from macros.rendering.blocks import anchors, marked, put_back, taken_out


def test_a_block_is_taken_out_and_put_back_in_the_same_place() -> None:
    page = f"Before.\n\n{marked('<p>one</p>')}\n\nBetween.\n\n{marked('<p>two</p>')}\n\nAfter."
    left, blocks = taken_out(page)
    assert blocks == ["<p>one</p>", "<p>two</p>"]
    assert "<p>" not in left
    assert put_back(left, blocks) == "Before.\n\n<p>one</p>\n\nBetween.\n\n<p>two</p>\n\nAfter."


def test_a_block_can_contain_text_that_looks_like_a_group_reference() -> None:
    left, blocks = taken_out(marked(r"<p>\1 \g<0></p>"))
    assert put_back(left, blocks) == r"<p>\1 \g<0></p>"


@pytest.mark.parametrize(
    "page",
    [
        "<pre>&lt;div data-rendered=&quot;0&quot;&gt;&lt;/div&gt;</pre>",
        '<div data-rendered="0"></div><div data-rendered="0"></div>',
        '<div data-rendered="0"></div><div data-rendered="7"></div>',
        "",
    ],
)
def test_a_block_that_does_not_come_back_exactly_once_is_reported(page: str) -> None:
    with pytest.raises(ValueError, match="must stand by itself"):
        put_back(page, ["<p>one</p>"])


def test_anchors_are_known() -> None:
    assert anchors('<h2 class="a" id="one"><p id="two" data-id="three">') == {"one", "two"}
