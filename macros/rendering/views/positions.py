"""Mediators and parties: what each one says, how others see it, and what the sources do not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor, Part
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.gap import Gap
from macros.models.kinds import pages_of
from macros.models.position import AskedOf, Issue, Position
from macros.models.statement import Statement
from macros.models.track import Track
from macros.rendering.views.track_page import PartyView, PartyViews, gaps_about, party_views


@dataclass(frozen=True)
class MatrixRow:
    """One issue and, in the order of the columns, the position of each actor on it."""

    issue: Issue
    cells: tuple[Position, ...]


@dataclass(frozen=True)
class Matrix:
    """A table with a row for each issue and a column for each actor. An empty cell says which kind of nothing it is.

    Attributes:
        part: The part that the actors play.
        actors: The columns.
        rows: The rows.
        silent: The issues on which the sources are silent about every actor. They have no row.
    """

    part: Part
    actors: tuple[Actor, ...]
    rows: tuple[MatrixRow, ...]
    silent: tuple[Issue, ...]


@dataclass(frozen=True)
class ViewsRow:
    """One mediator and how each party sees it; None for a party that has nothing to do with it.

    The issue is None if the dossier has only one that asks about mediators.
    """

    mediator: Actor
    issue: Issue | None
    cells: tuple[Position | None, ...]


@dataclass(frozen=True)
class MediatorsView:
    """What the mediators say, and how the parties see them.

    Attributes:
        matrix: What the mediators say.
        parties: The parties.
        seen: Each mediator with how each party sees it, unless the sources are silent on all parties; a row for each issue.
        unseen: The other mediators.
    """

    matrix: Matrix
    parties: tuple[Actor, ...]
    seen: tuple[ViewsRow, ...]
    unseen: tuple[Actor, ...]


@dataclass(frozen=True)
class Stance:
    """A position on an issue, with the actor's own statements separate from those of others."""

    issue: Issue
    position: Position
    own: tuple[Statement, ...]
    by_others: tuple[Statement, ...]


@dataclass(frozen=True)
class ActorView:
    """The page of a mediator or a party.

    Attributes:
        actor: The mediator or party.
        elsewhere: The addresses of its other pages, by its other parts.
        speakers: The actors that speak for it.
        tracks: The tracks on which it mediates.
        spoken: Positions with statements of its own.
        also_said: Its other statements, and those of who speaks for it.
        ascribed: Positions with statements of others about it.
        silent: The issues on which there is nothing, by kind of nothing.
        views: How the party sees each mediator, or how each party sees the mediator.
        gaps: The open questions about it.
    """

    actor: Actor
    elsewhere: dict[Part, str]
    speakers: tuple[Actor, ...]
    tracks: tuple[Track, ...]
    spoken: tuple[Stance, ...]
    also_said: tuple[Statement, ...]
    ascribed: tuple[Stance, ...]
    silent: tuple[tuple[Nothing, tuple[Issue, ...]], ...]
    views: PartyViews | None
    gaps: tuple[Gap, ...]


def _is_silent(cells: Iterable[Position | None]) -> bool:
    return all(position is None or position.nothing is Nothing.SILENT for position in cells)


def _matrix(dossier: Dossier, part: Part, asked_of: AskedOf) -> Matrix:
    actors = dossier.playing(part)
    given = {(position.issue, position.actor): position for position in dossier.positions if not position.toward}
    rows = [
        MatrixRow(issue, tuple(given[issue.id, actor.id] for actor in actors))
        for issue in dossier.issues
        if issue.asked_of is asked_of
    ]
    return Matrix(
        part,
        actors,
        tuple(row for row in rows if not _is_silent(row.cells)),
        tuple(row.issue for row in rows if _is_silent(row.cells)),
    )


def parties(dossier: Dossier) -> Matrix:
    """The positions of all parties, for comparison."""
    return _matrix(dossier, Part.PARTY, AskedOf.PARTIES)


