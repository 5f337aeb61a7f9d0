from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.loading.yaml_text import MAX_PROBLEMS, read_yaml
from macros.problems.problem import Place


def test_every_scalar_is_the_text_that_was_typed() -> None:
    tree = read_yaml("a: no\nb: 12:30\nc: 2023-11-20\nd: 0x1F\ne: ~\nf:\n", "x.yml")
    assert tree.value == {"a": "no", "b": "12:30", "c": "2023-11-20", "d": "0x1F", "e": "~", "f": ""}
    assert tree.problems == []


def test_values_and_keys_have_places() -> None:
    tree = read_yaml("- a: 1\n  long name: |\n    text\n", "x.yml")
    assert tree.places.of_value((0, "a")) == Place("x.yml", 1, 6)
    assert tree.places.of_key((0, "long name")) == Place("x.yml", 2, 3)
    assert tree.places.of_value((0, "long name")) == Place("x.yml", 2, 14)


def test_a_path_without_a_place_has_the_place_of_its_nearest_ancestor() -> None:
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


def test_aliases_that_would_expand_to_a_huge_value_are_reported_at_their_places() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60))]
    problems = read_yaml("\n".join(lines), "x.yml").problems
    assert len(problems) == MAX_PROBLEMS
    assert str(problems[0]) == "x.yml:2:10: a YAML alias is not allowed here (write the value itself)"


def test_very_deep_nesting_is_reported_once() -> None:
    for text in ("[" * 900 + "]" * 900, "{a: " * 900 + "}" * 900):
        assert [problem.message for problem in read_yaml(text, "x.yml").problems] == ["nested deeper than 12 levels"]
    assert "not valid YAML" in read_yaml("[" * 100_000, "x.yml").problems[0].message


def test_values_beyond_the_limit_are_not_read() -> None:
    tree = read_yaml("[a, b, c]", "x.yml", limit=2)
    assert [str(problem) for problem in tree.problems] == [
        "x.yml:1:5: there are too many values (is this a seed file?)"
    ]


def test_a_place_is_as_wide_as_the_word() -> None:
    places = read_yaml("a: 'one two'\nb: |\n  text\nc: [d]\n", "x.yml").places
    assert [places.of_value((name,)).width for name in "abc"] == [9, 1, 1]
    assert places.of_key(("a",)).width == 1
