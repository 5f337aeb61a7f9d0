"""`python -m macros.desk.changes <commit>`: lists what has changed in the seeds since a commit, the gravest first.

It is for the person who reviews somebody else's records. No check stops somebody who changes a record together with what it is checked
against, but a reviewer who sees both can. The list is Markdown, for the summary of a run on GitHub. There it is made by the code of
the pull request itself, so a change of this module needs a reviewer too (`.github/CODEOWNERS`).
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from macros.desk.seed_changes import Change, Weight, changes
from macros.loading.folder import read_folder, seeds_folder
from macros.loading.raw import RawDossier
from macros.problems.problem import printable

USAGE = "usage: nox -s changes -- <commit or branch to compare with>"

HEADINGS = {
    Weight.MEASURE: (
        "What records are checked against",
        "Compare these with the source itself: whoever changes them together with a record can publish anything.",
    ),
    Weight.FACT: ("Who says what, what happened, and when", "Compare these with the passages that they name."),
    Weight.WORDING: ("Our own words", "Read these for what they suggest."),
}

AROUND = 40
"""This many characters are shown before and after the part of a value that has changed."""

LONGEST = 2_000
"""A longer value is cut."""

MOST_BYTES = 900_000
"""GitHub refuses a summary of more than a mebibyte."""

_HASHES = re.compile(r"\b([0-9a-f]{8}) (?:[0-9a-f]{8} ){4,}([0-9a-f]{8})\b")


class GitError(Exception):
    """Git cannot give what was asked for. The text says why."""


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607  (fixed commands, and git from the path)
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from error
    if run.returncode:
        raise GitError(run.stderr.decode(errors="replace").strip())
    return run.stdout


def write_state(commit: str, folder: Path, target: Path) -> None:
    """Writes a folder as it was at a commit; nothing if it did not exist yet.

    Args:
        commit: A commit, branch or tag.
        folder: The folder, in a checkout.
        target: An empty folder.

    Raises:
        GitError: There is no such commit, or the folder is in no checkout.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    try:
        found = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}").decode().strip()
    except GitError:
        raise GitError(f"there is no commit '{commit}' here (is the history fetched?)") from None
    if inside == "." or _git(top, "ls-tree", "-d", found, "--", inside):
        archive = _git(top, "archive", "--format=tar", f"{found}:{'' if inside == '.' else inside}")
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(target, members=[member for member in tar if member.isfile()], filter="data")


def code(text: str) -> str:
    """A text as code in Markdown. Nothing in it has an effect, and characters that cannot be seen are written as escapes.

    Args:
        text: Any text. Of many hashes in a row, the first and the last are shown.
    """
    text = printable(_HASHES.sub(r"\1 … \2", text))
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if text.strip("` ") != text or not text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _cut(text: str, start: int, end: int) -> str:
    """The part of a text from one position to another, with some of what is around it."""
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    shown = text[first:last] if last - first <= LONGEST else f"{text[first : first + LONGEST]}…"
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"


def _in_common(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _values(change: Change) -> str:
    before, after = change.before or "", change.after or ""
    if change.before is None or change.after is None:
        only = code(_cut(before or after, 0, len(before or after)))
        return only if change.state != "changed" else f"{only} {'added' if change.before is None else 'removed'}"
    start = _in_common(before, after)
    same = _in_common(before[start:][::-1], after[start:][::-1])
    return " → ".join(code(_cut(text, start, len(text) - same)) for text in (before, after))


def _listed(found: Iterable[Change]) -> Iterator[str]:
    """The lines about changes of one weight."""
    for (kind, record, state), fields in groupby(found, key=lambda one: (one.kind, one.record, one.state)):
        marked = "" if state == "changed" else f"**{state}** "
        yield f"- {marked}{kind.singular}{f' {code(record)}' if record else ''}"
        yield from (f"  - {code(change.field)}: {_values(change)}" for change in fields)


def _unread(states: Iterable[RawDossier]) -> Iterator[str]:
    # A dossier that did not exist yet has no files that could not be read.
    problems = [problem for state in states if any(state.folder.iterdir()) for problem in state.problems]
    if problems:
        yield "**This list is not complete**, because some files cannot be read:"
        yield ""
        yield from (f"- {code(f'{Path(problem.place.file).name}: {problem.what}')}" for problem in problems)
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


def listing(commit: str, before: RawDossier, after: RawDossier) -> str:
    """The changes as Markdown.

    Args:
        commit: The name of the earlier state.
        before: The earlier state.
        after: The later state.
    """
    found = sorted(changes(before, after), key=lambda one: one.weight)
    lines = [f"# Changes of the records since {code(commit)}", "", *_unread((before, after))]
    for weight, group in groupby(found, key=lambda one: one.weight):
        of_weight = list(group)
        heading, advice = HEADINGS[weight]
        lines += [f"## {heading} ({len(of_weight)})", "", advice, "", *_listed(of_weight), ""]
    if not found:
        lines.append("No record has changed.")
    return "\n".join(_within_limit(lines)).rstrip() + "\n"


def main(arguments: list[str]) -> int:
    """Prints the changes.

    Args:
        arguments: The commit, branch or tag to compare with.

    Returns:
        The exit code: 0 if the states could be compared, 1 if git does not know the commit, 2 if the command line is wrong.
    """
    if len(arguments) != 1:
        print(USAGE, file=sys.stderr)
        return 2
    folder = seeds_folder()
    with tempfile.TemporaryDirectory() as earlier:
        try:
            write_state(arguments[0], folder, Path(earlier))
        except GitError as error:
            print(f"{folder.as_posix()}: {error}", file=sys.stderr)
            return 1
        print(listing(arguments[0], read_folder(Path(earlier)), read_folder(folder)), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
