"""Words that take a side, and what to write instead."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from macros.models.base import Record, Text


def _has_letters(word: str) -> str:
    if not any(character.isalnum() for character in word):
        raise ValueError(f"'{word}' is not a word")
    return word


class LoadedWord(Record):
    """A word that we do not use in our own voice. A quotation may contain it."""

    word: Annotated[Text, AfterValidator(_has_letters)] = Field(description="The word, in the singular.")
    instead: Text = Field(description="What to write instead.")
