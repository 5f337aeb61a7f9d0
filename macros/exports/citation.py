"""How to cite: sources and the site as CSL-JSON (Citation Style Language, 1.0.2), which Zotero and pandoc read."""

from __future__ import annotations

from typing import Any

from macros.models.base import Nothing
from macros.models.date import HonestDate
from macros.models.dossier import Dossier


def _date(date: HonestDate) -> dict[str, Any]:
    """A CSL date. A date that is not a plain day, month or year is given as the text of the record."""
    text = date.text.split("T")[0]
    if not all(part.isdigit() for part in text.split("-")):
        return {"raw": date.text}
    return {"date-parts": [[int(part) for part in text.split("-")]]}


def citations(dossier: Dossier, address: str = "") -> list[dict[str, Any]]:
    """The citation of the site, then of every source.

    Args:
        dossier: The dossier.
        address: The address of the site; empty if it is not known.
    """
    cover = dossier.cover
    site = {"id": "this-site", "type": "webpage", "title": cover.title, "publisher": cover.editors}
    site |= {"issued": _date(cover.as_of), "note": f"As of {cover.as_of.text}. {cover.licence}"}  # type: ignore[dict-item]
    found: list[dict[str, Any]] = [{**site, **({"URL": address} if address else {})}]
    for source in dossier.sources:
        item: dict[str, Any] = {
            "id": source.id, "type": "article-newspaper",
            "publisher": dossier.actor[source.publisher].name, "language": source.language,
            "issued": _date(source.issued), "accessed": _date(source.accessed), "URL": source.url,
        }  # fmt: skip
        if not isinstance(source.title, Nothing):
            item["title"] = source.title
        if not isinstance(source.author, Nothing):
            item["author"] = [{"literal": source.author}]
        found.append(item)
    return found
