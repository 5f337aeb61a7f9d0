"""The texts of raw records that the rules of wording are about."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, StringConstraints

from macros.loading.raw import RawRecord
from macros.loading.yaml_text import FieldPath
from macros.models.citation import without_citations
from macros.models.kinds import FILE_KINDS
from macros.models.references import Name, Verbatim, contained, hints_of, marked_fields, marks_in


def our_texts(raw: RawRecord, *exempt: type) -> Iterator[tuple[FieldPath, str]]:
    """The texts of a record with their paths, as a reader sees them.

    Args:
        raw: The record.
        exempt: The marks of fields that are left out: `Verbatim`, `Name`.
    """
    left_out = marked_fields(FILE_KINDS[raw.kind].model, *exempt)
    # Citations are not words. Between the words of a borrowed sentence, they would hide it.
    return ((path, without_citations(text)) for path, field, text in raw.texts if field not in left_out)


@cache
def _prose_fields(model: type[BaseModel]) -> frozenset[str]:
    """Names of the fields with sentences, phrases or names: no ids, dates or words of a list."""
    models = [model, *(inner for _, inner in contained(model))]
    return frozenset(
        name
        for one in models
        for name, hint in hints_of(one).items()
        if any(mark is Name or (isinstance(mark, StringConstraints) and mark.min_length) for mark in marks_in(hint))
    )


def our_prose(raw: RawRecord) -> Iterator[tuple[FieldPath, str]]:
    """The sentences, phrases and names of a record, with their paths, without titles of works and words of a source."""
    prose = _prose_fields(FILE_KINDS[raw.kind].model)
    # The texts of a mapping, such as the introductions, stand below the name of their field.
    return ((path, text) for path, text in our_texts(raw, Verbatim) if not prose.isdisjoint(path))
