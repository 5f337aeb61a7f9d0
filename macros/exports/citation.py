"""How to cite: sources and the site as CSL-JSON (Citation Style Language, 1.0.2), which Zotero and pandoc read.

CSL marks every doubt about a date in one way, as `circa`. It has no dates of which only one end is known, so such a date is text, as
librarians write it (RDA 1.9.2).
"""

from __future__ import annotations

from typing import Any

from macros.models.affiliation import PublisherKind
from macros.models.base import Nothing
from macros.models.date import Form, HonestDate
from macros.models.dossier import Dossier
from macros.models.source import Source
from macros.models.typography import capital_first

_AUTHORITIES = (PublisherKind.GOVERNMENT, PublisherKind.INTERGOVERNMENTAL)


def _date(date: HonestDate) -> dict[str, Any]:
    """A date with its doubt."""
    moments = date.moments
    if not (date.start and date.end):
        known = "-".join(f"{part:02}" for part in moments[0].parts)
        return {"literal": f"[not {'before' if date.start else 'after'} {known}]"}
    made: dict[str, Any] = {"date-parts": [list(moment.parts) for moment in moments]}
    is_doubtful = date.form is Form.ONE_OF or any(moment.approximate or moment.uncertain for moment in moments)
    return {**made, "circa": True} if is_doubtful else made


def title_of(source: Source) -> str:
    """The title of a source, or in brackets what stands in its place, as in a catalogue.

    Args:
        source: The source.
    """
    if not isinstance(source.title, Nothing):
        return source.title
    return "[Title not seen]" if source.title is Nothing.UNKNOWN else "[Untitled]"


def _source(dossier: Dossier, source: Source) -> dict[str, Any]:
    is_of_authority = source.affiliation.kind in _AUTHORITIES
    item: dict[str, Any] = {
        "id": source.id, "type": "webpage" if is_of_authority else "article-newspaper", "title": title_of(source),
        # In CSL, this is the name of the newspaper or of the website.
        "container-title": capital_first(dossier.actor[source.publisher].name), "language": source.language,
        "issued": _date(source.issued), "accessed": _date(source.accessed), "URL": source.url,
    }  # fmt: skip
    if not isinstance(source.author, Nothing):
        item["author"] = [{"literal": capital_first(source.author)}]
    return item


def citations(dossier: Dossier, address: str = "") -> list[dict[str, Any]]:
    """The citation of the site, then of every source.

    Args:
        dossier: The dossier.
        address: The address of the site; empty if it is not known.
    """
    cover = dossier.cover
    site = {
        "id": "this-site", "type": "webpage", "title": cover.title, "author": [{"literal": cover.editors}],
        # It describes an earlier time than that in which it was made.
        "issued": {"date-parts": [[dossier.year_made]]}, "version": f"as of {cover.as_of.text}",
    }  # fmt: skip
    return [
        {**site, **({"URL": address} if address else {})},
        *(_source(dossier, source) for source in dossier.sources),
    ]
