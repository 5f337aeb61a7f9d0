"""The front page: the question, the short answer, the state of the tracks, and links to all other pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Argument, Inference
from macros.models.citation import cited_in
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.gap import Gap
from macros.models.statement import Statement
from macros.rendering.views.events import board, groups_on_tracks, in_order, of_groups
from macros.rendering.views.positions import ViewsRow, mediators
from macros.rendering.views.timescale import Timescale, timescale
from macros.rendering.views.track_strip import TrackStrips, track_strips

GAPS_ON_HOME = 3
"""How many open questions the front page shows. It links to the others."""


@dataclass(frozen=True)
class HomeView:
    """The front page.

    Attributes:
        gist: The statements that answer the question of the dossier, if no editor has written a short answer.
        background: What a newcomer must know, from other sources.
        strips: The meetings and agreements of each track.
        unexplained: The events on the strips of which nobody gave a reason for pulling out, if this is so for all of their group.
        readings: Statements in which others explain the events on the strips.
        noted: The other events that have a note.
        scale: The drawing of the timeline; None if there are no events.
        mediators: The mediators of whom the sources say how a party sees them.
        unseen: The other mediators, if the sources are silent on all of them.
        arguers: Those whose arguments the site follows and whose role is known, each with their arguments.
        arguments: Each argument with its speaker, the statements that summarise it, and the steps that its speaker takes.
        gaps: The open questions that the page shows.
        more_gaps: How many other open questions there are.
    """

    gist: tuple[Statement, ...]
    background: str | None
    strips: TrackStrips
    unexplained: tuple[Event, ...]
    readings: tuple[Statement, ...]
    noted: tuple[Event, ...]
    scale: Timescale | None
    mediators: tuple[ViewsRow, ...]
    unseen: tuple[Actor, ...]
    arguers: tuple[tuple[Actor, tuple[Argument, ...]], ...]
    arguments: tuple[tuple[Argument, Actor, tuple[Statement, ...], tuple[Inference, ...]], ...]
    gaps: tuple[Gap, ...]
    more_gaps: int


def _new(dossier: Dossier, names: Iterable[str]) -> tuple[Statement, ...]:
    """Statements by id, without those of the short answer."""
    answer = {*dossier.cover.gist, *cited_in(dossier.cover.short_answer or "")}
    return tuple(dossier.statement[name] for name in dict.fromkeys(names) if name not in answer)


def _arguers(dossier: Dossier) -> tuple[tuple[Actor, tuple[Argument, ...]], ...]:
    speakers = [dossier.actor[name] for name in dict.fromkeys(one.speaker for one in dossier.arguments)]
    return tuple(
        (speaker, tuple(one for one in dossier.arguments if one.speaker == speaker.id))
        for speaker in speakers
        if speaker.role_on(dossier.cover.as_of)
    )


def home(dossier: Dossier) -> HomeView:
    """Everything that the front page shows."""
    groups = groups_on_tracks(dossier)
    on_tracks = in_order(of_groups(dossier.events, *groups))
    views = mediators(dossier)
    return HomeView(
        gist=() if dossier.cover.short_answer else tuple(dossier.statement[name] for name in dossier.cover.gist),
        background=next((one.background for one in dossier.comparison), None),
        strips=track_strips(dossier),
        unexplained=tuple(event for group in groups for event in board(dossier, group).unexplained),
        readings=_new(dossier, (name for event in on_tracks for name in event.readings)),
        noted=tuple(event for event in dossier.events if event.notes and event not in on_tracks),
        scale=timescale(dossier),
        mediators=views.seen,
        unseen=views.unseen,
        arguers=_arguers(dossier),
        arguments=tuple(
            (
                one,
                dossier.actor[one.speaker],
                () if one.summary else _new(dossier, one.gist),
                tuple(step for step in one.inferences if not step.speaker),
            )
            for one in dossier.arguments
        ),
        gaps=dossier.gaps[:GAPS_ON_HOME],
        more_gaps=max(0, len(dossier.gaps) - GAPS_ON_HOME),
    )
