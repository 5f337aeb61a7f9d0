"""The report of changes as text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.desk.changes.report import Report, Section
from macros.desk.changes.touched import Touched
from macros.problems.problem import printable


def _pair(before: str | None, after: str | None) -> Iterator[str]:
    if before is not None:
        yield f"    - {printable(before)}"
    if after is not None:
        yield f"    + {printable(after)}"


def _records(section: Section) -> Iterator[str]:
    yield f"{section.heading} ({section.number})"
    for record in section.records:
        state = "" if record.state == "changed" else f" ({record.state})"
        yield f"  {' '.join(filter(None, (record.kind, printable(record.record))))}{state}"
        for field, before, after in record.fields:
            yield f"    {printable(field)}"
            yield from (f"  {line}" for line in _pair(before, after))
    yield ""


def _sentences(report: Report) -> Iterator[str]:
    if report.sentences:
        yield f"Sentences on pages ({len(report.sentences)})"
        for change in report.sentences:
            yield f"  {', '.join(page or '/' for page in change.pages)}"
            yield from _pair(change.before or None, change.after or None)
        yield ""


def _touched(heading: str, found: Iterable[Touched]) -> Iterator[str]:
    if found := list(found):
        yield f"{heading} ({len(found)})"
        yield from (f"  {' '.join(filter(None, (one.kind, one.record)))}: {', '.join(one.because)}" for one in found)
        yield ""


def _lines(report: Report) -> Iterator[str]:
    yield from (f"Changes of the records since {printable(report.commit)}", "")
    for what, reasons in (
        ("This list is not complete, because some files cannot be read:", report.unread),
        ("Pages are not compared, because the dossier cannot be published:", report.unpublishable),
    ):
        yield from (what, *(f"  {reason}" for reason in reasons), "") if reasons else ()
    if not report.records:
        yield "No record has changed."
    for section in report.sections:
        yield from _records(section)
    yield from _sentences(report)
    yield from _touched("Checks that it touches", report.checks)
    yield from _touched("Inferences to look at again", report.inferences)


def as_text(report: Report) -> str:
    """The report as plain text: what was there before after a minus, and what is there now after a plus.

    Args:
        report: What has changed.
    """
    return "\n".join(_lines(report)).rstrip() + "\n"
