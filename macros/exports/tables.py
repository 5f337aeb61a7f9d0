"""Tables as CSV (RFC 4180, UTF-8): statements, events and positions, one row each.

Several values in a cell are parted by `; `. Where there is nothing, the cell names the kind of nothing; a cell is empty only
where its column does not concern the row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from macros.models.date import HonestDate
from macros.models.dossier import Dossier

Row = dict[str, str]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula at the beginning of a cell."""


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def statements(dossier: Dossier) -> Iterator[Row]:
    """One row a statement."""
    for one in dossier.statements:
        source = dossier.source[one.source]
        levels = list(reversed(one.chain))
        yield {
            "id": one.id,
            "speakers_innermost_first": _joined(dossier.actor[level.speaker].name for level in levels),
            "published_by": dossier.actor[source.publisher].name,
            "distance": str(one.distance),
            "says": one.says,
            "kind": one.kind,
            "mode": one.mode,
            "word_of_doubt": one.modality or "none",
            "said_on": _joined(level.date.text if level.date else "silent" for level in levels),
            "published_on": source.issued.text,
            "passages": _joined(one.passages),
            "address": source.address_of(dossier.main_passage(one)) if source.passages else source.url,
        }


def events(dossier: Dossier) -> Iterator[Row]:
    """One row an event."""
    for one in dossier.events:
        refusals = one.refusals
        yield {
            "id": one.id,
            "title": one.title,
            "kind": one.kind,
            "status": one.status,
            "date": one.date.text if isinstance(one.date, HonestDate) else one.date,
            "status_known_on": one.known_on.text if one.known_on else "",
            "track": one.track or "",
            "format": one.format,
            "venue": one.venue,
            "participants": _joined(dossier.actor[name].name for name in one.participants),
            "declined_by": _joined(dossier.actor[refusal.by].name for refusal in refusals) or one.decliner or "",
            "declined_on": _joined(refusal.date.text for refusal in refusals),
            "ground_given": _joined(
                refusal.ground if isinstance(refusal.ground, str) else _joined(refusal.ground) for refusal in refusals
            )
            or one.ground
            or "",
            "statements": _joined(one.statements),
            "cameo": one.cameo.code if one.cameo else "",
        }


def positions(dossier: Dossier) -> Iterator[Row]:
    """One row a position."""
    for one in dossier.positions:
        yield {
            "actor": dossier.actor[one.actor].name,
            "question": dossier.issue[one.issue].question,
            "toward": dossier.actor[one.toward].name if one.toward else "",
            "nothing": one.nothing or "",
            "told_by": _joined(dossier.actor[name].name for name in one.told_by),
            "statements": _joined(one.statements),
            "says": _joined(dossier.statement[name].says for name in one.statements),
        }


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_csv(rows: Iterable[Row]) -> str:
    """Rows as CSV with a header; an empty text where there are none."""
    written = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(written, list(row))
            writer.writeheader()
        writer.writerow({name: _harmless(str(cell)) for name, cell in row.items()})
    return written.getvalue()
