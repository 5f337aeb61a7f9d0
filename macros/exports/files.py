"""Every file that a reader may take away, with its permanent address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.exports import tables
from macros.exports.aif import aif
from macros.exports.argdown import argdown
from macros.exports.argument_json import argument_json
from macros.exports.citation import citations
from macros.exports.dossier_json import dossier_json
from macros.exports.ical import calendar
from macros.models.argument import Argument
from macros.models.dossier import Dossier


@dataclass(frozen=True)
class ExportedFile:
    """A file that readers can download.

    Attributes:
        address: From the root of the site.
        content: The text of the file.
        label: How the data page calls it.
        about: What is in it.
        format: The name of its format.
    """

    address: str
    content: str
    label: str = ""
    about: str = ""
    format: str = ""


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _of_dossier(dossier: Dossier, site_url: str) -> Iterator[ExportedFile]:
    yield ExportedFile(
        "data/dossier.json", _as_json(dossier_json(dossier)), "Everything", "all records as they stand", "JSON"
    )
    for name, rows, label, about in (
        ("statements", tables.statements, "Statements", "who said what, through whom, where it was published"),
        ("events", tables.events, "Events", "what was held, fell through or was announced"),
        ("positions", tables.positions, "Positions", "who holds what on which question, and where there is silence"),
    ):
        yield ExportedFile(f"data/{name}.csv", tables.as_csv(rows(dossier)), label, about, "CSV")
    yield ExportedFile(
        "data/events.ics",
        calendar(dossier),
        "Calendar",
        "dated events; a vague date covers the days it may mean",
        "iCalendar",
    )
    yield ExportedFile(
        "data/sources.csl.json",
        _as_json(citations(dossier, site_url)),
        "References",
        "for Zotero, pandoc and others",
        "CSL-JSON",
    )


def _of_argument(dossier: Dossier, argument: Argument) -> Iterator[ExportedFile]:
    place = f"argument/{argument.id}"
    about = "statements, steps, and what each rests on"
    yield ExportedFile(f"{place}.argdown", argdown(dossier, argument), "The argument as text", about, "Argdown")
    about = "for tools that read the Argument Interchange Format; it has no place for words of doubt, concessions and critical questions"
    yield ExportedFile(f"{place}.aif.json", _as_json(aif(dossier, argument)), "The argument as a graph", about, "AIF")
    about = "with every statement, event and pattern of reasoning it uses"
    yield ExportedFile(
        f"{place}.json", _as_json(argument_json(dossier, argument)), "The argument in full", about, "JSON"
    )


def files(dossier: Dossier, site_url: str = "") -> Iterator[ExportedFile]:
    """Makes every export of a dossier, in the order of the data page.

    Args:
        dossier: The dossier.
        site_url: The address of the site; empty if it is not known.
    """
    yield from _of_dossier(dossier, site_url)
    for argument in dossier.arguments:
        yield from _of_argument(dossier, argument)
