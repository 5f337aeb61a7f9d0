from __future__ import annotations

import json

import pytest

from macros.exports.files import files
from macros.models.dossier import Dossier


@pytest.mark.parametrize("which", ["shipped", "tiny", "minimal"])
def test_every_file_has_a_unique_address_and_can_be_read(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    made = {file.address: file.content for file in files(dossier)}
    assert len(made) == len(files(dossier))
    assert {f"argument/{argument.id}.argdown" for argument in dossier.arguments} <= set(made)
    for address, content in made.items():
        if address.endswith(".json"):
            json.loads(content)


def test_the_same_dossier_gives_the_same_bytes(shipped: Dossier) -> None:
    first = files(shipped)
    files.cache_clear()
    assert files(shipped) == first
