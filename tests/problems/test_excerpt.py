from __future__ import annotations

from pathlib import Path

import pytest

from macros.problems.excerpt import MAX_BYTES, columns, excerpt
from macros.problems.problem import Place


def drawn(file: Path, text: str, line: int, column: int, width: int = 1) -> list[str]:
    file.write_text(text, encoding="utf-8")
    lines = excerpt(Place(str(file), line, column, width))
    return [row for shown in lines for row in ([shown.text, shown.caret] if shown.is_wrong else [shown.text])]


def test_carets_are_below_the_wrong_part(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a", "- id: x\n  status: helt\n  more: y\n", 2, 11, 4) == [
        "- id: x",
        "  status: helt",
        "          ^^^^",
    ]


def test_the_first_line_has_no_line_above_it(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a", "x: y", 1, 4) == ["x: y", "   ^"]


def test_a_place_after_the_end_of_a_line_has_one_caret(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a", "x:\n", 1, 3) == ["x:", "  ^"]


def test_wide_and_combining_characters_keep_the_caret_in_its_column(tmp_path: Path) -> None:
    assert columns("東京") == 4
    assert columns("e\u0301") == 1
    assert drawn(tmp_path / "a", "東\u0301: yy", 1, 5, 2) == ["東\u0301: yy", "    ^^"]


def test_control_characters_are_escaped(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a", "\x1b[31m\u202e:\tz", 1, 8) == [r"\x1b[31m\u202e: z", f"{' ' * 15}^"]


def test_a_long_line_is_cut_to_the_part_around_the_place(tmp_path: Path) -> None:
    line, carets = drawn(tmp_path / "a", f"{'a' * 300}bbb{'c' * 300}", 1, 301, 3)
    assert line == f"…{'a' * 50}bbb{'c' * 47}…"
    assert carets == f"{' ' * 51}^^^"
    above, *_ = drawn(tmp_path / "a", f"{'a' * 300}\nb", 2, 1)
    assert above == f"{'a' * 100}…"
    whole, carets = drawn(tmp_path / "a", "b" * 300, 1, 1, 300)
    assert (whole, carets) == ("b" * 100, "^" * 100)


def test_lines_are_counted_as_yaml_counts_them(tmp_path: Path) -> None:
    assert drawn(tmp_path / "a", "a\u2028b\r\nc", 3, 1) == ["b", "c", "^"]


@pytest.mark.parametrize("text", ["one line", "a" * (MAX_BYTES + 1)])
def test_a_line_that_cannot_be_shown_has_no_excerpt(text: str, tmp_path: Path) -> None:
    assert drawn(tmp_path / "a", text, 7, 1) == []


@pytest.mark.parametrize("name", ["nowhere", "x\0", "a" * 5000, "."])
def test_a_file_that_cannot_be_read_has_no_excerpt(name: str) -> None:
    assert excerpt(Place(name, 1, 1)) == ()
