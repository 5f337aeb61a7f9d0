"""The report of changes as Markdown, for the summary of a run on GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.desk.changes.report import ChangedRecord, Report, Section
from macros.desk.changes.touched import Touched
from macros.problems.problem import printable

MOST_BYTES = 900_000
"""GitHub refuses a summary of more than a mebibyte."""


def code(text: str) -> str:
    """A text as code in Markdown. Nothing in it has an effect, and characters that cannot be seen are written as escapes.

    Args:
        text: Any text.
    """
    text = printable(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.strip("` ") != text or not text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _values(record: ChangedRecord, before: str | None, after: str | None) -> str:
    if before is not None and after is not None:
        return f"{code(before)} → {code(after)}"
    only = code(before or after or "")
    return only if record.state != "changed" else f"{only} {'added' if before is None else 'removed'}"


def _records(section: Section) -> Iterator[str]:
    yield from (f"## {section.heading} ({section.number})", "", section.advice, "")
    for record in section.records:
        marked = "" if record.state == "changed" else f"**{record.state}** "
        yield f"- {marked}{record.kind}{f' {code(record.record)}' if record.record else ''}"
        for field, before, after in record.fields:
            yield f"  - {code(field)}: {_values(record, before, after)}"
    yield ""


def _sentences(report: Report) -> Iterator[str]:
    if report.sentences:
        yield from (f"## Sentences on pages ({len(report.sentences)})", "", "Read these as a reader will.", "")
    for change in report.sentences:
        yield f"- {', '.join(code(page or '/') for page in change.pages)}"
        yield from (
            f"  - {state}: {code(text)}" for state, text in (("before", change.before), ("now", change.after)) if text
        )
    if report.sentences:
        yield ""


def _touched(heading: str, advice: str, found: Iterable[Touched]) -> Iterator[str]:
    if found := list(found):
        yield from (f"## {heading} ({len(found)})", "", advice, "")
        for one in found:
            name = f" {code(one.record)}" if one.record else ""
            yield f"- {one.kind}{name}, because of {', '.join(map(code, one.because))}"
        yield ""


def _not_complete(what: str, reasons: Iterable[str]) -> Iterator[str]:
    if reasons := list(reasons):
        yield from (what, "")
        yield from (f"- {code(reason)}" for reason in reasons)
        yield ""


def _within_limit(lines: Iterable[str]) -> Iterator[str]:
    size = 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > MOST_BYTES:
            yield ""
            yield "**This list is not complete**, because it is too long. Compare with a later commit, or read the files."
            return
        yield line


def _lines(report: Report) -> Iterator[str]:
    yield from (f"# Changes of the records since {code(report.commit)}", "")
    yield from _not_complete("**This list is not complete**, because some files cannot be read:", report.unread)
    yield from _not_complete(
        "**Pages are not compared**, because the dossier cannot be published:", report.unpublishable
    )
    if not report.records:
        yield "No record has changed."
    for section in report.sections:
        yield from _records(section)
    yield from _sentences(report)
    yield from _touched("Checks that it touches", "Do they still say the same about their targets?", report.checks)
    yield from _touched("Inferences to look at again", "Do their premises still support them?", report.inferences)


def as_markdown(report: Report) -> str:
    """The report as Markdown.

    Args:
        report: What has changed.
    """
    return "\n".join(_within_limit(_lines(report))).rstrip() + "\n"
