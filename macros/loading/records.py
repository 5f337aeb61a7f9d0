"""Raw records to models, and pydantic's errors to problems that an editor understands."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading.folder import RawRecord
from macros.loading.problem import Problem, did_you_mean
from macros.models.base import Record

_SLUG_HINT = "use lower-case letters a-z, digits and single hyphens"


def _field_path(raw: RawRecord, location: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The part of pydantic's location that exists in the file; tags of unions and the like are left out."""
    path: list[str | int] = []
    value: Any = raw.value
    for step in location:
        if isinstance(value, dict) and step in value:
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def _nested_models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _nested_models(argument)


def _model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """The model whose fields stand at a location."""
    for step in location:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_nested_models(model.model_fields[step].annotation), model)
    return model


def _expected_words(error: ErrorDetails) -> list[str]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    return [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]


def _explained(error: ErrorDetails, field: str) -> tuple[str, str]:
    """What is wrong and what was probably meant."""
    typed = str(error["input"]) if isinstance(error["input"], str | Enum) else ""
    match error["type"]:
        case "enum" | "literal_error":
            return f"'{typed}' is no {field.replace('_', ' ')} we know", did_you_mean(typed, _expected_words(error))
        case "string_pattern_mismatch" if (
            "a-z0-9" in error["ctx"]["pattern"] and "headline" not in error["ctx"]["pattern"]
        ):
            return f"'{typed}' cannot be used as an id", _SLUG_HINT
        case "string_pattern_mismatch":
            return f"'{typed}' has not the form of {field.replace('_', ' ')}", ""
        case "string_too_short":
            return f"{field} is empty", "write a text or leave the field out"
        case "value_error":
            return f"{field}: {error['ctx']['error']}", ""
        case "string_type":
            return f"{field} must be one piece of text", ""
        case "tuple_type":
            return f"{field} must be a list", "put each item on a line of its own after '- ', or write [a, b]"
        case "bool_parsing":
            return f"{field} must be yes or no", ""
        case "too_short":
            return f"{field} must not be empty", ""
        case "model_type" | "dict_type":
            return f"{field} must be a set of fields", "write 'field: value' lines"
    return f"{field}: {error['msg']}", ""


def _problem(raw: RawRecord, model: type[Record], error: ErrorDetails) -> Problem:
    location = error["loc"]
    path = _field_path(raw, location)
    names = [step for step in location if isinstance(step, str)]
    if error["type"] == "missing":
        return raw.problem(f"'{names[-1]}' is missing", *path)
    if error["type"] == "extra_forbidden":
        fields = _model_at(model, location[:-1]).model_fields
        place = raw.places.of_key(raw.path(*path))
        return Problem(place, raw.name, f"there is no field '{names[-1]}'", did_you_mean(names[-1], fields))
    named = [step for step in path if isinstance(step, str)]
    message, hint = _explained(error, named[-1] if named else "the record")
    return raw.problem(message, *path, hint=hint)


def to_model(raw: RawRecord, model: type[Record]) -> Record | list[Problem]:
    """Makes a record of raw values, or says everything that is wrong with them."""
    try:
        return model.model_validate(raw.value)
    except ValidationError as invalid:
        problems: dict[tuple[str | int, ...], Problem] = {}
        # A field that may hold one of several things fails once for each; the last says most.
        for error in invalid.errors(include_url=False):
            key = error["loc"] if error["type"] in {"missing", "extra_forbidden"} else _field_path(raw, error["loc"])
            problems[key] = _problem(raw, model, error)
        return list(problems.values())
