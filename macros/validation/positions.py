"""Checks of positions: at most one for each actor who is asked, with statements or a kind of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.actor import Part
from macros.models.position import AskedOf, Cell, Position, cells_of
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def a_position_speaks_or_is_silent(context: CheckContext) -> Iterator[Problem]:
    """A position has statements or a kind of nothing, but not both."""
    for position in context.dossier.positions:
        if position.statements and position.nothing:
            yield context.problem(position, f"it has both statements and 'nothing: {position.nothing}'", "nothing")
        elif not position.statements and not position.nothing:
            hint = "name the statements, or remove it: who has no position counts as silent"
            yield context.problem(position, "it has neither statements nor 'nothing'", hint=hint)


def everybody_who_is_asked_has_one_position(context: CheckContext) -> Iterator[Problem]:
    """An actor has one position on an issue that asks it, and none on others."""
    dossier = context.dossier
    seen: set[Cell] = set()
    asked = {cell for issue in dossier.issues for cell in cells_of(issue, dossier.actors)}
    for position in dossier.positions:
        cell = position.cell
        # An id that does not exist is reported by another check.
        is_named = cell.issue in dossier.issue and {cell.actor, cell.toward or cell.actor} <= set(dossier.actor)
        if cell in seen:
            yield context.problem(position, f"there is already a position of '{cell.actor}' on '{cell.issue}'")
        elif cell not in asked and is_named:
            yield from _not_asked(context, position, cell)
        seen.add(cell)


def _not_asked(context: CheckContext, position: Position, cell: Cell) -> Iterator[Problem]:
    """Why an issue does not ask for a position. An actor with a wrong part is the cause for all its positions, so it is named alike."""
    dossier = context.dossier
    asked_of = dossier.issue[cell.issue].asked_of
    part = Part.MEDIATOR if asked_of is AskedOf.MEDIATORS else Part.PARTY
    who, part = (cell.toward, Part.MEDIATOR) if asked_of is AskedOf.PARTIES_ABOUT_MEDIATORS else (cell.actor, part)
    if who is None or dossier.actor[who] in dossier.playing(part):
        who, part = cell.actor, Part.PARTY
    if dossier.actor[who] in dossier.playing(part):
        message = f"'{cell.issue}' does not ask '{cell.actor}' for this position"
        is_own = cell.actor == cell.toward
        hint = "nobody is asked about himself" if is_own else f"it asks {asked_of}"
        yield context.problem(position, message, "issue", hint=hint)
    else:
        where = context.whereabouts(dossier.actor[who], "part")
        field = "toward" if who == cell.toward else "actor"
        hint = f"remove it, or change the part in {where}"
        yield context.problem(position, f"it is not asked for, because '{who}' is not a {part}", field, hint=hint)
