from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from macros.models.base import IdentifiedRecord
from tests.conftest import ROOT

_LITERAL = re.compile(r'\bid="([a-z0-9-]+)"')


def _is_free(name: str) -> bool:
    try:
        return bool(IdentifiedRecord(id=name))
    except ValidationError:
        return False


def test_every_anchor_of_a_template_is_reserved() -> None:
    # Otherwise a record with that id would have the same address as a section of a page.
    templates = [path for path in (ROOT / "macros" / "templates").rglob("*.*") if path.suffix in (".j2", ".html")]
    anchors = {anchor for path in templates for anchor in _LITERAL.findall(path.read_text(encoding="utf-8"))}
    assert len(anchors) > 20
    assert {anchor for anchor in anchors if _is_free(anchor)} == set()


@pytest.mark.parametrize("name", ["meetings", "said-so", "section-turns", "trace-3", "p4s2", "p4", "headline", "index"])
def test_a_record_cannot_take_the_name_of_a_section(name: str) -> None:
    with pytest.raises(ValidationError, match=r"is already used by a part of the pages|pages use ids"):
        IdentifiedRecord(id=name)


@pytest.mark.parametrize("name", ["a", "pact", "p4s2-x", "meetings-2023"])
def test_other_names_are_free(name: str) -> None:
    assert IdentifiedRecord(id=name).id == name
