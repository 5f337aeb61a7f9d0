"""What a statement says, where its speaker is named apart from it."""

from __future__ import annotations

from typing import Any

import pytest

from macros.exports.argument_parts import sentence
from macros.models.content import content_of
from macros.models.dossier import Dossier
from macros.models.statement import Level


@pytest.mark.parametrize(
    ("level", "says", "content", "in_full"),
    [
        ({}, "the boats were wet", "the boats were wet", "The boats were wet."),
        ({"to": "keeper"}, "the boats were wet", "the boats were wet", "The boats were wet."),
        (
            {"verb": "denied"},
            "the boats were wet",
            "denied that the boats were wet",
            "Tarn denied that the boats were wet.",
        ),
        ({"verb": "declined"}, "to comment", "declined to comment", "Tarn declined to comment."),
        (
            {"verb": "called on", "to": "upper-vell"},
            "to paint the boats",
            "called on Upper Vell to paint the boats",
            "Tarn called on Upper Vell to paint the boats.",
        ),
        ({"verb": "warned"}, "of a storm", "warned of a storm", "Tarn warned of a storm."),
    ],
    ids=["said", "told", "denied", "declined", "called on", "warned"],
)
def test_the_verb_belongs_to_the_content_unless_said_fits(
    tiny: Dossier, level: dict[str, Any], says: str, content: str, in_full: str
) -> None:
    chain = (Level.model_validate({"speaker": "tarn", **level}),)
    statement = tiny.statement["talks-stalled"].model_copy(update={"chain": chain, "says": says})
    assert content_of(tiny, statement) == content
    assert sentence(tiny, statement) == in_full
