"""Words that take a side, and what to write in their place."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Record, Text


class LoadedWord(Record):
    """A word that we do not use in our own voice; a speaker's use of it may be quoted."""

    word: Text = Field(description="The word.")
    instead: Text = Field(description="What to write in its place.")
