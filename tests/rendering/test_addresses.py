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
    assert address_of(shipped.tracks[0]) == "tracks/european/"
    assert address_of(shipped.actor["russia"]) == "mediators/russia/"
    assert address_of(shipped.actor["armenia"]) == "parties/armenia/"
    assert address_of(shipped.actor["klaar"]) == "people/#klaar"
    assert address_of(shipped.event["granada-talks"]) == "timeline/#granada-talks"
    assert address_of(shipped.base_source) == "evidence/panarmenian-310839/"
    assert address_of(shipped.arguments[0]) == "argument/#markedonov-argument"
    assert address_of(shipped.arguments[0].inferences[0]) == "argument/#step-pattern"
    assert address_of(shipped.terms[0]) == "glossary/#track"
    assert address_of(shipped.gaps[0]) == "unknowns/#gap-motive"


def test_a_record_without_an_address_says_so(shipped: Dossier) -> None:
    with pytest.raises(TypeError, match="a Scheme has no address of its own"):
        address_of(shipped.schemes[0])
