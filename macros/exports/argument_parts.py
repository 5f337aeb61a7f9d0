"""What belongs to an argument: its statements, their other wordings, and the events it starts from."""

from __future__ import annotations

from macros.models.argument import Argument
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement
from macros.models.typography import capital_first


def names_of(argument: Argument) -> tuple[str, ...]:
    """Ids of all that the steps of an argument name, steps left out, in reading order."""
    steps = {step.id for step in argument.inferences}
    named = [
        name for step in argument.inferences for name in step.claims
    ]  # fmt: skip
    return tuple(name for name in dict.fromkeys([*named, *argument.gist]) if name not in steps)


def statements_of(dossier: Dossier, argument: Argument) -> tuple[Statement, ...]:
    """The statements of an argument, each followed by its other wordings."""
    named = [dossier.statement[name] for name in names_of(argument) if name in dossier.statement]
    return tuple(dict.fromkeys(one for statement in named for one in (statement, *dossier.wordings_of(statement))))


def events_of(dossier: Dossier, argument: Argument) -> tuple[Event, ...]:
    """The events from which an argument starts."""
    return tuple(dossier.event[name] for name in names_of(argument) if name in dossier.event)


def sentence(statement: Statement) -> str:
    """The content of a statement as a sentence of its own; who says it stands in a field beside it."""
    return f"{capital_first(statement.says)}."
