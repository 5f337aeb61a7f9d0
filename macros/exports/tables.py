"""The tables of a dossier: one for each kind of record, and one of the clauses of narrative.

The columns follow from the models. A cell is empty only if nothing is recorded or its column does not apply to the row. Where a
source is silent, the cell says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import BaseModel

from macros.exports.csv_text import Column, Row
from macros.exports.dossier_json import name_of, record_json
from macros.models import uses
from macros.models.base import Nothing, Record, is_always_given
from macros.models.content import content_of
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS, Kind
from macros.models.narrative import paragraphs_of
from macros.models.references import Reference, hints_of, holds_list, models_in, own_references, parts
from macros.models.source import Passage, Source
from macros.models.statement import Statement
from macros.models.typography import capital_first, together


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        name: The kind of record, or what the rows are.
        about: What one row is.
        columns: Its columns, in order.
        key: The columns that together are different in every row.
        rows: The rows of a dossier.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Dossier], Iterator[Row]]

    @property
    def title(self) -> str:
        """Its name for readers."""
        return capital_first(self.name.replace("_", " "))


def _parts(kind: Kind) -> Iterator[tuple[str, type[BaseModel], str]]:
    """The fields whose parts have a table of their own, with the model of a part and the field that names it."""
    yield from ((pattern[0], model, "id") for pattern, model in parts(kind.model))
    if kind.model is Source:
        yield "passages", Passage, "address"  # too many for one cell


def _type(hint: Any) -> str:
    if holds_list(hint):
        return "array"
    if get_origin(hint) is dict or any(models_in(hint)):
        return "object"
    return "boolean" if hint is bool else "string"


def _columns(model: type[BaseModel]) -> Iterator[Column]:
    if "id" not in model.model_fields:
        yield Column("id", "The name of the record, made of the ids in its fields.", is_required=True)
    named = {one.pattern[0]: one.ref.kinds[0] for one in own_references(model) if _is_single(one)}
    for name, field in model.model_fields.items():
        about = field.description or ""
        yield Column(name, about, _type(hints_of(model)[name]), is_always_given(field), named.get(name, ""))


def _is_single(reference: Reference) -> bool:
    return not (reference.is_list or reference.is_cited) and len(reference.ref.kinds) == 1


def _names_of_actors(model: type[BaseModel]) -> Iterator[tuple[Column, str]]:
    """The columns with the names of the actors whose ids are in another column, with that column."""
    for one in own_references(model):
        if one.ref.kinds == ("actors",):
            field = one.pattern[0]
            about = f"The names of the actors in {field}." if one.is_list else f"The name of the actor in {field}."
            yield Column(f"{field}_named", about, "array" if one.is_list else "string"), field


def _named(dossier: Dossier, ids: Any) -> Any:
    return [dossier.actor[name].name for name in ids] if isinstance(ids, tuple) else ids and dossier.actor[ids].name


def _said(dossier: Dossier, statement: Statement) -> Row:
    source = dossier.source[statement.source]
    address = source.address_of(dossier.main_passage(statement)) if source.passages else source.url
    names = [together([dossier.actor[name].name for name in level]) for level in dossier.levels(statement)]
    dates = [level.date.text if level.date else Nothing.SILENT for level in reversed(statement.chain)]
    return {
        "speakers": names, "said_on": dates, "published_on": source.issued.text,
        "distance": statement.distance, "address": address,
    }  # fmt: skip


_MORE: dict[str, tuple[tuple[Column, ...], Callable[[Dossier, Any], Row]]] = {
    "statements": (
        (
            Column(
                "speakers",
                "The names of all speakers: the innermost first, the outlet last. Those who said it together are one item.",
                "array",
            ),
            Column("said_on", "When each speaker except the outlet said it, or silent.", "array"),
            Column("published_on", "When its source was published."),
            Column(
                "distance", "How many speakers passed it on: 1 is the outlet's own word, 2 is second-hand.", "integer"
            ),
            Column("address", "Where its passage can be read."),
        ),
        _said,
    ),
    "events": (
        (
            Column("declined_by", "The names of those who declined, in the order of the refusals.", "array"),
            Column("declined_on", "When each of them declined.", "array"),
        ),
        lambda dossier, event: {
            "declined_by": [dossier.actor[refusal.by].name for refusal in event.refusals],
            "declined_on": [refusal.date.text for refusal in event.refusals],
        },
    ),
    "tracks": (
        (
            Column("state", "The state on the as-of date: the last of its states. Empty if none is recorded."),
            Column("state_date", "When it came to this state, or silent."),
        ),
        lambda _, track: {
            "state": track.states[-1].state if track.states else None,
            "state_date": record_json(track.states[-1])["date"] if track.states else None,
        },
    ),
    "positions": (
        (Column("says", "What its statements say.", "array"),),
        lambda dossier, position: {
            "says": [content_of(dossier, dossier.statement[name]) for name in position.statements]
        },
    ),
}
"""By kind, more columns for those who read the table without the others."""


def _row(dossier: Dossier, kind: Kind, record: Record) -> Row:
    row = {"id": name_of(record), **record_json(record)}
    for field, _, key in _parts(kind):
        row[field] = [part[key] for part in row[field]]
    row |= {one.name: _named(dossier, getattr(record, field)) for one, field in _names_of_actors(kind.model)}
    return row | (_MORE[kind.name][1](dossier, record) if kind.name in _MORE else {})


def _of_kind(kind: Kind) -> Table:
    columns = [*_columns(kind.model), *(column for column, _ in _names_of_actors(kind.model))]
    columns += _MORE[kind.name][0] if kind.name in _MORE else ()
    about = (kind.model.__doc__ or "").partition("\n")[0]
    return Table(
        kind.name, about, tuple(columns), ("id",),
        lambda dossier: (_row(dossier, kind, record) for record in dossier.of_kind(kind.name)),
    )  # fmt: skip


def _of_parts(kind: Kind, field: str, model: type[BaseModel], key: str) -> Table:
    holder = Column(kind.singular, f"Id of the {kind.singular}.", is_required=True, names=kind.name)

    def rows(dossier: Dossier) -> Iterator[Row]:
        for record in dossier.of_kind(kind.name):
            for part in getattr(record, field):
                given = record_json(part)
                yield {holder.name: name_of(record), "id": f"{name_of(record)}/{given[key]}", **given}

    about = (model.__doc__ or "").partition("\n")[0]
    return Table(field, about, (holder, *_columns(model)), ("id",), rows)


_CLAUSES = (
    Column("record", "The record with the text.", is_required=True),
    Column("field", "The field with the text.", is_required=True),
    Column("paragraph", "The number of the paragraph in the text.", "integer", is_required=True),
    Column("number", "The number of the clause in the paragraph.", "integer", is_required=True),
    Column("clause", "The words of the clause, with the punctuation after it.", is_required=True),
    Column("ends_sentence", "Whether the sentence ends with the clause.", "boolean", is_required=True),
    Column("cites", "Ids of the records that the clause cites.", "array"),
)


def _clauses(dossier: Dossier) -> Iterator[Row]:
    for record, path, text in uses.narratives(dossier):
        for paragraph, clauses in enumerate(paragraphs_of(text), start=1):
            for number, clause in enumerate(clauses, start=1):
                yield {
                    "record": name_of(record), "field": ".".join(map(str, path)), "paragraph": paragraph, "number": number,
                    "clause": f"{clause.text}{clause.after}", "ends_sentence": clause.is_last,
                    "cites": [citation.name for citation in clause.citations],
                }  # fmt: skip


def tables() -> Iterator[Table]:
    """Every table, in the order of the kinds of record."""
    for kind in FILE_KINDS.values():
        if kind.is_exported:
            yield _of_kind(kind)
            yield from (_of_parts(kind, *part) for part in _parts(kind))
    key = ("record", "field", "paragraph", "number")
    yield Table("narratives", "One clause of the prose, with the records that it cites.", _CLAUSES, key, _clauses)
