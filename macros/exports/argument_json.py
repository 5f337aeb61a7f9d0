"""An argument as JSON: every record that belongs to it, complete, as the models define them."""

from __future__ import annotations

from typing import Any

from macros.exports.argument_parts import events_of, statements_of
from macros.exports.dossier_json import record_json
from macros.models.argument import Argument
from macros.models.dossier import Dossier


def argument_json(dossier: Dossier, argument: Argument) -> dict[str, Any]:
    """An argument with its statements, events and schemes; `model_validate` reads each of them back."""
    schemes = {step.scheme for step in argument.inferences}
    statements = statements_of(dossier, argument)
    return {
        "as_of": dossier.cover.as_of.text,
        "argument": record_json(argument),
        "statements": [record_json(statement) for statement in statements],
        "events": [record_json(event) for event in events_of(dossier, argument)],
        "schemes": [record_json(scheme) for scheme in dossier.schemes if scheme.id in schemes],
        "sources": [source.model_dump(mode="json", exclude={"passages"}, exclude_none=True) for source in dossier.sources
                    if source.id in {statement.source for statement in statements}],
    }  # fmt: skip
