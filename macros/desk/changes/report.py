"""Everything that `nox -s changes` reports, before it becomes text, Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from macros.desk.changes.records import Change, Weight, changes
from macros.desk.changes.revision import opened
from macros.desk.changes.sentences import LONGEST, SentenceChange, sentence_changes
from macros.desk.changes.touched import Touched, touched
from macros.loading.folder import read_folder
from macros.loading.raw import RawDossier
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS
from macros.models.uses import key_of
from macros.problems.problem import DossierError, Problem
from macros.site.build import Site

HEADINGS = {
    Weight.MEASURE: (
        "What records are checked against",
        "Compare these with the source itself: whoever changes them together with a record can publish anything.",
    ),
    Weight.FACT: ("Who says what, what happened, and when", "Compare these with the passages that they name."),
    Weight.WORDING: ("Our own words", "Read these for what they suggest."),
}


AROUND = 40
"""This many characters are shown before and after the part of a value that has changed. A longer part is cut, like a sentence."""

_HASHES = re.compile(r"\b([0-9a-f]{8}) (?:[0-9a-f]{8} ){4,}([0-9a-f]{8})\b")


@dataclass(frozen=True)
class ChangedRecord:
    """A record with its fields that have changed.

    Attributes:
        kind: The name of its kind in messages.
        record: Its id, or the ids that it names; empty if it is the only one.
        state: new, removed or changed.
        fields: The path of each field with its values before and now, each None if there was none.
    """

    kind: str
    record: str
    state: str
    fields: tuple[tuple[str, str | None, str | None], ...]


@dataclass(frozen=True)
class Section:
    """Changed records of one weight, with an advice to the reviewer."""

    heading: str
    advice: str
    records: tuple[ChangedRecord, ...]

    @property
    def number(self) -> int:
        """The number of fields that have changed."""
        return sum(len(record.fields) for record in self.records)


@dataclass(frozen=True)
class Report:
    """What an edit changes.

    Attributes:
        commit: The name of the earlier state.
        unread: What is wrong with files that cannot be read, so that the list of records is not complete.
        records: What has changed in the records, the gravest first.
        unpublishable: Why one of the states has no pages, so that no sentences could be compared.
        sentences: What has changed on the pages.
        checks: Checks and later facts that rest on a changed record.
        inferences: Steps of arguments that do.
    """

    commit: str
    unread: tuple[str, ...]
    records: tuple[Change, ...]
    unpublishable: tuple[str, ...] = ()
    sentences: tuple[SentenceChange, ...] = ()
    checks: tuple[Touched, ...] = ()
    inferences: tuple[Touched, ...] = ()

    @property
    def sections(self) -> list[Section]:
        """The changes of the records, by weight."""
        return [
            Section(*HEADINGS[weight], tuple(_grouped(group)))
            for weight, group in groupby(self.records, key=lambda one: one.weight)
        ]


def _cut(text: str, start: int, end: int) -> str:
    """The part of a text from one position to another, with some of what is around it."""
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    shown = text[first:last] if last - first <= LONGEST else f"{text[first : first + LONGEST]}…"
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"


def _in_common(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _shown(change: Change) -> tuple[str | None, str | None]:
    """The values of a field, cut to what has changed in them. Of many hashes, the first and the last are shown."""
    before, after = (
        None if value is None else _HASHES.sub(r"\1 … \2", value) for value in (change.before, change.after)
    )
    if before is None or after is None:
        return tuple(None if value is None else _cut(value, 0, len(value)) for value in (before, after))  # type: ignore[return-value]
    start = _in_common(before, after)
    same = _in_common(before[start:][::-1], after[start:][::-1])
    return _cut(before, start, len(before) - same), _cut(after, start, len(after) - same)


def _grouped(found: Iterable[Change]) -> Iterator[ChangedRecord]:
    for (kind, record, state), fields in groupby(found, key=lambda one: (one.kind, one.record, one.state)):
        yield ChangedRecord(kind.singular, record, state, tuple((one.field, *_shown(one)) for one in fields))


def _words(problem: Problem, folder: Path) -> str:
    file = Path(problem.place.file)
    name = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name
    return f"{name}:{problem.place.line}: {problem.what}"


def _unread(states: tuple[RawDossier, ...]) -> tuple[str, ...]:
    # A dossier that did not exist yet has no files that could not be read.
    return tuple(
        f"{Path(problem.place.file).name}: {problem.what}"
        for state in states
        if any(state.folder.iterdir())
        for problem in state.problems
    )


def _dossiers(before: Path, after: Path, scratch: Path) -> tuple[list[Dossier | None], list[str]]:
    """Both states as dossiers, and why one of them is none. A state without files is no dossier, and nothing is wrong."""
    made: list[Dossier | None] = []
    problems: list[str] = []
    for name, folder in (("before", before), ("now", after)):
        try:
            made.append(opened(folder, scratch / name) if any(folder.iterdir()) else None)
        except DossierError as wrong:
            made.append(None)
            problems += [f"{name}: {_words(problem, folder)}" for problem in wrong.problems]
    return made, problems


def _whole_records(dossier: Dossier) -> dict[tuple[str, str], dict[str, Any]]:
    """Every record with all that is derived, by kind and key."""
    return {
        (kind.name, key_of(record)): record.model_dump(mode="json")
        for kind in FILE_KINDS.values()
        for record in dossier.of_kind(kind.name)
    }


def _meant(found: Iterable[Change], before: Dossier | None, after: Dossier | None) -> list[Change]:
    """The changes of records that say something else now. What can be derived may be written or left out."""
    if not before or not after:
        return list(found)
    was, now = _whole_records(before), _whole_records(after)
    keys = [(change, (change.kind.name, change.record)) for change in found]
    return [change for change, key in keys if key not in was or was[key] != now.get(key)]


def report(commit: str, before: Path, after: Path, scratch: Path) -> Report:
    """Compares two states of a dossier.

    Args:
        commit: The name of the earlier state.
        before: The folder with the earlier state.
        after: The folder with the later one.
        scratch: A folder for copies.
    """
    states = read_folder(before), read_folder(after)
    found = tuple(sorted(changes(*states), key=lambda one: one.weight))
    unread = _unread(states)
    if not found:
        return Report(commit, unread, found)
    dossiers, problems = _dossiers(before, after, scratch)
    sites = [Site(dossier) if dossier else None for dossier in dossiers]
    # Of a dossier that is all new, every sentence is new.
    sentences = tuple(sentence_changes(*sites)) if all(sites) else ()
    looked_up = dossiers[1] or dossiers[0]
    checks, inferences = touched(looked_up, _meant(found, *dossiers)) if looked_up else ([], [])
    return Report(commit, unread, found, tuple(problems), sentences, tuple(checks), tuple(inferences))
