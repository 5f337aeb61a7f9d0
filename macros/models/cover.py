"""The cover of a dossier: its question, its as-of date, and who made it."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from macros.models.base import Guessed, Record, Text
from macros.models.date import ExactDay
from macros.models.narrative import Narrative
from macros.models.references import SourceRef, StatementRef
from macros.models.web_address import WebAddress

FORMAT: Literal["2"] = "2"
"""The format of the seed files that this version reads. `nox -s migrate` brings older dossiers to it."""


class PageName(StrEnum):
    """The pages that can have an introduction."""

    TRACKS = "tracks"
    MEDIATORS = "mediators"
    PARTIES = "parties"
    ARGUMENT = "argument"
    TIMELINE = "timeline"
    PEOPLE = "people"
    GLOSSARY = "glossary"
    EVIDENCE = "evidence"
    UNKNOWNS = "unknowns"
    DISAGREEMENTS = "disagreements"
    CHECKED = "checked"
    AFTERMATH = "aftermath"
    DATA = "data"
    ABOUT = "about"


class Correction(Record):
    """One entry of the corrections log."""

    date: ExactDay = Field(description="The day of the correction.")
    what: Text = Field(description="What was wrong, and what the page says now.")


def _as_typed(schema: dict[str, Any]) -> None:
    """YAML reads the plain word as a number."""
    del schema["const"], schema["type"]
    schema["enum"] = [int(FORMAT), FORMAT]


class Cover(Record):
    """The description of the whole dossier."""

    format: Literal["2"] = Field(
        description=f"The format of the seed files: {FORMAT}. A dossier without it is older; run nox -s migrate.",
        json_schema_extra=_as_typed,
    )
    title: Text = Field(description="Title of the site.")
    question: Text = Field(description="The one question that the dossier answers.")
    description: Text = Field(description="One sentence for search engines and link previews.")
    as_of: ExactDay = Field(description="The as-of date: the last day that the dossier covers.")
    base_source: SourceRef | None = Field(
        default=None,
        description="Id of the base source that pages mean where they name no other; without it, the first in sources.",
    )
    short_answer: Narrative | None = Field(
        default=None, description="The answer to the question, in three to five sentences, with citations."
    )
    gist: tuple[StatementRef, ...] = Field(
        default=(),
        max_length=5,
        description="Ids of the statements that answer the question; shown until there is a short answer.",
    )
    introductions: dict[PageName, Text] = Field(
        default_factory=dict, description="One or two sentences at the top of a page, by page."
    )
    long_quotations: bool = Field(
        default=False, description="yes if a statement may have a block of 26 to 60 quoted words; default no."
    )
    method: tuple[Text, ...] = Field(min_length=1, description="Paragraphs on how the dossier was made.")
    licence: Text = Field(description="The name of the licence of the data.")
    licence_url: WebAddress = Field(description="The address of the licence.")
    editors: Text = Field(description="Who is responsible for the dossier.")
    contact: Text = Field(description="How to report a mistake.")
    corrections: tuple[Correction, ...] = Field(default=(), description="What was corrected, and when.")
    guessed: Guessed = ()
