"""`python -m macros.desk.cite <export> [folder]`: writes the sources of an export into a dossier. Nothing is overwritten."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from macros.desk.cite.exports import read_export
from macros.desk.cite.reference import ExportError
from macros.desk.cite.sources import Cited, Citing, Fields
from macros.desk.schema import schema_line
from macros.loading.folder import read_folder, seeds_folder
from macros.loading.text_edits import inline
from macros.models.kinds import RECORD_KINDS
from macros.problems.problem import DossierError, printable
from macros.validation.data_format import format_problem


def _text(file: Path, export: Path, records: list[Fields]) -> str:
    lines = [
        f"# Made by: nox -s cite -- {printable(export.name)}. Check the fields that `guessed` names, then delete their names."
    ]
    for record in records:
        for number, (name, value) in enumerate(record.items()):
            lines.append(f"{'  ' if number else '- '}{name}: {inline(value)}")
    return schema_line(file) + "\n".join(lines) + "\n"


def _free(folder: Path, stem: str) -> Path:
    """The path of a file that does not exist yet."""
    paths = (folder / f"{stem}{f'-{number}' if number else ''}.yml" for number in (0, *range(2, 10_000)))
    return next(path for path in paths if not path.exists())


def _write(folder: Path, export: Path, cited: Cited) -> Iterator[str]:
    stem = (
        "".join(char if char.isalnum() and char.isascii() else "-" for char in export.stem.lower()).strip("-")
        or "cited"
    )
    for kind, records in (("actors", cited.actors), ("sources", cited.sources)):
        if not records:
            continue
        file = _free(folder / kind, stem)
        file.parent.mkdir(exist_ok=True)
        text = _text(file, export, records)
        file.write_text(text, encoding="utf-8", newline="\n")
        yield f"{file.as_posix()}: {len(records)} {kind if len(records) > 1 else RECORD_KINDS[kind].singular}"
        for record in records:
            if guessed := record.get("guessed"):
                line = text[: text.index(f"- id: {record['id']}\n")].count("\n") + 1
                yield f"{file.as_posix()}:{line}: {record['id']}: left to write or check: {', '.join(guessed)}"


def main(arguments: list[str]) -> int:
    """Writes new files of sources and actors, and prints what is left to write.

    Args:
        arguments: The export, and the folder of seeds; without it, the current one.

    Returns:
        The exit code: 0 if the export was read, 1 if it or the dossier cannot be read or written.
    """
    parser = ArgumentParser(prog="nox -s cite --", description="Makes sources from the export of a reference manager.")
    parser.add_argument("export", type=Path, help="a file in CSL-JSON (.json), RIS (.ris) or BibTeX (.bib)")
    parser.add_argument("folder", nargs="?", type=Path, help="the folder of seeds (default: the current one)")
    chosen = parser.parse_args(arguments)
    folder: Path = chosen.folder or seeds_folder()
    try:
        references = read_export(chosen.export)
        raw = read_folder(folder)
        if problems := [*raw.problems, *filter(None, [format_problem(raw)])]:
            raise DossierError(problems)
        cited = Citing(raw, datetime.now(UTC).date().isoformat()).add(references)
        print("\n".join((*_write(folder, chosen.export, cited), *map(printable, cited.skipped))))
    except ExportError as wrong:
        print(f"{printable(str(chosen.export))}: {wrong}", file=sys.stderr)
        return 1
    except DossierError as wrong:
        print(f"{wrong}\nnothing was written", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{folder.as_posix()} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
