"""Tables as CSV (RFC 4180, UTF-8): statements, events, positions and clauses of narrative, one row each.

Several values in one cell are separated by `; `. If a value is missing, the cell says which kind of nothing it is. A cell is
empty only if its column does not apply to the row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from macros.models import uses
from macros.models.date import HonestDate
from macros.models.dossier import Dossier
from macros.models.narrative import paragraphs_of
from macros.models.uses import key_of

Row = dict[str, str]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""If a cell starts with one of these characters, a spreadsheet reads it as a formula."""


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def statements(dossier: Dossier) -> Iterator[Row]:
    """One row for each statement."""
    for statement in dossier.statements:
        source = dossier.source[statement.source]
        levels = list(reversed(statement.chain))
        yield {
            "id": statement.id,
            "speakers_innermost_first": _joined(dossier.actor[level.speaker].name for level in levels),
            "published_by": dossier.actor[source.publisher].name,
            "distance": str(statement.distance),
            "says": statement.says,
            "kind": statement.kind,
            "mode": statement.mode,
            "word_of_doubt": statement.modality or "none",
            "doubt_about": statement.modality_about or "",
            "said_on": _joined(level.date.text if level.date else "silent" for level in levels),
            "said_on_in_words": _joined(level.date_in_words or "none" for level in levels),
            "published_on": source.issued.text,
            "passages": _joined(statement.passages),
            "address": source.address_of(dossier.main_passage(statement)) if source.passages else source.url,
        }


def events(dossier: Dossier) -> Iterator[Row]:
    """One row for each event."""
    for event in dossier.events:
        refusals = event.refusals
        yield {
            "id": event.id,
            "title": event.title,
            "kind": event.kind,
            "status": event.status,
            "date": event.date.text if isinstance(event.date, HonestDate) else event.date,
            "date_in_words": event.date_in_words or "",
            "status_known_on": event.known_on.text if event.known_on else "",
            "track": event.track or "",
            "format": event.format,
            "venue": event.venue,
            "participants": _joined(dossier.actor[name].name for name in event.participants),
            "declined_by": _joined(dossier.actor[refusal.by].name for refusal in refusals) or event.decliner or "",
            "declined_on": _joined(refusal.date.text for refusal in refusals),
            "declined_on_in_words": _joined(refusal.date_in_words or "none" for refusal in refusals),
            "ground_given": _joined(
                refusal.ground if isinstance(refusal.ground, str) else _joined(refusal.ground) for refusal in refusals
            )
            or event.ground
            or "",
            "statements": _joined(event.statements),
            "cameo": event.cameo.code if event.cameo else "",
        }


def positions(dossier: Dossier) -> Iterator[Row]:
    """One row for each position."""
    for position in dossier.positions:
        yield {
            "actor": dossier.actor[position.actor].name,
            "question": dossier.issue[position.issue].question,
            "toward": dossier.actor[position.toward].name if position.toward else "",
            "nothing": position.nothing or "",
            "told_by": _joined(dossier.actor[name].name for name in position.told_by),
            "statements": _joined(position.statements),
            "says": _joined(dossier.statement[name].says for name in position.statements),
        }


def narratives(dossier: Dossier) -> Iterator[Row]:
    """One row for each clause of prose, with the records that it cites."""
    for record, path, text in uses.narratives(dossier):
        for number, paragraph in enumerate(paragraphs_of(text), start=1):
            for clause in paragraph:
                yield {
                    "record": key_of(record) or "dossier",
                    "field": ".".join(map(str, path)),
                    "paragraph": str(number),
                    "clause": f"{clause.text}{clause.after}",
                    "ends_sentence": "yes" if clause.is_last else "no",
                    "cites": _joined(citation.name for citation in clause.citations),
                }


def _without_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_csv(rows: Iterable[Row]) -> str:
    """Rows as CSV with a header; an empty string if there are no rows."""
    written = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(written, list(row))
            writer.writeheader()
        writer.writerow({name: _without_formula(str(cell)) for name, cell in row.items()})
    return written.getvalue()
