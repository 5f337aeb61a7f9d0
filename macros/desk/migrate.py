"""`python -m macros.desk.migrate [folder]`: brings a dossier of an older format to today's, with its comments and its order."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.desk import renew, review
from macros.desk.migrations import STEPS, SeedText, Undecided
from macros.loading.folder import read_folder, seed_files, seeds_folder
from macros.loading.text_edits import TextEdits, node_of
from macros.models.cover import FORMAT
from macros.models.kinds import COVER
from macros.problems.problem import DossierError
from macros.validation.data_format import Age, age, format_problem

_MARK = "\ufeff"
"""Some editors put this byte order mark at the beginning of a file. It is not part of its text."""


@dataclass(frozen=True)
class Migration:
    """The new texts of the files that must change, and what only an editor can decide."""

    files: dict[Path, str]
    undecided: list[Undecided]


def _seed_text(kind: str, path: Path) -> SeedText | None:
    text = path.read_bytes().decode("utf-8").removeprefix(_MARK)
    node = node_of(text)
    return SeedText(kind, path.as_posix(), node, TextEdits(text)) if node else None


def migration(folder: Path) -> Migration:
    """What to change in a dossier of an older format. Nothing is written.

    Args:
        folder: The folder of seeds.

    Raises:
        DossierError: The files cannot be read, or the dossier is not of an older format.
    """
    raw = read_folder(folder)
    if raw.problems:
        raise DossierError(raw.problems)
    if age(raw) is not Age.OLDER:
        raise DossierError(filter(None, [format_problem(raw)]))
    files: dict[Path, str] = {}
    undecided: list[Undecided] = []
    # The cover says which format a dossier has. It is written last, so that an interrupted migration can be run again.
    for kind, path in sorted(seed_files(folder), key=lambda one: one[0] == COVER.name):
        if seed := _seed_text(kind, path):
            undecided += [question for step in STEPS for question in step(seed)]
            if (text := seed.edits.result()) != seed.edits.text:
                files[path] = text
    return Migration(files, undecided)


def write(files: dict[Path, str]) -> Iterator[Path]:
    """Writes the new texts of files. A byte order mark stays.

    Args:
        files: What `migration` made.
    """
    for path, text in files.items():
        mark = _MARK if path.read_bytes().decode("utf-8").startswith(_MARK) else ""
        path.write_bytes(f"{mark}{text}".encode())
        yield path


def _renew_reviews(folder: Path) -> Iterator[str]:
    """Makes the reviews again, because their hashes follow the fields of the records. The facts are the same."""
    file = folder / f"{review.STEM}.yml"
    if not file.is_file():
        return
    before = file.read_bytes()
    try:
        review.write_reviews(folder)
    except DossierError:
        yield f"{file.as_posix()}:1: fix what nox -s seeds reports, then check the inferences and run: nox -s review"
    if file.read_bytes() != before:
        yield f"{file.as_posix()}:1: made again; if the older version reported inferences to review, review them now"


def main(arguments: list[str]) -> int:
    """Writes the files that must change, and prints their names and what is left to decide.

    Args:
        arguments: The folder; without it, the current folder of seeds.

    Returns:
        The exit code: 0 if the dossier has today's format now, 1 if it could not be read or written.
    """
    parser = ArgumentParser(prog="nox -s migrate --", description=f"Brings a dossier to format {FORMAT}.")
    parser.add_argument("folder", nargs="?", type=Path, help="the folder of seeds (default: the current one)")
    folder = parser.parse_args(arguments).folder or seeds_folder()
    try:
        made = migration(folder)
        for path in write(made.files):
            print(path.as_posix())
        list(renew.write(renew.schemas_of(folder)))
    except DossierError as wrong:
        if not wrong.problems:
            print(f"{folder.as_posix()}: it has format {FORMAT} already; nothing was written")
            return 0
        print(f"{wrong}\nnothing was written", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{folder.as_posix()} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{folder.as_posix()}: it has format {FORMAT} now. To check it: nox -s seeds")
    if left := [*map(str, made.undecided), *_renew_reviews(folder)]:
        print("Left for you:")
        print("\n".join(left))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
