"""Guards: how many planted falsifications the checks caught, counted by `nox -s mutants`."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Record, Text


class Guard(Record):
    """One kind of falsification with what became of it."""

    falsification: Text = Field(description="What was done to the data.")
    planted: int = Field(ge=1, description="How often it was planted.")
    caught: int = Field(ge=0, description="How often a check named the place.")
    beyond: Text | None = Field(default=None, description="Why no check can catch the others.")
