"""Voices: who speaks in a passage, through whom, and how the outlet reports the words."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from pydantic import Discriminator, Field, Tag

from macros.models.base import Record
from macros.models.references import ActorRef, ActorRefs
from macros.models.typography import together

Path: TypeAlias = "tuple[tuple[str, ...], ...]"
"""Speakers, from the outermost, whom the outlet cites, to the innermost. Each item names those who say it together. The path
of the outlet's own words is empty."""


class Mode(StrEnum):
    """How the outlet reports somebody's words."""

    DIRECT = "direct"
    """In quotation marks."""
    INDIRECT = "indirect"
    """In the words of the outlet."""
    MIXED = "mixed"
    """In the words of the outlet, with parts in quotation marks."""


class PassageVoice(Record):
    """A voice of a passage of which there is more to say than who it is."""

    by: ActorRefs = Field(
        description="Id of the actor whose words they are; a list if several say it together. The publisher, for a clause of the outlet's own."
    )
    through: tuple[ActorRefs, ...] = Field(
        default=(), description="Who passes it on, from the outermost to the innermost, without the outlet."
    )
    speech: Mode | None = Field(
        default=None, description="How the outlet reports this voice; left out if it is as in the whole passage."
    )


def _form(voice: Any) -> str:
    return "short" if isinstance(voice, str) else "long"


AnyVoice = Annotated[
    Annotated[ActorRef, Tag("short")] | Annotated[PassageVoice, Tag("long")],
    Discriminator(_form),
]
"""A voice as editors write it: the id of an actor, or fields."""


def path_of(voice: str | PassageVoice, publisher: str) -> Path:
    """The speakers of a voice of a passage.

    Args:
        voice: The voice.
        publisher: Id of the publisher of the source, which is no level of a path.
    """
    path = ((voice,),) if isinstance(voice, str) else (*voice.through, voice.by)
    return () if path == ((publisher,),) else path


def same(one: Path, other: Path) -> bool:
    """Whether two paths have the same speakers. The order of those who say something together does not matter."""
    return [set(together) for together in one] == [set(together) for together in other]


def shown(path: Path) -> str:
    """A path in a message: `quill → tarn and dorn`."""
    return " → ".join(map(together, path)) or "only the outlet"
