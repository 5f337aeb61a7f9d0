"""Glossary terms: our explanations of words that the pages use."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import IdentifiedRecord, Text
from macros.models.references import StatementRef


class Term(IdentifiedRecord):
    """A word that we explain. Its first use on a page links to the glossary."""

    term: Text = Field(description="The word.")
    forms: tuple[Text, ...] = Field(default=(), description="Other forms of the word that pages use.")
    explanation: Text = Field(description="What it means, in our own words.")
    statements: tuple[StatementRef, ...] = Field(default=(), description="Ids of the statements that use the word.")
