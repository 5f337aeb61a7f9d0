from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.loading.text_edits import Node, TextEdits, inline, node_of
from macros.loading.yaml_text import read_yaml

BLOCK = """\
# above
- id: a    # first
  voices: [x, y]

  says: >-
    Two lines
    of text.

# between
- id: b
  nothing: silent   # why
  # below
- {id: c, nothing: silent, more: [1, 2]}
# end
"""


def edited(text: str) -> tuple[Node, TextEdits]:
    node = node_of(text)
    assert node
    return node, TextEdits(text)


def test_every_node_is_known_by_its_place_and_no_comment_belongs_to_it() -> None:
    node, _ = edited(BLOCK)
    assert [BLOCK[item.start : item.end].rpartition("\n")[2].strip() for item in node.items] == [
        "of text.",
        "nothing: silent",
        "{id: c, nothing: silent, more: [1, 2]}",
    ]
    assert node.value == read_yaml(BLOCK, "x.yml").value


def test_a_file_of_comments_has_no_node() -> None:
    assert node_of("# nothing yet\n") is None


def test_one_value_is_replaced_and_nothing_else_changes() -> None:
    node, edits = edited(BLOCK)
    edits.replace(node.items[0].fields["voices"], "[z]")
    edits.replace(node.items[2].keys["more"], "less")
    assert edits.result() == BLOCK.replace("[x, y]", "[z]").replace("more", "less")


@pytest.mark.parametrize(
    ("record", "field", "old", "new"),
    [
        (0, "id", "id: a    # first\n  voices", "# first\n  voices"),
        (0, "voices", "  voices: [x, y]\n", ""),
        (0, "says", "  says: >-\n    Two lines\n    of text.\n", ""),
        (1, "id", "id: b\n  nothing", "nothing"),
        (1, "nothing", "nothing: silent   # why", "# why"),
        (2, "id", "id: c, ", ""),
        (2, "nothing", "nothing: silent, ", ""),
        (2, "more", ", more: [1, 2]", ""),
    ],
)
def test_a_field_is_removed_with_its_name_and_its_comment_stays(record: int, field: str, old: str, new: str) -> None:
    node, edits = edited(BLOCK)
    edits.remove_field(node.items[record], field)
    assert edits.result() == BLOCK.replace(old, new)
    left = read_yaml(edits.result(), "x.yml")
    assert left.problems == []
    assert isinstance(left.value, list)
    whole = node.items[record].value
    assert isinstance(whole, dict)
    assert left.value[record] == {name: value for name, value in whole.items() if name != field}


@pytest.mark.parametrize("text", ["- {a: 1, b: 2, c: 3, d: 4}\n", "- a: 1\n  b: 2\n  c: 3 # why\n  d: 4\n"])
@pytest.mark.parametrize("names", ["cd", "bc", "bcd", "ac", "ad"])
def test_several_fields_of_a_record_can_be_removed(text: str, names: str) -> None:
    node, edits = edited(text)
    for name in names:
        edits.remove_field(node.items[0], name)
    left = read_yaml(edits.result(), "x.yml")
    assert left.problems == []
    whole = {"a": "1", "b": "2", "c": "3", "d": "4"}
    assert left.value == [{name: value for name, value in whole.items() if name not in names}]
    assert edits.result().count("#") == text.count("#")


def test_items_are_removed_and_the_comments_around_them_stay() -> None:
    node, edits = edited(BLOCK)
    edits.remove_items(node, [1])
    assert edits.result() == BLOCK.replace("- id: b\n  nothing: silent   # why\n", "# why\n")
    node, edits = edited(BLOCK)
    edits.remove_items(node, [0, 1, 2])
    left = edits.result()
    assert read_yaml(left, "x.yml").value == []
    assert [line.strip() for line in left.splitlines() if line.strip()] == [
        "# above", "# between", "# why", "# below", "# end", "[]",
    ]  # fmt: skip


def test_a_field_is_put_above_the_others() -> None:
    for text in ("# x\ntitle: a\n", "title: a", "title: a\r\nb: c\r\n"):
        node, edits = edited(text)
        edits.put_before(node, "format", "2")
        break_ = "\r\n" if "\r" in text else "\n"
        assert edits.result() == text.replace("title", f"format: 2{break_}title")
    node, edits = edited(BLOCK)
    edits.put_before(node.items[0], "new", "1")
    assert edits.result() == BLOCK.replace("- id: a", "- new: 1\n  id: a")


def test_a_line_is_the_one_in_the_new_text() -> None:
    node, edits = edited(BLOCK)
    edits.put_before(node.items[0], "new", "1")
    edits.remove_field(node.items[0], "says")
    place = node.items[2].start
    wanted = edits.result()[: edits.result().index("{id: c")].count("\n") + 1
    assert edits.line_of(place) == wanted


_texts = st.text("ab é中'\"", min_size=1, max_size=8).map(lambda text: f"x{text}".strip())
_records = st.lists(
    st.dictionaries(st.sampled_from("abcdef"), _texts | st.lists(_texts, max_size=3), min_size=2), min_size=1
)


@given(_records, st.data())
def test_what_is_edited_reads_as_what_was_meant(records: list[dict[str, str | list[str]]], data: st.DataObject) -> None:
    text = "".join(
        "- "
        + "  ".join(f"{name}: {json.dumps(value, ensure_ascii=False)} # {name}\n" for name, value in record.items())
        for record in records
    )
    node, edits = edited(text)
    number = data.draw(st.integers(0, len(records) - 1))
    name = data.draw(st.sampled_from(sorted(records[number])))
    edits.remove_field(node.items[number], name)
    left = read_yaml(edits.result(), "x.yml")
    meant = [dict(record) for record in records]
    del meant[number][name]
    assert left.value == meant
    assert edits.result().count("#") == text.count("#")


@given(st.text(max_size=20) | st.lists(st.text(max_size=10), max_size=3))
@example("-")
def test_any_value_in_one_line_reads_as_itself(value: str | list[str]) -> None:
    written = inline(value)
    assert "\n" not in written
    read = read_yaml(f"- a: {written}\n  b: x\n", "x.yml")
    # Characters that no text may contain are reported where they stand, but they are read.
    assert read.value == [{"a": value, "b": "x"}]
