"""Affiliations: where a publisher comes from and who stands behind it, written as one text and read as two facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema


class PublisherKind(StrEnum):
    """Who stands behind a publisher."""

    STATE = "state"
    PUBLIC = "public"
    GOVERNMENT = "government"
    INTERGOVERNMENTAL = "intergovernmental"
    PRO_GOVERNMENT = "pro-government"
    INDEPENDENT = "independent"
    PRIVATE = "private"
    PARTY = "party"
    DIASPORA = "diaspora"


_FORM = re.compile(rf"(?P<country>[^;]*\S)\s*;\s*(?P<kind>{'|'.join(PublisherKind)})\b")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """The country and the kind of a publisher.

    Attributes:
        text: As the editor wrote it, as it is shown.
        country: The country; of a diaspora outlet, the one it comes from; of a union of states, its name.
        kind: Who stands behind it.
    """

    text: str
    country: str
    kind: PublisherKind


def _from_seed(value: Any) -> Affiliation:
    found = _FORM.match(value) if isinstance(value, str) else None
    if not found:
        kinds = ", ".join(PublisherKind)
        raise ValueError(f"write the country, a semicolon, and what begins with the kind of publisher: {kinds}")
    return Affiliation(value.strip(), found["country"].strip(), PublisherKind(found["kind"]))


AffiliationText = Annotated[
    Affiliation,
    PlainValidator(_from_seed),
    PlainSerializer(lambda value: value.text, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["Ruritania; private newspaper"]}),
]
"""A field that holds an affiliation: country, semicolon, and words that begin with the kind of publisher."""
