"""What a statement says, for places that name its speaker apart from it."""

from __future__ import annotations

from macros.models.dossier import Dossier
from macros.models.statement import Statement


def content_of(dossier: Dossier, statement: Statement) -> str:
    """The content, to be read after the name of the speaker.

    If "said" does not fit, the verb belongs to the content: "denied that the boats were wet", "called on somebody to go".
    """
    if statement.fits_said:
        return statement.says
    level = statement.chain[-1]
    did = f"{level.verb.spoken_to} {dossier.actor[level.to].name}" if level.to else level.verb
    return f"{did} {statement.after_the_verb}"
