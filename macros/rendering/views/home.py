"""The front page: the question, the short answer, the state of the tracks, and links to all other pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Argument
from macros.models.citation import cited_in
from macros.models.dossier import Dossier
from macros.models.gap import Gap
from macros.models.statement import Statement
from macros.rendering.views.meetings import Board, board
from macros.rendering.views.positions import ViewsRow, mediators
from macros.rendering.views.timeline import Entry, timeline
from macros.rendering.views.timescale import Timescale, timescale

GAPS_ON_HOME = 4
"""How many open questions the front page shows. It links to the others."""


@dataclass(frozen=True)
class HomeView:
    """The front page.

    Attributes:
        gist: The statements that answer the question of the dossier, if no editor has written a short answer.
        background: What a newcomer must know, from other sources.
        board: The table of all meetings.
        readings: Statements in which others explain why meetings did not take place.
        timeline: All entries of the timeline.
        scale: The drawing of the timeline; None if there are no events.
        mediators: Each mediator and how the parties see it.
        arguments: Each argument with its speaker and the statements that summarise it.
        gaps: The open questions that the page shows.
        more_gaps: How many other open questions there are.
    """

    gist: tuple[Statement, ...]
    background: str | None
    board: Board
    readings: tuple[Statement, ...]
    timeline: tuple[Entry, ...]
    scale: Timescale | None
    mediators: tuple[ViewsRow, ...]
    arguments: tuple[tuple[Argument, Actor, tuple[Statement, ...]], ...]
    gaps: tuple[Gap, ...]
    more_gaps: int


def _new(dossier: Dossier, names: Iterable[str]) -> tuple[Statement, ...]:
    """Statements by id, without those of the short answer."""
    answer = {*dossier.cover.gist, *cited_in(dossier.cover.short_answer or "")}
    return tuple(dossier.statement[name] for name in dict.fromkeys(names) if name not in answer)


def home(dossier: Dossier) -> HomeView:
    """Everything that the front page shows."""
    table = board(dossier)
    return HomeView(
        gist=() if dossier.cover.short_answer else tuple(dossier.statement[name] for name in dossier.cover.gist),
        background=next((one.background for one in dossier.comparison), None),
        board=table,
        readings=_new(dossier, (name for meeting in table.meetings for name in meeting.event.readings)),
        timeline=timeline(dossier),
        scale=timescale(dossier),
        mediators=mediators(dossier).seen,
        arguments=tuple(
            (a, dossier.actor[a.speaker], () if a.summary else _new(dossier, a.gist)) for a in dossier.arguments
        ),
        gaps=dossier.gaps[:GAPS_ON_HOME],
        more_gaps=max(0, len(dossier.gaps) - GAPS_ON_HOME),
    )
