"""What every record shares: frozen, nothing unforeseen, ids that are safe in an address."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints


class Nothing(StrEnum):
    """The four kinds of nothing, which no page, table or download may mix."""

    SILENT = "silent"
    """The source does not say."""
    UNKNOWN = "unknown"
    """Nobody has established it."""
    NONE = "none"
    """There was none."""
    NOT_APPLICABLE = "not-applicable"
    """The question does not arise."""


def _only_web_addresses(address: str) -> str:
    # A browser runs `javascript:` and `data:` addresses, so an allow-list is the only safe rule.
    # Blanks and control characters are refused because browsers drop them before they read the scheme.
    if any(ord(character) <= 0x20 or character in '"<>\\^`{|}\x7f' for character in address):
        raise ValueError("an address holds no spaces, quotes, brackets or control characters")
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("an address starts with https:// or http:// and names a host")
    return address


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""One piece of plain text. It carries no markup: whatever it holds comes out as text."""

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""The form of an id."""

Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=80)]
"""An id: lower-case ASCII letters, digits and single hyphens. It becomes part of an address."""

RESERVED_IDS = frozenset({
    "accessibility", "afterwards", "also-happened", "argument", "ascribed", "base-source", "beyond-checks",
    "citing", "codebook", "compared", "content", "contents", "corrections", "coverage", "dateline", "downloads",
    "fingerprints", "gist", "guards", "headline", "in-time", "index", "institutions", "licence", "map", "mediators",
    "meetings", "menu", "method", "not-found", "not-known", "open-questions", "other-sources", "others", "outline",
    "own-words", "parties", "passages", "people", "reading", "said", "search", "seen", "short-answer", "silent",
    "slips", "sources", "steps", "tested", "timeline", "tracks", "unclear", "unknown", "work",
})  # fmt: skip
"""Anchors that the pages have of themselves, and the name of the page that opens a section; a record of such a name would
share its address with a part of the site."""

_RESERVED_FORM = re.compile(r"(said|trace|map|scale|on|steps|gist|outline|tested|mark)-.*|p[0-9]+(s[0-9]+)?")


def _free(name: str) -> str:
    if name in set(Nothing):
        raise ValueError(f"'{name}' is a word for nothing; choose another")
    if name in RESERVED_IDS or _RESERVED_FORM.fullmatch(name):
        raise ValueError(f"'{name}' is taken by a part of the pages; choose another")
    return name


RecordId = Annotated[Slug, AfterValidator(_free)]
"""The id of a record: a slug that no section of a page uses."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag."""

WebAddress = Annotated[str, AfterValidator(_only_web_addresses)]
"""An absolute http(s) address."""

Stated = Annotated[Nothing | Text, Field(union_mode="left_to_right")]
"""A text, or the kind of nothing that stands in its place."""


class Record(BaseModel):
    """A piece of the dossier that cannot be changed once read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class IdentifiedRecord(Record):
    """A record that others can name and that has a permanent address."""

    id: RecordId = Field(description="Permanent name of the record; lower-case letters, digits, hyphens.")
