"""The description of the tables as a data package (Frictionless Data Package, 1.0).

A program that reads `datapackage.json` knows the type and meaning of every column, and which columns name rows of other tables.
A column that may name records of several kinds has no such link, because the standard has none for it.
"""

from __future__ import annotations

from typing import Any

from macros.exports.citation import title_of
from macros.exports.csv_text import Column
from macros.exports.tables import Table, tables
from macros.models.dossier import Dossier

_MARK = (
    "An apostrophe stands before a cell that a spreadsheet program would run as a formula; it is not part of the text."
)


def _field(column: Column) -> dict[str, Any]:
    required = {"constraints": {"required": True}} if column.is_required else {}
    return {"name": column.name, "type": column.type, "description": column.about, **required}


def _resource(table: Table) -> dict[str, Any]:
    links = [
        # An empty name is the table itself.
        {"fields": one.name, "reference": {"resource": "" if one.names == table.name else one.names, "fields": "id"}}
        for one in table.columns
        if one.names
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": [*table.key],
            "missingValues": [""],
            **({"foreignKeys": links} if links else {}),
        },
    }


def datapackage(dossier: Dossier, site_url: str = "") -> dict[str, Any]:
    """The content of `datapackage.json`.

    Args:
        dossier: The dossier.
        site_url: The address of the site; empty if it is not known.
    """
    cover = dossier.cover
    return {
        "profile": "tabular-data-package",
        "name": f"dossier-{dossier.base_source.id}",
        "title": cover.title,
        "description": f"{cover.description} As of {cover.as_of.text}. {_MARK}",
        **({"homepage": site_url} if site_url else {}),
        "licenses": [{"title": cover.licence, "path": cover.licence_url}],
        "contributors": [{"title": cover.editors}],
        "sources": [{"title": title_of(source), "path": source.url} for source in dossier.base_layer],
        "resources": [_resource(table) for table in tables()],
    }
