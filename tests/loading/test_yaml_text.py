from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.loading.problem import Place
from macros.loading.yaml_text import read_yaml


def test_every_scalar_is_the_text_that_was_typed() -> None:
    tree = read_yaml("a: no\nb: 12:30\nc: 2023-11-20\nd: 0x1F\ne: ~\nf:\n", "x.yml")
    assert tree.value == {"a": "no", "b": "12:30", "c": "2023-11-20", "d": "0x1F", "e": "~", "f": ""}
    assert tree.problems == []


def test_values_and_keys_know_their_places() -> None:
    tree = read_yaml("- a: 1\n  long name: |\n    text\n", "x.yml")
    assert tree.places.of_value((0, "a")) == Place("x.yml", 1, 6)
    assert tree.places.of_key((0, "long name")) == Place("x.yml", 2, 3)
    assert tree.places.of_value((0, "long name")) == Place("x.yml", 2, 14)


def test_a_path_without_a_place_has_that_of_its_nearest_ancestor() -> None:
    tree = read_yaml("- a: 1\n", "x.yml")
    assert tree.places.of_value((0, "missing", 3)) == Place("x.yml", 1, 3)
    assert tree.places.of_key((0, "missing")) == Place("x.yml", 1, 3)
    assert read_yaml("", "x.yml").places.of_value((9,)) == Place("x.yml", 1, 1)


@given(st.text() | st.text(alphabet="[]{}&*!|>-:?,#'\"% \n\tab0~"))
def test_any_text_gives_a_tree(text: str) -> None:
    tree = read_yaml(text, "x.yml")
    assert tree.value or tree.problems or tree.value in ("", [], {})
    for problem in tree.problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
