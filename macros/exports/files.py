"""Every file that a reader can download, with its permanent address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
    """A file to download; the address is relative to the root of the site."""

    address: str
    content: str


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@lru_cache(maxsize=2)
def files(dossier: Dossier, site_url: str = "") -> tuple[ExportedFile, ...]:
    """Every export of a dossier. The result is cached, because both the site and the page that lists the files need it.

    Args:
        dossier: The dossier.
        site_url: The address of the site; empty if it is not known.
    """
    return tuple(_files(dossier, site_url))


def _files(dossier: Dossier, site_url: str) -> Iterator[ExportedFile]:
    yield ExportedFile("data/dossier.json", _as_json(dossier_json(dossier)))
    for name, rows in (("statements", tables.statements), ("events", tables.events), ("positions", tables.positions)):
        yield ExportedFile(f"data/{name}.csv", tables.as_csv(rows(dossier)))
    yield ExportedFile("data/events.ics", calendar(dossier))
    yield ExportedFile("data/sources.csl.json", _as_json(citations(dossier, site_url)))
    for argument in dossier.arguments:
        yield ExportedFile(f"argument/{argument.id}.argdown", argdown(dossier, argument))
        yield ExportedFile(f"argument/{argument.id}.aif.json", _as_json(aif(dossier, argument)))
        yield ExportedFile(f"argument/{argument.id}.json", _as_json(argument_json(dossier, argument)))
