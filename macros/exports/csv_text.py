"""Rows as CSV (RFC 4180) in UTF-8.

A cell with several values, or with a record, contains JSON, so that no value can be mistaken for a separator. CSV has no types:
nothing in a file can stop a spreadsheet program from reading `046` as 46, or `2023-06` as a day. The data package gives the type of
each column, and the data page says how to import the tables.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""The start of a cell that a spreadsheet program reads as a formula, wide signs included, or that looks like our mark for it."""

_BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheet programs on Windows read UTF-8 as another encoding."""


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its name in the header.
        about: What it contains.
        type: The type in a Frictionless Table Schema.
        is_required: Whether no cell is empty.
        names: The kind of record whose id it contains, if it is one of one kind.
    """

    name: str
    about: str
    type: str = "string"
    is_required: bool = False
    names: str = ""


def _cell(value: Any) -> str:
    if isinstance(value, str):
        # A reader gets the text back by removing one apostrophe from such a start.
        return f"'{value}" if _FORMULA.match(value) else value
    return "" if value in (None, [], {}) else json.dumps(value, ensure_ascii=False)


def as_csv(columns: Iterable[Column], rows: Iterable[Row]) -> str:
    """Rows as CSV with a header, even if there are no rows."""
    written = io.StringIO()
    writer = csv.writer(written)
    names = [column.name for column in columns]
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return _BYTE_ORDER_MARK + written.getvalue()
