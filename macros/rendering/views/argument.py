"""An argument: its summary, its outline, its map, and its steps in reading order."""

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
        gist=tuple(dossier.statement[name] for name in record.gist),
        outline=outline.entry(record.conclusion),
        beside=outline.rest(ends(record)),
        oppositions=tuple(_excluded(dossier, one) for one in record.oppositions),
        steps=steps,
        map=argument_map(dossier, record),
        upright=argument_map(dossier, record, UPRIGHT),
    )


def arguments(dossier: Dossier) -> tuple[ArgumentView, ...]:
    """Every argument of the dossier."""
    return tuple(argument(dossier, record) for record in dossier.arguments)
