from __future__ import annotations

from macros.exports.files import files
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.rendering.views.data import data
from tests.rendering.bodies import body


def tables(dossier: Dossier) -> list[str]:
    return [item.file.label for item in data(dossier, files(dossier)).tables]


def test_only_tables_with_rows_are_listed(minimal: Dossier, tiny: Dossier) -> None:
    assert tables(minimal) == ["Dossier", "Sources", "Passages", "Actors", "Statements"]
    assert len(tables(tiny)) == 20


def test_a_source_whose_headline_was_not_seen_is_cited_without_a_title(minimal: Dossier) -> None:
    source = minimal.base_source.model_copy(update={"title": Nothing.UNKNOWN})
    untitled = Dossier(minimal.cover, sources=(source,), actors=minimal.actors, statements=minimal.statements)
    page = body(untitled, "data/")
    assert "<cite>unknown</cite>" not in page
    assert "Headline not seen" in page
