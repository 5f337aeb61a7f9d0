from __future__ import annotations

import pytest

from macros.models.dossier import Dossier
from macros.models.kinds import address_of
from macros.rendering.addresses import relative


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("tracks/x/", "", "tracks/x/"),
        ("tracks/x/#y", "", "tracks/x/#y"),
        ("", "tracks/x/", "../../"),
        ("tracks/", "tracks/x/", "../"),
        ("tracks/z/", "tracks/x/", "../z/"),
        ("people/#who", "people/", "#who"),
        ("people/", "people/", "./"),
        ("assets/a.svg", "people/", "../assets/a.svg"),
    ],
)
def test_links_are_relative(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


def test_records_have_permanent_addresses(shipped: Dossier) -> None:
    assert address_of(shipped.tracks[0], shipped) == "tracks/european/"
    assert address_of(shipped.actor["russia"], shipped) == "mediators/russia/"
    assert address_of(shipped.actor["armenia"], shipped) == "parties/armenia/"
    assert address_of(shipped.actor["klaar"], shipped) == "people/#klaar"
    assert address_of(shipped.event["granada-talks"], shipped) == "timeline/#granada-talks"
    assert address_of(shipped.base_source, shipped) == "evidence/panarmenian-310839/"
    assert address_of(shipped.arguments[0], shipped) == "argument/#markedonov-argument"
    assert address_of(shipped.arguments[0].inferences[0], shipped) == "argument/#step-pattern"
    assert address_of(shipped.terms[0], shipped) == "glossary/#track"
    assert address_of(shipped.gaps[0], shipped) == "unknowns/#gap-motive"


def test_a_record_without_an_address_says_so(shipped: Dossier) -> None:
    with pytest.raises(TypeError, match="a Scheme has no address of its own"):
        address_of(shipped.schemes[0], shipped)
