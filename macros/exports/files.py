"""Every file that readers can download, with its permanent address and its description on the data page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from macros.exports.aif import aif, xaif
from macros.exports.argdown import argdown
from macros.exports.argument_json import argument_json
from macros.exports.citation import citations
from macros.exports.csv_text import as_csv
from macros.exports.datapackage import datapackage
from macros.exports.dossier_json import dossier_json
from macros.exports.ical import calendar
from macros.exports.tables import Table, tables
from macros.models.argument import Argument
from macros.models.dossier import Dossier
from macros.models.typography import lower_first


@dataclass(frozen=True)
class ExportedFile:
    """A file that readers can download. Its text is generated at the first use and then kept.

    Attributes:
        address: The address, relative to the root of the site.
        make: Generates the text of the file.
        label: The name of the file on the data page.
        about: What the file contains.
        format: The name of the format.
    """

    address: str
    make: Callable[[], str]
    label: str = ""
    about: str = ""
    format: str = ""

    @property
    def is_table(self) -> bool:
        """Whether it is one of the tables of the dossier."""
        return self.format == "CSV"

    @cached_property
    def content(self) -> str:
        """The text of the file."""
        return self.make()


def _as_json(export: Callable[..., Any], *arguments: object) -> str:
    return json.dumps(export(*arguments), ensure_ascii=False, indent=2) + "\n"


def _as_csv(table: Table, dossier: Dossier) -> str:
    return as_csv(table.columns, table.rows(dossier))


def _of_dossier(dossier: Dossier, site_url: str) -> Iterator[ExportedFile]:
    everything = partial(_as_json, dossier_json, dossier)
    yield ExportedFile("data/dossier.json", everything, "Everything", "all records as they stand", "JSON")
    about = "dated events; a vague date covers the days that it names"
    dates = partial(calendar, dossier, site_url)
    yield ExportedFile("data/events.ics", dates, "Calendar", about, "iCalendar")
    references = partial(_as_json, citations, dossier, site_url)
    yield ExportedFile("data/sources.csl.json", references, "References", "for Zotero, pandoc and others", "CSL-JSON")
    described = partial(_as_json, datapackage, dossier, site_url)
    about = "the type and meaning of every column, for programs"
    yield ExportedFile(
        "data/datapackage.json", described, "Description of the tables", about, "Frictionless Data Package"
    )
    for table in tables():
        about = lower_first(table.about.partition(". ")[0].rstrip("."))
        yield ExportedFile(f"data/{table.name}.csv", partial(_as_csv, table, dossier), table.title, about, "CSV")


def _of_argument(dossier: Dossier, argument: Argument) -> Iterator[ExportedFile]:
    place = f"argument/{argument.id}"
    text = partial(argdown, dossier, argument)
    about = "statements, steps, and what each rests on"
    yield ExportedFile(f"{place}.argdown", text, "The argument as text", about, "Argdown")
    graph = partial(_as_json, aif, dossier, argument)
    about = "for tools that read the Argument Interchange Format; it has no place for words of doubt and concessions"
    yield ExportedFile(f"{place}.aif.json", graph, "The argument as a graph", about, "AIF")
    extended = partial(_as_json, xaif, dossier, argument)
    about = "the same graph in the form that argument mining and the current annotation tool exchange"
    yield ExportedFile(f"{place}.xaif.json", extended, "The argument for argument mining", about, "xAIF")
    whole = partial(_as_json, argument_json, dossier, argument)
    about = "with every statement, event and pattern of reasoning it uses"
    yield ExportedFile(f"{place}.json", whole, "The argument in full", about, "JSON")


def files(dossier: Dossier, site_url: str = "") -> Iterator[ExportedFile]:
    """Every export of a dossier, in the order of the data page.

    Args:
        dossier: The dossier.
        site_url: The address of the site; empty if it is not known.
    """
    yield from _of_dossier(dossier, site_url)
    for argument in dossier.arguments:
        yield from _of_argument(dossier, argument)
