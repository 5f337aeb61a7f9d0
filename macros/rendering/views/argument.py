"""The arguments: each with its summary, its outline, its map, and its steps in reading order, and an index of several."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.actor import Actor
from macros.models.argument import Argument, Exclusion, Opposition, Unstated
from macros.models.dossier import Dossier
from macros.models.statement import Statement
from macros.rendering.views.argument_map import UPRIGHT, MapView, argument_map
from macros.rendering.views.argument_outline import Outline, OutlineEntry, ends
from macros.rendering.views.argument_points import points
from macros.rendering.views.argument_steps import Step, steps_of


@dataclass(frozen=True)
class Excluded:
    """Claims that exclude each other, with our reason."""

    kind: Exclusion
    because: str
    statements: tuple[Statement, ...]
    unstated: tuple[Unstated, ...]


@dataclass(frozen=True)
class ArgumentView:
    """One argument, as its page shows it.

    Attributes:
        argument: The record of the argument.
        speaker: The actor whose argument it is.
        gist: The statements that summarise it.
        outline: The conclusion, with everything that leads to it.
        beside: The conclusions of the steps outside the main line.
        oppositions: The claims that exclude each other.
        steps: The steps in reading order.
        map: The map of the argument.
        upright: The same map in one column, for phones and paper.
    """

    argument: Argument
    speaker: Actor
    gist: tuple[Statement, ...]
    outline: OutlineEntry
    beside: tuple[OutlineEntry, ...]
    oppositions: tuple[Excluded, ...]
    steps: tuple[Step, ...]
    map: MapView
    upright: MapView


def _excluded(dossier: Dossier, opposition: Opposition) -> Excluded:
    return Excluded(
        opposition.kind,
        opposition.because,
        tuple(dossier.statement[name] for name in opposition.claims if name in dossier.statement),
        tuple(dossier.unstated[name] for name in opposition.claims if name in dossier.unstated),
    )


def argument(dossier: Dossier, record: Argument) -> ArgumentView:
    """One argument, with its steps in the editor's order."""
    steps = steps_of(dossier, record)
    outline = Outline(points(dossier, record), steps)
    return ArgumentView(
        argument=record,
        speaker=dossier.actor[record.speaker],
        gist=_gist(dossier, record),
        outline=outline.entry(record.conclusion),
        beside=outline.rest(ends(record)),
        oppositions=tuple(_excluded(dossier, one) for one in record.oppositions),
        steps=steps,
        map=argument_map(dossier, record),
        upright=argument_map(dossier, record, UPRIGHT),
    )


@dataclass(frozen=True)
class IndexEntry:
    """One of several arguments, as the index shows it.

    Attributes:
        argument: The record of the argument.
        speaker: The actor whose argument it is.
        gist: The statements that summarise it.
    """

    argument: Argument
    speaker: Actor
    gist: tuple[Statement, ...]


@dataclass(frozen=True)
class ArgumentsView:
    """The first page of the arguments.

    Attributes:
        only: The argument, if there is one alone.
        entries: The arguments, if there are several.
    """

    only: ArgumentView | None
    entries: tuple[IndexEntry, ...]


def _gist(dossier: Dossier, record: Argument) -> tuple[Statement, ...]:
    return tuple(dossier.statement[name] for name in record.gist)


def arguments(dossier: Dossier) -> ArgumentsView:
    """The only argument of a dossier, or an index of all."""
    if len(dossier.arguments) == 1:
        return ArgumentsView(argument(dossier, dossier.arguments[0]), ())
    return ArgumentsView(
        None,
        tuple(IndexEntry(one, dossier.actor[one.speaker], _gist(dossier, one)) for one in dossier.arguments),
    )


def one_argument(dossier: Dossier, record_id: str) -> ArgumentView:
    """The page of one of several arguments."""
    return argument(dossier, next(one for one in dossier.arguments if one.id == record_id))
