"""The records that belong to an argument: its statements, their other wordings, and its events."""

from __future__ import annotations

from macros.models.argument import Argument
from macros.models.content import content_of
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.statement import Statement
from macros.models.typography import capital_first, together


def names_of(argument: Argument) -> tuple[str, ...]:
    """Ids of the statements and events of an argument, in reading order."""
    return tuple(dict.fromkeys([*argument.claims, *argument.gist]))


def statements_of(dossier: Dossier, argument: Argument) -> tuple[Statement, ...]:
    """The statements of an argument, each followed by its other wordings."""
    named = [dossier.statement[name] for name in names_of(argument) if name in dossier.statement]
    return tuple(
        dict.fromkeys(wording for statement in named for wording in (statement, *dossier.wordings_of(statement)))
    )


def events_of(dossier: Dossier, argument: Argument) -> tuple[Event, ...]:
    """The events that are claims of an argument, in reading order."""
    return tuple(dossier.event[name] for name in names_of(argument) if name in dossier.event)


def sentence(dossier: Dossier, statement: Statement) -> str:
    """The content of a statement as a complete sentence.

    The exports give the speaker separately. But a sentence such as "somebody denied that …" is complete only with the speaker.
    """
    content = content_of(dossier, statement)
    if not statement.fits_said:
        content = f"{together(dossier.actor[name].short for name in statement.path[-1])} {content}"
    return f"{capital_first(content)}."
