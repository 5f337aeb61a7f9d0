"""Raw records to models, and pydantic's errors to problems that an editor understands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading.error_words import explained
from macros.loading.folder import RawRecord
from macros.loading.problem import Problem, did_you_mean
from macros.loading.yaml_text import Path
from macros.models.base import Record


def _field_path(raw: RawRecord, location: Path) -> Path:
    """The part of pydantic's location that exists in the file; tags of unions and the like are left out."""
    path: list[str | int] = []
    value: Any = raw.value
    for step in location:
        in_mapping = isinstance(value, dict) and step in value
        in_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if in_mapping or in_list:
            value = value[step]
            path.append(step)
    return tuple(path)


def _nested_models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _nested_models(argument)


def _model_at(model: type[BaseModel], location: Path) -> type[BaseModel]:
    """The model whose fields stand at a location."""
    for step in location:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_nested_models(model.model_fields[step].annotation), model)
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
        return Problem(place, raw.name, f"there is no field '{names[-1]}'", did_you_mean(names[-1], fields))
    message, hint = explained(error, _called(path))
    return raw.problem(message, *path, hint=hint)


def _called(path: Path) -> str:
    """How a message calls the field at a path."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "the record"
    return f"an item of {names[-1]}" if isinstance(path[-1], int) else names[-1]


def _is_noise(error: ErrorDetails, path: Path, others: list[tuple[ErrorDetails, Path, Problem]]) -> bool:
    """Whether an error only follows from another one of the record."""
    for other, elsewhere, problem in others:
        if other is error:
            continue
        # A list whose items are wrong counts as too short as well.
        if error["type"] == "too_short" and path != elsewhere and elsewhere[: len(path)] == path:
            return True
        # A misspelt field is missing under its right name.
        if (
            error["type"] == "missing"
            and other["type"] == "extra_forbidden"
            and f"'{error['loc'][-1]}'" in problem.hint
        ):
            return True
    return False


def to_model(raw: RawRecord, model: type[Record]) -> Record | list[Problem]:
    """Makes a record of raw values, or says everything that is wrong with them."""
    try:
        return model.model_validate(raw.value)
    except ValidationError as invalid:
        errors = invalid.errors(include_url=False)
        found = [(error, _field_path(raw, error["loc"]), _problem(raw, model, error)) for error in errors]
        problems: dict[Path, Problem] = {}
        # A field that may hold one of several things fails once for each; the last says most.
        for error, path, problem in found:
            if not _is_noise(error, path, found):
                problems[error["loc"] if error["type"] in {"missing", "extra_forbidden"} else path] = problem
        return list(problems.values())
