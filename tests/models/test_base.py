"""Texts without paragraphs are on one line, whatever the YAML."""

from __future__ import annotations

import pytest
from pydantic import StringConstraints, TypeAdapter

from macros.models.base import Text, is_always_given, on_one_line
from macros.models.event import Event
from macros.models.kinds import FILE_KINDS
from macros.models.references import Cites, contained, hints_of, marks_in


@pytest.mark.parametrize("line_break", ["\n", "\r\n", " \n ", "\n\n\n", "\x85", "\u2028", "\u2029", "\v", "\f"])
def test_a_line_break_is_a_space(line_break: str) -> None:
    assert TypeAdapter(Text).validate_python(f"two{line_break}lines\n") == "two lines"
    assert TypeAdapter(Text).validate_python("two\u00a0words  apart") == "two\u00a0words  apart"


def test_every_text_is_on_one_line_except_narrative() -> None:
    models = {
        model for kind in FILE_KINDS.values() for model in (kind.model, *(one for _, one in contained(kind.model)))
    }
    texts = 0
    for model in models:
        for name, hint in hints_of(model).items():
            marks = list(marks_in(hint))
            if any(isinstance(mark, StringConstraints) and mark.min_length for mark in marks):
                texts += 1
                is_narrative = any(isinstance(mark, Cites) for mark in marks)
                is_on_one_line = any(getattr(mark, "func", None) is on_one_line for mark in marks)
                assert is_narrative != is_on_one_line, (model.__name__, name)
    assert texts > 40


def test_a_field_has_a_value_in_every_download_if_it_must_be_written_or_has_a_default() -> None:
    fields = Event.model_fields
    given = {name for name in ("title", "date", "venue", "track", "participants") if is_always_given(fields[name])}
    assert given == {"title", "date", "venue"}
