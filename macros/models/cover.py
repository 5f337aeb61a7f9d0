"""The cover of a dossier: what it asks, as of when, who made it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from macros.models.base import Record, Text, WebAddress
from macros.models.date import EdtfDate
from macros.models.references import SourceRef, StatementRef


class PageName(StrEnum):
    """The pages that every dossier has and that may carry an introduction."""

    TRACKS = "tracks"
    MEDIATORS = "mediators"
    PARTIES = "parties"
    ARGUMENT = "argument"
    TIMELINE = "timeline"
    PEOPLE = "people"
    GLOSSARY = "glossary"
    EVIDENCE = "evidence"
    UNKNOWNS = "unknowns"
    CHECKED = "checked"
    AFTERMATH = "aftermath"
    DATA = "data"
    ABOUT = "about"


class Correction(Record):
    """One entry of the corrections log."""

    date: EdtfDate = Field(description="The day of the correction.")
    what: Text = Field(description="What was wrong, and what stands there now.")


class Cover(Record):
    """What stands on the front of the dossier."""

    title: Text = Field(description="Title of the site.")
    question: Text = Field(description="The one question that the dossier answers.")
    description: Text = Field(description="One sentence for search engines and link previews.")
    as_of: EdtfDate = Field(description="The day on which the dossier closes.")
    base_source: SourceRef = Field(description="Id of the source that the dossier retells.")
    short_answer: tuple[StatementRef, ...] = Field(
        min_length=1, max_length=5, description="Ids of the statements that answer it."
    )
    introductions: dict[PageName, Text] = Field(
        default_factory=dict, description="One or two sentences at the head of a page."
    )
    method: tuple[Text, ...] = Field(min_length=1, description="Paragraphs on how this dossier was made.")
    licence: Text = Field(description="Terms of use of the data, by name.")
    licence_url: WebAddress = Field(description="The address of the licence.")
    editors: Text = Field(description="Who is responsible.")
    contact: Text = Field(description="How to report a mistake.")
    corrections: tuple[Correction, ...] = Field(default=(), description="What had to be put right, and when.")
