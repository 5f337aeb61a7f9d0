"""What a dossier has already: its actors, its sources, its ids, and the day on which it closes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from macros.desk.draft.files import is_new
from macros.loading.folder import read_folder
from macros.loading.records import to_model
from macros.models.actor import Actor
from macros.models.cover import Cover
from macros.models.date import is_certainly_after, parse_date
from macros.models.kinds import COVER, FILE_KINDS
from macros.models.source import Source
from macros.problems.problem import DossierError

_KINDS = ("actors", "sources", COVER.name)


@dataclass(frozen=True)
class Known:
    """What a dossier has.

    Attributes:
        actors: Its actors.
        sources: Its sources.
        covers: Its cover; none if the dossier is new.
        ids: The ids of all its records.
    """

    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    covers: tuple[Cover, ...] = ()
    ids: set[str] = field(default_factory=set)

    def closes_before(self, day: str) -> bool:
        """Whether its as-of date is before a day."""
        return any(is_certainly_after(parse_date(day), cover.as_of) for cover in self.covers)


def known_of(folder: Path) -> Known:
    """What the dossier in a folder has.

    Raises:
        DossierError: Its files cannot be read.
    """
    if is_new(folder):
        return Known()
    raw = read_folder(folder)
    if raw.problems:
        raise DossierError(raw.problems)
    made = [to_model(one, FILE_KINDS[one.kind].model) for one in raw.records if one.kind in _KINDS]
    return Known(
        tuple(one for one in made if isinstance(one, Actor)),
        tuple(one for one in made if isinstance(one, Source)),
        tuple(one for one in made if isinstance(one, Cover)),
        {one.id for one in raw.records},
    )
