"""Fingerprints as records: hashes of a source's words, passage by passage. See `macros.evidence.fingerprint`."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, StringConstraints

from macros.models.base import Record
from macros.models.references import SourceRef, Verbatim
from macros.models.source import PassageAddress


def _parted(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
Hashes = Annotated[
    tuple[Hash, ...],
    BeforeValidator(_parted),
    PlainSerializer(" ".join, return_type=str),
]
"""Hashes in order. A seed file holds them as one text, separated by spaces."""

Reach = Annotated[str, StringConstraints(pattern=r"^[0-9]+-[0-9]+-[0-9]+$")]
Reaches = Annotated[tuple[Reach, ...], BeforeValidator(_parted), PlainSerializer(" ".join, return_type=str)]
"""Parts of a passage, each as the positions of three words, counted from 0."""


class PassageFingerprint(Record):
    """The fingerprint of one passage."""

    address: Annotated[PassageAddress, Verbatim] = Field(description="Address of the passage.")
    words: int = Field(ge=1, description="Number of words.")
    hashes: Annotated[Hashes, Verbatim] = Field(
        description="Hashes of the shingles (three words in a row), in order, in the form for finding copies."
    )
    onward: Annotated[Hashes, Verbatim] = Field(
        default=(), description="Hashes of the shingles that continue into the next passage."
    )
    exact: Annotated[Hashes, Verbatim] = Field(
        default=(), description="Hashes of the same shingles in the form for verifying quotations."
    )
    denials: Annotated[Reaches, Verbatim] = Field(
        default=(),
        description="Words that deny: the first word that each can deny, the word, and the last one, as positions: 6-7-10.",
    )

    @cached_property
    def denied(self) -> tuple[tuple[int, int, int], ...]:
        """For each word that denies, the position of the first word that it can deny, its own, and that of the last one."""
        parts = (reach.split("-") for reach in self.denials)
        return tuple((int(first), int(own), int(last)) for first, own, last in parts)


class Fingerprint(Record):
    """The fingerprint of one source. Written by `nox -s fingerprint`, never by hand."""

    source: SourceRef = Field(description="Id of the source.")
    rule: int = Field(default=1, ge=1, description="Version of the rule by which a text is split into words.")
    shingle: int = Field(default=3, ge=3, description="Number of words in a shingle; a grapheme can be a word.")
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")] = Field(
        description="Hash of all passages, which reveals a change by hand."
    )
    passages: tuple[PassageFingerprint, ...] = Field(
        min_length=1, description="The fingerprint of each passage, in order."
    )

    @cached_property
    def passage(self) -> dict[str, PassageFingerprint]:
        """Passages by address."""
        return {passage.address: passage for passage in self.passages}

    @cached_property
    def stream(self) -> tuple[tuple[str, str], ...]:
        """All hashes in order, including those between passages, each with the address of its passage."""
        return tuple((value, p.address) for p in self.passages for value in (*p.hashes, *p.onward))

    @cached_property
    def places(self) -> dict[str, tuple[int, ...]]:
        """The positions of each hash in the stream."""
        found: dict[str, list[int]] = {}
        for index, (value, _) in enumerate(self.stream):
            found.setdefault(value, []).append(index)
        return {value: tuple(indexes) for value, indexes in found.items()}
