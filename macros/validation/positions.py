"""Checks of positions: one for each actor who is asked, with statements or a kind of nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.loading.yaml_text import Value
from macros.models.actor import Part
from macros.models.dossier import Dossier
from macros.models.position import AskedOf, Issue, Position
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

Cell = tuple[str, str, str | None]
"""Issue, actor, and the mediator that the position is about, if any."""


def cells_of(issue: Issue, dossier: Dossier) -> list[Cell]:
    """The cells of an issue, in the dossier's order."""
    mediators = [actor.id for actor in dossier.playing(Part.MEDIATOR)]
    parties = [actor.id for actor in dossier.playing(Part.PARTY)]
    if issue.asked_of is AskedOf.MEDIATORS:
        return [(issue.id, mediator, None) for mediator in mediators]
    if issue.asked_of is AskedOf.PARTIES:
        return [(issue.id, party, None) for party in parties]
    return [(issue.id, party, mediator) for mediator in mediators for party in parties]


def _cell(position: Position) -> Cell:
    return (position.issue, position.actor, position.toward)


def _is_named(position: Position, dossier: Dossier) -> bool:
    """Whether every id of its cell exists."""
    actors = {position.actor, position.toward} - {None}
    return position.issue in dossier.issue and actors <= set(dossier.actor)


def _may_fill(value: Value, cell: Cell, dossier: Dossier) -> bool:
    """Whether an invalid position may be meant for a cell: its ids are those of the cell or do not exist."""
    if not isinstance(value, dict):
        return True
    names: tuple[Collection[str], ...] = (dossier.issue, dossier.actor, dossier.actor)
    fields = zip(("issue", "actor", "toward"), cell, names, strict=True)
    return all(value[name] == meant for name, meant, known in fields if str(value.get(name)) in known)


def a_position_speaks_or_is_silent(context: CheckContext) -> Iterator[Problem]:
    """A position has statements or a kind of nothing, but not both."""
    for position in context.dossier.positions:
        if position.statements and position.nothing:
            yield context.problem(position, f"it has both statements and 'nothing: {position.nothing}'", "nothing")
        elif not position.statements and not position.nothing:
            yield context.problem(
                position,
                "it has neither statements nor 'nothing'",
                hint="write 'nothing: silent' if the source does not say",
            )


def everybody_who_is_asked_has_one_position(context: CheckContext) -> Iterator[Problem]:
    """Each issue has one position for each actor that it asks, even if the actor is silent."""
    given: dict[Cell, Position] = {}
    # A position with a problem is reported itself. Its cell counts as filled, so that the problem is not reported twice.
    dossier = context.dossier
    valid = {id(context.raw_of[id(position)]) for position in dossier.positions if _is_named(position, dossier)}
    invalid = [raw.value for raw in context.raw if raw.kind == "positions" and id(raw) not in valid]
    wanted = {cell for issue in context.dossier.issues for cell in cells_of(issue, context.dossier)}
    for position in context.dossier.positions:
        cell = _cell(position)
        if cell in given:
            yield context.problem(position, f"there is already a position of '{position.actor}' on '{position.issue}'")
        elif cell not in wanted and _is_named(position, dossier):
            asked = context.dossier.issue[position.issue].asked_of
            yield context.problem(
                position,
                f"'{position.issue}' does not ask '{position.actor}' for this position",
                "issue",
                hint=f"it asks {asked}",
            )
        given[cell] = position
    for issue in context.dossier.issues:
        for cell in cells_of(issue, context.dossier):
            if cell not in given and not any(_may_fill(value, cell, dossier) for value in invalid):
                about = f" about '{cell[2]}'" if cell[2] else ""
                toward = f" with toward: {cell[2]}" if cell[2] else ""
                hint = f"add one{toward} to positions.yml; write 'nothing: silent' if the source does not say"
                yield context.problem(issue, f"there is no position of '{cell[1]}'{about}", hint=hint)
