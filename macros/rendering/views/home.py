"""The front page: the question, the short answer, the state of the tracks, and the way to everything else."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Argument
from macros.models.dossier import Dossier
from macros.models.gap import Gap
from macros.models.statement import Statement
from macros.rendering.views.meetings import Meeting, meetings
from macros.rendering.views.positions import ViewsRow, mediators
from macros.rendering.views.timeline import Entry, timeline
from macros.rendering.views.timescale import Timescale, timescale

GAPS_ON_HOME = 4
"""How many open questions the front page shows before it leads on to the others."""


@dataclass(frozen=True)
class HomeView:
    """The front page."""

    short_answer: tuple[Statement, ...]
    meetings: tuple[Meeting, ...]
    readings: tuple[Statement, ...]
    timeline: tuple[Entry, ...]
    scale: Timescale | None
    mediators: tuple[ViewsRow, ...]
    arguments: tuple[tuple[Argument, Actor, tuple[Statement, ...]], ...]
    gaps: tuple[Gap, ...]
    more_gaps: int


def _readings(dossier: Dossier, shown: tuple[Meeting, ...]) -> tuple[Statement, ...]:
    """How others explain that meetings fell through, but for what the short answer says already."""
    names = dict.fromkeys(name for meeting in shown for name in meeting.event.readings)
    return tuple(dossier.statement[name] for name in names if name not in dossier.cover.short_answer)


def _gist(dossier: Dossier, argument: Argument) -> tuple[Statement, ...]:
    """What sums an argument up, but for what the short answer says already."""
    return tuple(dossier.statement[name] for name in argument.gist if name not in dossier.cover.short_answer)


def home(dossier: Dossier) -> HomeView:
    """What the front page shows."""
    shown = meetings(dossier)
    return HomeView(
        short_answer=tuple(dossier.statement[name] for name in dossier.cover.short_answer),
        meetings=shown,
        readings=_readings(dossier, shown),
        timeline=timeline(dossier),
        scale=timescale(dossier),
        mediators=mediators(dossier).seen,
        arguments=tuple((a, dossier.actor[a.speaker], _gist(dossier, a)) for a in dossier.arguments),
        gaps=dossier.gaps[:GAPS_ON_HOME],
        more_gaps=max(0, len(dossier.gaps) - GAPS_ON_HOME),
    )
