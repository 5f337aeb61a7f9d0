"""Reads the exports of reference managers: CSL-JSON, RIS and BibTeX."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from macros.desk.cite.reference import ExportError, Reference, date_of, day_of, made

MOST_BYTES = 8_000_000
"""A larger file is not read."""


def _csl_date(item: dict[str, Any], field: str) -> str:
    date = item.get(field)
    if not isinstance(date, dict):
        return ""
    parts = date.get("date-parts")
    days = [date_of(*day) for day in parts if isinstance(day, list)] if isinstance(parts, list) else []
    found = date_of("/".join(days)) if days else date_of(date.get("raw") or date.get("literal") or "")
    return date_of(f"{found}~") if found and date.get("circa") else found


def _csl_name(name: object) -> str:
    if not isinstance(name, dict):
        return ""
    parts = (name.get(part) for part in ("given", "non-dropping-particle", "family"))
    return str(name.get("literal") or " ".join(str(part) for part in parts if part))


def read_csl(text: str) -> list[Reference]:
    """The entries of a CSL-JSON file.

    Args:
        text: Its text.

    Raises:
        ExportError: It is not CSL-JSON.
    """
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        raise ExportError("this is not valid JSON") from None
    items = read.get("items", [read]) if isinstance(read, dict) else read
    if not isinstance(items, list) or not all(
        isinstance(item, dict) and ("title" in item or "type" in item) for item in items
    ):
        raise ExportError("this is not CSL-JSON; in Zotero, choose the format CSL JSON")
    return [
        made(
            item.get("title"),
            (item.get("container-title"), item.get("publisher")),
            map(_csl_name, item["author"] if isinstance(item.get("author"), list) else ()),
            _csl_date(item, "issued"),
            day_of(_csl_date(item, "accessed")),
            url=item.get("URL"), doi=item.get("DOI"), language=item.get("language"),
        )
        for item in items
    ]  # fmt: skip


def _turned(name: str) -> str:
    """A name that RIS writes as `Family, Given`."""
    family, _, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip()


def read_ris(text: str) -> list[Reference]:
    """The entries of a RIS file.

    Args:
        text: Its text.
    """
    import rispy

    return [
        made(
            item.get("title") or item.get("primary_title"),
            (item.get(field) for field in ("secondary_title", "journal_name", "alternate_title3", "publisher")),
            map(_turned, item.get("authors") or item.get("first_authors") or ()),
            date_of(item.get("date") or item.get("year") or item.get("publication_year") or ""),
            day_of(item.get("access_date") or ""),
            url=next(iter(item.get("urls") or ()), ""), doi=item.get("doi"), language=item.get("language"),
        )
        for item in rispy.loads(text)
    ]  # fmt: skip


def _bibtex_names(names: Any) -> Iterator[str]:
    for name in names or ():
        yield " ".join((*name.first, *name.von, *name.last, *name.jr))


def read_bibtex(text: str) -> list[Reference]:
    """The entries of a BibTeX or BibLaTeX file.

    Args:
        text: Its text.

    Raises:
        ExportError: A part of it is not BibTeX.
    """
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    # The library logs what it cannot read, which is reported below.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    layers = (
        middlewares.NormalizeFieldKeys, middlewares.LatexDecodingMiddleware, middlewares.SeparateCoAuthors,
        middlewares.SplitNameParts, middlewares.MonthIntMiddleware,
    )  # fmt: skip
    library = parse_string(text, append_middleware=[layer() for layer in layers])
    if library.failed_blocks:
        raise ExportError(f"line {(library.failed_blocks[0].start_line or 0) + 1} cannot be read as BibTeX")
    found = []
    for entry in library.entries:
        item = {field.key: field.value for field in entry.fields}
        found.append(
            made(
                item.get("title"),
                (item.get(field) for field in ("journaltitle", "journal", "publication", "organization", "publisher", "institution")),
                _bibtex_names(item.get("author")),
                date_of(item["date"]) if "date" in item else date_of(item.get("year"), item.get("month"), item.get("day")),
                day_of(item.get("urldate", "")),
                url=item.get("url"), doi=item.get("doi"), language=item.get("langid") or item.get("language"),
            )
        )  # fmt: skip
    return found


READERS: dict[str, Callable[[str], list[Reference]]] = {".json": read_csl, ".ris": read_ris, ".bib": read_bibtex}
"""The reader of each format, by the end of the file's name."""


def read_export(file: Path) -> list[Reference]:
    """The entries of an export.

    Args:
        file: The file.

    Raises:
        ExportError: It cannot be read, or it has no entries.
    """
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise ExportError(f"the name of an export ends with {', '.join(READERS)}")
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ExportError(f"the file is larger than {MOST_BYTES // 1_000_000} MB")
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ExportError("the file is not UTF-8 text; export it as UTF-8") from None
    except OSError as error:
        raise ExportError(f"the file cannot be read: {error.strerror}") from None
    found = reader(text)
    if not found:
        raise ExportError("no entries were found")
    return found
