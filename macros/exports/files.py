"""Every file that a reader may take away, with its permanent address."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from macros.exports import tables
from macros.exports.aif import aif
from macros.exports.argdown import argdown
from macros.exports.argument_json import argument_json
from macros.exports.citation import citations
from macros.exports.dossier_json import dossier_json
from macros.exports.ical import calendar
from macros.models.dossier import Dossier


@dataclass(frozen=True)
class ExportedFile:
    """A file to take away, made when it is needed, and once; the address counts from the root of the site."""

    address: str
    make: Callable[[], str]

    @cached_property
    def content(self) -> str:
        """The text of the file."""
        return self.make()


def _as_json(export: Callable[..., Any], *arguments: object) -> str:
    return json.dumps(export(*arguments), ensure_ascii=False, indent=2) + "\n"


def _as_csv(rows: Callable[[Dossier], Iterator[tables.Row]], dossier: Dossier) -> str:
    return tables.as_csv(rows(dossier))


def files(dossier: Dossier, site_url: str = "") -> Iterator[ExportedFile]:
    """Every export of a dossier.

    Args:
        dossier: The dossier.
        site_url: Where the site will stand; empty where that is not known.
    """
    yield ExportedFile("data/dossier.json", partial(_as_json, dossier_json, dossier))
    for name, rows in (("statements", tables.statements), ("events", tables.events), ("positions", tables.positions)):
        yield ExportedFile(f"data/{name}.csv", partial(_as_csv, rows, dossier))
    yield ExportedFile("data/events.ics", partial(calendar, dossier))
    yield ExportedFile("data/sources.csl.json", partial(_as_json, citations, dossier, site_url))
    for argument in dossier.arguments:
        yield ExportedFile(f"argument/{argument.id}.argdown", partial(argdown, dossier, argument))
        yield ExportedFile(f"argument/{argument.id}.aif.json", partial(_as_json, aif, dossier, argument))
        yield ExportedFile(f"argument/{argument.id}.json", partial(_as_json, argument_json, dossier, argument))
