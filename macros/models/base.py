"""What all records share: they are frozen, refuse unknown fields, and have ids that are safe in an address."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo


class Nothing(StrEnum):
    """The four kinds of nothing. No page, table or download may mix them."""

    SILENT = "silent"
    """The source does not say."""
    UNKNOWN = "unknown"
    """Nobody has established the answer."""
    NONE = "none"
    """There was none."""
    NOT_APPLICABLE = "not-applicable"
    """The question does not apply."""


Paragraphs = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Text in which each line is a paragraph."""

_LINE_BREAKS = re.compile(r"[ \t]*[\n\r\v\f\x85\u2028\u2029]+[ \t]*")


def on_one_line(text: str) -> str:
    """A text in which each line break is a space."""
    return _LINE_BREAKS.sub(" ", text)


Text = Annotated[Paragraphs, AfterValidator(on_one_line)]
"""One plain text on one line. Markup in it has no effect: pages escape the whole text. A line break has no meaning in it either, and
some formats have no place for one, so it becomes a space."""

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""The pattern of an id."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
"""An id: lower-case ASCII letters, digits and single hyphens. It is part of an address."""

RESERVED_IDS = frozenset({
    "accessibility", "afterwards", "also-happened", "argument", "ascribed", "background", "base-source", "beyond-checks",
    "citing", "codebook", "compared", "content", "contents", "corrections", "coverage", "dateline", "downloads",
    "fingerprints", "gist", "guards", "headline", "in-time", "index", "institutions", "licence", "map", "mediators",
    "meetings", "menu", "method", "not-found", "not-known", "open-questions", "other-matters", "other-sources", "others",
    "outline", "own-words", "parties", "passages", "people", "reading", "said", "search", "seen", "short-answer", "silent",
    "slips", "sources", "steps", "tested", "timeline", "tracks", "unclear", "unknown", "work",
})  # fmt: skip
"""Anchors that the pages already use, and the file name of the first page of a section. A record with one of these ids would
have the same address as a part of the site."""

_RESERVED_FORM = re.compile(
    r"(said|cited|trace|map|scale|on|steps|gist|outline|tested|mark|section)-.*|p[0-9]+(s[0-9]+)?"
)


def _free(name: str) -> str:
    if name in set(Nothing):
        raise ValueError(f"'{name}' means that there is nothing; choose another id")
    if reserved := _RESERVED_FORM.fullmatch(name):
        form = f"that begin with '{reserved[1]}-'" if reserved[1] else "such as 'p2' and 'p2s1'"
        raise ValueError(f"pages use ids {form}; choose another id")
    if name in RESERVED_IDS:
        raise ValueError(f"'{name}' is already used by a part of the pages; choose another id")
    return name


RecordId = Annotated[Slug, AfterValidator(_free)]
"""The id of a record: a slug that no part of a page uses."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag."""

Words = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(on_one_line)]
"""Like a text, but it can be empty as long as nobody has written it."""

Guessed = Annotated[
    tuple[Text, ...],
    Field(description="The fields that nox -s draft or nox -s cite guessed. Check them, then delete their names here."),
]
"""The names of fields that nobody has checked yet. A record that has some is not finished."""

Stated = Annotated[Nothing | Text, Field(union_mode="left_to_right")]
"""A text, or one of the four kinds of nothing."""


class Record(BaseModel):
    """A part of the dossier. It cannot be changed after it is read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class IdentifiedRecord(Record):
    """A record with an id, which other records can name."""

    id: RecordId = Field(description="Permanent name of the record; lower-case letters, digits, hyphens.")


def is_always_given(field: FieldInfo) -> bool:
    """Whether every record in a download has a value in a field: editors must write it, or it has a value if they do not."""
    return field.is_required() or isinstance(field.default, (str, bool))


def derived(schema: dict[str, Any]) -> None:
    """Removes the default from the schema of a field: if the field is left out, its value follows from other records."""
    schema.pop("default", None)
