from __future__ import annotations

import json

import pytest

from macros.exports.files import files
from macros.models.dossier import Dossier


@pytest.mark.parametrize("which", ["shipped", "tiny", "minimal", "debates"])
def test_every_file_has_a_unique_address_and_can_be_read(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    every = list(files(dossier))
    made = {file.address: file.content for file in every}
    assert len(made) == len(every)
    assert {f"argument/{argument.id}.argdown" for argument in dossier.arguments} <= set(made)
    for address, content in made.items():
        if address.endswith(".json"):
            json.loads(content)


def test_the_same_dossier_gives_the_same_bytes(shipped: Dossier) -> None:
    first, second = ({file.address: file.content for file in files(shipped)} for _ in range(2))
    assert first == second


@pytest.mark.parametrize("which", ["shipped", "tiny", "minimal", "debates"])
def test_the_data_page_can_name_every_file(which: str, request: pytest.FixtureRequest) -> None:
    for file in files(request.getfixturevalue(which)):
        assert file.label, file.address
        assert file.about, file.address
        assert file.format, file.address