def mediators(dossier: Dossier) -> MediatorsView:
    """The positions of all mediators, and how each party sees each mediator."""
    columns = dossier.playing(Part.PARTY)
    seen: list[ViewsRow] = []
    unseen = []
    for mediator in dossier.playing(Part.MEDIATOR):
        by_issue: dict[Issue | None, dict[str, Position]] = {}
        for view in party_views(dossier, [mediator.id]):
            by_issue.setdefault(view.issue, {})[view.party.id] = view.position
        rows = [
            ViewsRow(mediator, issue, tuple(found.get(party.id) for party in columns))
            for issue, found in by_issue.items()
        ]
        if not all(_is_silent(row.cells) for row in rows):
            seen.extend(rows)
        elif rows:
            # If no issue asks how the parties see the mediators, there is nothing to show.
            unseen.append(mediator)
    return MediatorsView(
        matrix=_matrix(dossier, Part.MEDIATOR, AskedOf.MEDIATORS),
        parties=columns,
        seen=tuple(seen),
        unseen=tuple(unseen),
    )


def _is_by(dossier: Dossier, statement: Statement, actor: Actor) -> bool:
    return any(dossier.is_or_speaks_for(speaker.id, actor.id) for speaker in dossier.speakers_of(statement))


def _stances(dossier: Dossier, actor: Actor, asked_of: AskedOf) -> tuple[Stance, ...]:
    stances = []
    for position in dossier.positions:
        # A mediator that is a party too has a page for each part, with the questions that this part is asked.
        if position.actor != actor.id or dossier.issue[position.issue].asked_of is not asked_of:
            continue
        statements = [dossier.statement[name] for name in position.statements]
        own = [one for one in statements if _is_by(dossier, one, actor)]
        others = [s for s in statements if s not in own]
        stances.append(Stance(dossier.issue[position.issue], position, tuple(own), tuple(others)))
    return tuple(stances)


def _actor_view(dossier: Dossier, actor_id: str, part: Part, views: tuple[PartyView, ...]) -> ActorView:
    actor = dossier.actor[actor_id]
    stances = _stances(dossier, actor, AskedOf.MEDIATORS if part is Part.MEDIATOR else AskedOf.PARTIES)
    shown = {one.id for stance in stances for one in stance.own}
    shown.update(name for view in views if view.party is actor for name in view.position.statements)
    return ActorView(
        actor=actor,
        elsewhere={other: address for other, address in pages_of(actor).items() if other is not part},
        speakers=tuple(a for a in dossier.actors if a.id != actor.id and dossier.is_or_speaks_for(a.id, actor.id)),
        tracks=tuple(track for track in dossier.tracks if actor.id in track.mediators),
        spoken=tuple(stance for stance in stances if stance.own),
        also_said=tuple(one for one in dossier.statements if one.id not in shown and _is_by(dossier, one, actor)),
        ascribed=tuple(stance for stance in stances if stance.by_others),
        silent=tuple(
            (kind, issues)
            for kind in Nothing
            if (issues := tuple(stance.issue for stance in stances if stance.position.nothing is kind))
        ),
        views=PartyViews.of(views),
        gaps=gaps_about(dossier, [actor.id]),
    )


def mediator(dossier: Dossier, actor_id: str) -> ActorView:
    """One mediator: its own words, how each party sees it, and what others say about it, in separate lists."""
    return _actor_view(dossier, actor_id, Part.MEDIATOR, party_views(dossier, [actor_id]))


def party(dossier: Dossier, actor_id: str) -> ActorView:
    """One party: what it says, what it is said to want, and how it sees each mediator."""
    all_views = party_views(dossier, [actor.id for actor in dossier.playing(Part.MEDIATOR)])
    own_views = tuple(view for view in all_views if view.party.id == actor_id)
    return _actor_view(dossier, actor_id, Part.PARTY, own_views)
