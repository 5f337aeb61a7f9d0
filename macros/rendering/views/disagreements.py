"""Where they disagree: the questions on which those whom the base sources quote, or these sources, differ."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement
from macros.rendering.views.cross_check import Dispute, dispute_of


@dataclass(frozen=True)
class OwnDispute:
    """A disagreement within the base layer.

    Attributes:
        dispute: The question with its versions side by side.
        events: The events that it is about.
        context: The statements that it is about and that are no version.
    """

    dispute: Dispute
    events: tuple[Event, ...]
    context: tuple[Statement, ...]


def _own(dossier: Dossier, dispute: Dispute) -> OwnDispute:
    about, shown = dispute.disagreement.about, {one for side in dispute.sides for one in side.statements}
    context = (dossier.statement[name] for name in about if name in dossier.statement)
    return OwnDispute(
        dispute,
        tuple(dossier.event[name] for name in about if name in dossier.event),
        tuple(one for one in context if one not in shown),
    )


def disagreements(dossier: Dossier) -> tuple[OwnDispute, ...]:
    """The disagreements within the base layer, in the editor's order."""
    return tuple(_own(dossier, dispute_of(dossier, one)) for one in dossier.own_disagreements)
