"""Silence is the default: who is asked and has no recorded position counts as silent. The dossier is completed here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from macros.evidence.cue_words import ENGLISH
from macros.models.base import Nothing
from macros.models.citation import cited_in
from macros.models.dossier import Dossier
from macros.models.position import Cell, Position, cells_of
from macros.models.uses import narratives
from macros.validation.names import Names


class _Ties:
    """Which parties and mediators have to do with each other. Silence of others would say nothing."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def _among(self, whom: str, names: Iterable[str]) -> bool:
        return any(self._dossier.is_or_speaks_for(name, whom) for name in names)

    @cached_property
    def _by_track(self) -> list[tuple[tuple[str, ...], frozenset[str]]]:
        """For each track, its mediators, and everybody who took part or was to take part."""
        return [
            (
                track.mediators,
                frozenset(
                    name
                    for event in self._dossier.events_of(track)
                    for name in (*event.participants, *(refusal.by for refusal in event.refusals))
                ),
            )
            for track in self._dossier.tracks
        ]

    @cached_property
    def _named(self) -> list[frozenset[str]]:
        """For each statement, everybody who speaks in it, is spoken to, or is named in it."""
        names = Names(self._dossier.actors, ENGLISH)
        return [
            frozenset(
                (
                    *names.in_text(one.says),
                    *(name for level in one.chain for name in (*level.speaker, level.to) if name),
                )
            )
            for one in self._dossier.statements
        ]

    @cached_property
    def _cited(self) -> frozenset[str]:
        return frozenset(name for _, _, text in narratives(self._dossier) for name in cited_in(text))

    def has(self, cell: Cell) -> bool:
        """Whether a party and a mediator share a track, a statement speaks of both, or narrative cites the position."""
        mediator = cell.toward
        if mediator is None or cell.key in self._cited:
            return True
        for mediators, members in self._by_track:
            # In a track that names nobody, everybody may take part.
            if mediator in mediators and (not members or self._among(cell.actor, members)):
                return True
        return any(self._among(cell.actor, names) and self._among(mediator, names) for names in self._named)


def _completed(dossier: Dossier) -> Iterator[Position]:
    """All positions by issue, then in the order of the actors."""
    ties = _Ties(dossier)
    written: dict[Cell, list[Position]] = {}
    for position in dossier.positions:
        written.setdefault(position.cell, []).append(position)
    # A record that is given twice, which another check reports, asks only once.
    for cell in dict.fromkeys(cell for issue in dossier.issues for cell in cells_of(issue, dossier.actors)):
        if cell in written:
            yield from written.pop(cell)
        elif ties.has(cell):
            yield Position(**cell._asdict(), nothing=Nothing.SILENT)
    for others in written.values():
        yield from others  # nobody asks for them, which a check reports


def with_silence(dossier: Dossier) -> Dossier:
    """A dossier in which everybody who is asked has a position.

    Args:
        dossier: The dossier with the positions that an editor recorded.
    """
    return replace(dossier, positions=tuple(_completed(dossier)))
