"""The front page: the question, the short answer, the state of the tracks, and links to all other pages."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Argument
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
        short_answer: The statements that answer the question of the dossier.
        board: The table of all meetings.
        readings: Statements in which others explain why meetings did not take place.
        timeline: All entries of the timeline.
        scale: The drawing of the timeline; None if there are no events.
        mediators: Each mediator and how the parties see it.
        arguments: Each argument with its speaker and the statements that summarise it.
        gaps: The open questions that the page shows.
        more_gaps: How many other open questions there are.
    """

    short_answer: tuple[Statement, ...]
    board: Board
    readings: tuple[Statement, ...]
    timeline: tuple[Entry, ...]
    scale: Timescale | None
    mediators: tuple[ViewsRow, ...]
    arguments: tuple[tuple[Argument, Actor, tuple[Statement, ...]], ...]
    gaps: tuple[Gap, ...]
    more_gaps: int


def _readings(dossier: Dossier, table: Board) -> tuple[Statement, ...]:
    """The explanations that others give for failed meetings, without the statements of the short answer."""
    names = dict.fromkeys(name for meeting in table.meetings for name in meeting.event.readings)
    return tuple(dossier.statement[name] for name in names if name not in dossier.cover.short_answer)


def _gist(dossier: Dossier, argument: Argument) -> tuple[Statement, ...]:
    """The statements that summarise an argument, without the statements of the short answer."""
    return tuple(dossier.statement[name] for name in argument.gist if name not in dossier.cover.short_answer)


def home(dossier: Dossier) -> HomeView:
    """Everything that the front page shows."""
    table = board(dossier)
    return HomeView(
        short_answer=tuple(dossier.statement[name] for name in dossier.cover.short_answer),
        board=table,
        readings=_readings(dossier, table),
        timeline=timeline(dossier),
        scale=timescale(dossier),
        mediators=mediators(dossier).seen,
        arguments=tuple((a, dossier.actor[a.speaker], _gist(dossier, a)) for a in dossier.arguments),
        gaps=dossier.gaps[:GAPS_ON_HOME],
        more_gaps=max(0, len(dossier.gaps) - GAPS_ON_HOME),
    )
