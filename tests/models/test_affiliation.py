from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.models.affiliation import Affiliation, AffiliationText, PublisherKind

ADAPTER: TypeAdapter[Affiliation] = TypeAdapter(AffiliationText)


@pytest.mark.parametrize(
    ("text", "country", "kind"),
    [
        ("Ruritania; private newspaper", "Ruritania", PublisherKind.PRIVATE),
        ("European Union ; intergovernmental", "European Union", PublisherKind.INTERGOVERNMENTAL),
        ("Ruritania; pro-government agency; of old", "Ruritania", PublisherKind.PRO_GOVERNMENT),
    ],
)
def test_one_text_is_read_as_country_and_kind(text: str, country: str, kind: PublisherKind) -> None:
    read = ADAPTER.validate_python(text)
    assert (read.country, read.kind) == (country, kind)
    assert ADAPTER.dump_python(read) == text


def test_it_is_one_line() -> None:
    assert ADAPTER.validate_python("Ruritania;\n private\nnewspaper\n").text == "Ruritania; private newspaper"


@pytest.mark.parametrize("text", ["private", "Ruritania; newspaper", "; private", "Ruritania; statement", 7])
def test_anything_else_is_no_affiliation(text: object) -> None:
    with pytest.raises(ValidationError, match="write the country, a semicolon"):
        ADAPTER.validate_python(text)
