"""Guards: how many planted falsifications the checks reported, counted by `nox -s mutants`."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Record, Text


class Guard(Record):
    """One kind of falsification, and how many of them the checks reported."""

    falsification: Text = Field(description="How the data was falsified.")
    planted: int = Field(ge=1, description="How many were planted.")
    caught: int = Field(ge=0, description="How many a check reported at the right place.")
    beyond: Text | None = Field(default=None, description="Why no check can report the others.")
