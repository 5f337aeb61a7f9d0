"""Turns raw records into models, and pydantic's errors into problems that an editor understands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading.error_words import explained
from macros.loading.raw import RawRecord
from macros.loading.yaml_text import MAX_PROBLEMS, FieldPath
from macros.models.base import Record
from macros.models.references import models_in
from macros.problems.problem import Problem, did_you_mean, shortened


def _field_path(raw: RawRecord, location: FieldPath) -> FieldPath:
    """The part of pydantic's location that exists in the file, without tags of unions and the like."""
    path: list[str | int] = []
    value: Any = raw.value
    for step in location:
        in_mapping = isinstance(value, dict) and step in value
        in_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if in_mapping or in_list:
            value = value[step]
            path.append(step)
    return tuple(path)


def _model_at(model: type[BaseModel], location: FieldPath) -> type[BaseModel]:
    """The model that has the fields at a location."""
    for step in location:
        if isinstance(step, str) and step in model.model_fields:
            model = next(models_in(model.model_fields[step].annotation), model)
    return model


def _problem(raw: RawRecord, model: type[Record], error: ErrorDetails) -> Problem:
    location = error["loc"]
    path = _field_path(raw, location)
    names = [step for step in location if isinstance(step, str)]
    if error["type"] == "missing":
        return raw.problem(f"'{names[-1]}' is missing", *path)
    if error["type"] == "extra_forbidden":
        fields = _model_at(model, location[:-1]).model_fields
        place = raw.places.of_key(raw.path(*path))
        return Problem(place, raw.name, f"there is no field '{shortened(names[-1])}'", did_you_mean(names[-1], fields))
    if location[-1:] == ("[key]",):
        message, hint = explained(error, _called(path[:-1]))
        return Problem(raw.places.of_key(raw.path(*path)), raw.name, message, hint)
    message, hint = explained(error, _called(path))
    field = _model_at(model, location[:-1]).model_fields.get(str(location[-1])) if location else None
    if error["type"] == "string_too_short" and field and field.is_required():
        hint = "write a text; the field is required"
    return raw.problem(message, *path, hint=hint)


def _called(path: FieldPath) -> str:
    """The name of the field at a path in a message."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "the record"
    return f"an item of {names[-1]}" if isinstance(path[-1], int) else names[-1]


def _noise(found: list[tuple[ErrorDetails, FieldPath, Problem]]) -> Iterator[int]:
    """The indexes of errors that only follow from other errors of the record."""
    broken_inside = {path[:end] for _, path, _ in found for end in range(len(path))}
    hints = {problem.hint for error, _, problem in found if error["type"] == "extra_forbidden"}
    for number, (error, path, _) in enumerate(found):
        # A list with wrong items is also reported as too short, or as an unknown word. A misspelt field is also reported
        # as missing under its right name.
        is_emptied = error["type"] in {"too_short", "enum"} and path in broken_inside
        is_misspelt = error["type"] == "missing" and f"did you mean '{error['loc'][-1]}'?" in hints
        if is_emptied or is_misspelt:
            yield number


def to_model(raw: RawRecord, model: type[Record]) -> Record | list[Problem]:
    """Makes a record from raw values, or returns everything that is wrong with them."""
    try:
        raw.model = raw.model or model.model_validate(raw.value)
        return raw.model
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False)[:MAX_PROBLEMS]
        found = [(error, _field_path(raw, error["loc"]), _problem(raw, model, error)) for error in errors]
        noise = set(_noise(found))
        problems: dict[FieldPath, Problem] = {}
        # A field that accepts several types fails once for each type; the last error says the most.
        for number, (error, path, problem) in enumerate(found):
            if number not in noise:
                problems[error["loc"] if error["type"] in {"missing", "extra_forbidden"} else path] = problem
        return list(problems.values())
