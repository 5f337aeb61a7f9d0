"""Affiliations: the country and the kind of a publisher, written as one text and read as two values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from macros.models.base import on_one_line


class PublisherKind(StrEnum):
    """The kind of a publisher."""

    STATE = "state"
    PUBLIC = "public"
    GOVERNMENT = "government"
    INTERGOVERNMENTAL = "intergovernmental"
    PRO_GOVERNMENT = "pro-government"
    INDEPENDENT = "independent"
    PRIVATE = "private"
    PARTY = "party"
    DIASPORA = "diaspora"


NOT_WRITTEN = "Country unknown; private"
"""An affiliation in the right form that says nothing. Commands that write a source mark it as a guess, so it cannot be published."""

_FORM = re.compile(rf"(?P<country>[^;]*\S)\s*;\s*(?P<kind>{'|'.join(PublisherKind)})\b")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The country and the kind of a publisher.

    Attributes:
        text: The text as the editor wrote it and as pages show it.
        country: The country. For a diaspora outlet, its country of origin; for a union of states, the union's name.
        kind: The kind of publisher.
    """

    text: str
    country: str
    kind: PublisherKind


def _from_seed(value: Any) -> Affiliation:
    text = on_one_line(value.strip()) if isinstance(value, str) else ""
    found = _FORM.match(text)
    if not found:
        kinds = ", ".join(PublisherKind)
        raise ValueError(f"write the country, a semicolon, and a text that begins with the kind of publisher: {kinds}")
    return Affiliation(text, found["country"].strip(), PublisherKind(found["kind"]))


AffiliationText = Annotated[
    Affiliation,
    PlainValidator(_from_seed),
    PlainSerializer(lambda value: value.text, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["Ruritania; private newspaper"]}),
]
"""A field that holds an affiliation: a country, a semicolon, and words that begin with the kind of publisher."""
