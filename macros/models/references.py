"""References: a field that names another record says so in its type.

`Annotated[Slug, Ref("statements", "events")]` names a statement or an event. From these
declarations, the rest of the code derives the check that a named record exists, the search for unused records, the links
from a passage to the records that use it, the check of layers, the passages in which a quotation may be, and the links of the
field guide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeAlias, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from macros.models.base import IdentifiedRecord, Slug
from macros.models.citation import cited_in

EACH = "*"
"""In a pattern: every item of a list."""

ONE_OR_EACH = "+"
"""In a pattern: every item of a list, which editors may write without brackets if it has one item."""

KINDS_NAMED = "kindsNamed"
"""In a JSON schema: the kinds of record that a field may name."""

CITED = "@"
"""In a pattern: every id that a narrative cites."""

Pattern: TypeAlias = "tuple[str, ...]"
"""The path from a record to a field, such as `("refusals", "*", "by")`."""


class Ref:
    """Marks a field that holds the id of another record.

    Attributes:
        kinds: The kinds of record that the field may name, as in `macros.models.kinds`.
        shown_with: Whether pages show this record wherever they show the record that the field names. If they do, this
            record counts as used if the named record is used.
    """

    def __init__(self, *kinds: str, shown_with: bool = False) -> None:
        self.kinds = kinds
        self.shown_with = shown_with

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The schema of the field, with the kinds that it may name."""
        return {**handler(core), KINDS_NAMED: list(self.kinds)}


class Cites(Ref):
    """Marks a narrative, whose text cites records of these kinds."""


class LocalId:
    """Marks a field with an id that is unique only within its record, such as a question of a scheme."""


class Verbatim:
    """Marks a field whose words are those of a source: titles of works, words of a passage, hashes. No rule of wording applies."""


class Name:
    """Marks a field that holds the name of somebody, a role or an affiliation: only the rule of neutral words applies."""


ActorRef = Annotated[Slug, Ref("actors")]
SourceRef = Annotated[Slug, Ref("sources")]
StatementRef = Annotated[Slug, Ref("statements")]


def listed(value: Any) -> Any:
    """A value as a list. One item may be written without the brackets."""
    return value if isinstance(value, (list, tuple)) else [value]


_ONE_OR_MORE = BeforeValidator(listed, json_schema_input_type=ActorRef | tuple[ActorRef, ...])

ActorRefs = Annotated[tuple[ActorRef, ...], Field(min_length=1), _ONE_OR_MORE]
"""The id of one actor, or a list of ids of actors that do something together. The value is always a tuple."""


@dataclass(frozen=True)
class Reference:
    """One field that names records of other kinds.

    Attributes:
        pattern: The path from the record to the field.
        ref: The kinds that it may name.
    """

    pattern: Pattern
    ref: Ref

    @property
    def is_list(self) -> bool:
        """Whether the field is a list of ids."""
        return self.pattern[-1] in (EACH, ONE_OR_EACH)

    @property
    def is_cited(self) -> bool:
        """Whether the field is a narrative that cites the records."""
        return self.pattern[-1] == CITED


def marks_in(hint: Any) -> Iterator[object]:
    """All annotations of a type, including those of list items and alternatives, but not those of nested models."""
    if get_origin(hint) is Annotated:
        yield from hint.__metadata__
    for argument in get_args(hint):
        yield from marks_in(argument)


def models_in(hint: Any) -> Iterator[type[BaseModel]]:
    """Every model that a type names."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for argument in get_args(hint):
        yield from models_in(argument)


@cache
def hints_of(model: type[BaseModel]) -> dict[str, Any]:
    """The full type of each field of a model, annotations included."""
    hints = get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def _lists(hint: Any) -> Pattern:
    """The lists of a type that stand one inside the other: none if it is no list, two for a list of lists."""
    inner = max(map(_lists, get_args(hint)), key=len, default=())
    if get_origin(hint) is tuple:
        return (EACH, *inner)
    is_loose = get_origin(hint) is Annotated and _ONE_OR_MORE in hint.__metadata__
    return (ONE_OR_EACH, *inner[1:]) if is_loose else inner


def holds_list(hint: Any) -> bool:
    """Whether a field of this type is a list."""
    return bool(_lists(hint))


def _steps(name: str, hint: Any) -> Pattern:
    return (name, *_lists(hint))


def _reached(name: str, hint: Any, mark: Ref) -> Pattern:
    return (*_steps(name, hint), CITED) if isinstance(mark, Cites) else _steps(name, hint)


@cache
def own_references(model: type[BaseModel]) -> tuple[Reference, ...]:
    """The references in a model itself, without those in the models that it contains."""
    found = []
    for name, hint in hints_of(model).items():
        found += [Reference(_reached(name, hint, mark), mark) for mark in marks_in(hint) if isinstance(mark, Ref)]
    return tuple(found)


@cache
def references(model: type[BaseModel]) -> tuple[Reference, ...]:
    """Every reference of a record, including those of contained models."""
    found = list(own_references(model))
    for pattern, inner in contained(model):
        found += [Reference((*pattern, *one.pattern), one.ref) for one in own_references(inner)]
    return tuple(found)


@cache
def contained(model: type[BaseModel]) -> tuple[tuple[Pattern, type[BaseModel]], ...]:
    """Every model that a model contains, at any depth, with its path."""
    found: list[tuple[Pattern, type[BaseModel]]] = []
    for name, hint in hints_of(model).items():
        for inner in models_in(hint):
            steps = _steps(name, hint)
            found.append((steps, inner))
            found += [((*steps, *pattern), deeper) for pattern, deeper in contained(inner)]
    return tuple(found)


@cache
def parts(model: type[BaseModel]) -> tuple[tuple[Pattern, type[IdentifiedRecord]], ...]:
    """The contained models with ids of their own, such as the inferences of an argument."""
    return tuple((pattern, inner) for pattern, inner in contained(model) if issubclass(inner, IdentifiedRecord))


@cache
def marked_fields(model: type[BaseModel], *marks: type) -> frozenset[str]:
    """Names of the fields with one of these marks, in a record and the models that it contains."""
    models = [model, *(inner for _, inner in contained(model))]
    return frozenset(
        name
        for one in models
        for name, hint in hints_of(one).items()
        if not set(marks).isdisjoint(mark for mark in marks_in(hint) if isinstance(mark, type))
    )


def located_values(
    value: Any, pattern: Pattern, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value of a record that a pattern reaches, with its path from the record."""
    if value is None:
        return
    if not pattern:
        yield path, value
    elif pattern[0] == CITED:
        yield from ((path, name) for name in cited_in(value))
    elif pattern[0] in (EACH, ONE_OR_EACH):
        # A kind of nothing may replace a list.
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            yield from located_values(item, pattern[1:], (*path, index))
    elif isinstance(value, BaseModel):
        # A list can hold ids beside models, such as the voices of a passage.
        yield from located_values(getattr(value, pattern[0]), pattern[1:], (*path, pattern[0]))


def values_at(record: BaseModel, pattern: Pattern) -> Iterator[Any]:
    """Every value of a record that a pattern reaches."""
    return (value for _, value in located_values(record, pattern))


def named_by(record: BaseModel) -> Iterator[tuple[Ref, tuple[str | int, ...], str]]:
    """The ids that a record and its contained models name: the declaration of the field, its path, and the id."""
    for reference in references(type(record)):
        for path, name in located_values(record, reference.pattern):
            if isinstance(name, str):
                yield reference.ref, path, name
