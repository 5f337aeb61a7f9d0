"""Positions: one for everybody who is asked, each with a voice or with a kind of nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.loading.yaml_text import Value
from macros.models.actor import Part
from macros.models.dossier import Dossier
from macros.models.position import AskedOf, Issue, Position
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

Cell = tuple[str, str, str | None]
"""Issue, actor, and the mediator that is judged."""


def cells_of(issue: Issue, dossier: Dossier) -> list[Cell]:
    """The cells that an issue fills, in the dossier's order."""
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
    """Whether every id of its cell names something."""
    actors = {position.actor, position.toward} - {None}
    return position.issue in dossier.issue and actors <= set(dossier.actor)


def _may_fill(value: Value, cell: Cell, dossier: Dossier) -> bool:
    """Whether a position with a mistake may be the one of a cell: it differs in no id that exists."""
    if not isinstance(value, dict):
        return True
    names: tuple[Collection[str], ...] = (dossier.issue, dossier.actor, dossier.actor)
    fields = zip(("issue", "actor", "toward"), cell, names, strict=True)
    return all(value[name] == meant for name, meant, known in fields if str(value.get(name)) in known)


def a_position_speaks_or_is_silent(context: CheckContext) -> Iterator[Problem]:
    """A position holds statements or a kind of nothing: one of them, not both."""
    for position in context.dossier.positions:
        if position.statements and position.nothing:
            yield context.problem(position, f"it has statements and is '{position.nothing}' too", "nothing")
        elif not position.statements and not position.nothing:
            yield context.problem(
                position,
                "it has neither statements nor 'nothing'",
                hint="write 'nothing: silent' where the source does not say",
            )


def everybody_who_is_asked_has_one_position(context: CheckContext) -> Iterator[Problem]:
    """Each issue has one position for each actor of whom it asks; a silence is written down, not guessed."""
    given: dict[Cell, Position] = {}
    # A mistake in a position is told there; its cell counts as filled, or the same slip would be told twice.
    dossier = context.dossier
    sound = {id(context.raw_of[id(position)]) for position in dossier.positions if _is_named(position, dossier)}
    broken = [raw.value for raw in context.raw if raw.kind == "positions" and id(raw) not in sound]
    wanted = {cell for issue in context.dossier.issues for cell in cells_of(issue, context.dossier)}
    for position in context.dossier.positions:
        cell = _cell(position)
        if cell in given:
            yield context.problem(position, f"a position of '{position.actor}' on '{position.issue}' is given already")
        elif cell not in wanted and _is_named(position, dossier):
            asked = context.dossier.issue[position.issue].asked_of
            yield context.problem(
                position,
                f"'{position.issue}' does not ask this of '{position.actor}'",
                "issue",
                hint=f"it asks {asked}",
            )
        given[cell] = position
    for issue in context.dossier.issues:
        for cell in cells_of(issue, context.dossier):
            if cell not in given and not any(_may_fill(value, cell, dossier) for value in broken):
                about = f" about '{cell[2]}'" if cell[2] else ""
                hint = f"add one to positions.yml, or 'nothing: silent'{' with toward: ' + cell[2] if cell[2] else ''}"
                yield context.problem(issue, f"no position of '{cell[1]}'{about} is recorded", hint=hint)
