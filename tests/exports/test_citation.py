from __future__ import annotations

import pytest

from macros.exports.citation import citations
from macros.models.base import Nothing
from macros.models.date import parse_date
from macros.models.dossier import Dossier


def test_the_site_comes_first_then_every_source(shipped: Dossier) -> None:
    site, source, *others = citations(shipped, "https://example.org/x/")
    assert site["title"] == shipped.cover.title
    assert site["URL"] == "https://example.org/x/"
    assert site["issued"] == {"date-parts": [[2023, 11, 18]]}
    assert source["title"] == shipped.base_source.title
    assert source["issued"] == {"date-parts": [[2023, 11, 18]]}
    assert "URL" not in citations(shipped)[0]
    assert [one["id"] for one in (source, *others)] == [one.id for one in shipped.sources]


def test_a_headline_that_was_not_seen_is_left_out(tiny: Dossier) -> None:
    titles = {one["id"]: one.get("title") for one in citations(tiny)}
    assert titles["harbour-log"] is None
    assert titles["post-april"] == "Nets and tempers"


@pytest.mark.parametrize(("author", "named"), [(Nothing.SILENT, None), ("A. Writer", [{"literal": "A. Writer"}])])
def test_an_author_is_named_if_there_is_one(tiny: Dossier, author: str, named: object) -> None:
    source = tiny.sources[0].model_copy(update={"author": author, "issued": parse_date("1999-05~")})
    changed = type(tiny)(tiny.cover, sources=(source,), actors=tiny.actors)
    written = citations(changed)[1]
    assert written.get("author") == named
    assert written["issued"] == {"raw": "1999-05~"}
