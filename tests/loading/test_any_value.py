"""Any record, whatever its values are, becomes a model or problems with places."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from macros.loading.raw import RawDossier, RawRecord
from macros.loading.records import to_model
from macros.loading.yaml_text import FieldPath, Places, Value
from macros.models.base import Record
from macros.models.kinds import COVER, FILE_KINDS
from macros.problems.problem import Place, Problem
from macros.validation.pipeline import RAW_CHECKS

MODELS = {kind.name: kind.model for kind in FILE_KINDS.values()}
WORDS = ["silent", "none", "yes", "a-b", "2023-06~", "p1s1", "full", "en", "https://x.example/", "held", "", "\x1b"]


def fields_of(annotation: object) -> set[str]:
    """The names of all fields in and below a model."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        below = (fields_of(field.annotation) for field in annotation.model_fields.values())
        return set(annotation.model_fields).union(*below)
    return set().union(*(fields_of(argument) for argument in get_args(annotation)))


@cache
def records(kind: str) -> st.SearchStrategy[Value]:
    """Values that have the fields of a kind of record, and values that have any."""
    any_value = values(fields_of(MODELS[kind]))
    return st.fixed_dictionaries(dict.fromkeys(MODELS[kind].model_fields, any_value)) | any_value


def values(names: set[str]) -> st.SearchStrategy[Value]:
    words = st.sampled_from(WORDS) | st.text(max_size=8)
    keys = st.sampled_from(sorted(names)) | st.text(max_size=4)
    return st.recursive(
        words, lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(keys, deeper, max_size=6), max_leaves=12
    )


def placed(value: Value, places: Places, path: FieldPath = ()) -> Places:
    places.values[path] = Place(places.file, len(path) + 1, 1)
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in steps:
        placed(below, places, (*path, step))
    return places


@pytest.mark.parametrize("kind", MODELS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_value_becomes_a_record_or_problems_with_places(kind: str, data: st.DataObject) -> None:
    value: Value = data.draw(records(kind))
    raw = RawRecord(kind, value, placed(value, Places("x.yml")), None if kind == COVER.name else 0)
    made = to_model(raw, MODELS[kind])
    problems: list[Problem] = made if isinstance(made, list) else []
    assert isinstance(made, Record) or problems
    for check in RAW_CHECKS:
        problems.extend(check(RawDossier("x", [raw])))  # type: ignore[arg-type]
    for problem in problems:
        assert problem.message
        assert problem.place.file == "x.yml"
        assert str(problem).isprintable()
