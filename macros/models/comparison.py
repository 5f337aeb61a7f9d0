"""The cover of the layer of other sources: the background, and what they add to each fact."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.models.base import Record, Slug
from macros.models.narrative import OtherNarrative
from macros.models.references import Ref


class Takeaway(Record):
    """What the other sources add to one fact, in one or two sentences."""

    fact: Annotated[Slug, Ref("statements", "events")] = Field(
        description="Id of the event or statement under which the page of checks compares the sources."
    )
    summary: OtherNarrative = Field(description="What they agree on, add or contradict, with citations.")


class Comparison(Record):
    """What an editor wrote about the layer of other sources. A dossier has at most one."""

    background: OtherNarrative | None = Field(
        default=None, description="What a newcomer must know, in about three sentences, with citations of checks."
    )
    takeaways: tuple[Takeaway, ...] = Field(default=(), description="What the other sources add, by fact.")
