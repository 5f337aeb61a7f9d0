"""`python -m macros.desk.renew`: regenerates what follows from the models: schemas, field guide, first lines of seeds.

With `--ids`, only the ids of the current dossier are renewed, if it has schemas. With `--schemas`, its schemas are renewed too, if its
files name them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.desk.field_guide import guide
from macros.desk.schema import SCHEMA_MARK, SCHEMAS, schema_line, schemas
from macros.exports.completion import FOLDER, ids_of, renew_ids
from macros.loading.folder import seed_files, seeds_folder
from macros.loading.leftovers import IDS

GUIDE = SCHEMAS.parent / "README.md"
ONLY_IDS = "--ids"
ONLY_SCHEMAS = "--schemas"


def _with_schema(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    rest = text.partition("\n")[2] if text.startswith(SCHEMA_MARK) else text
    return schema_line(file) + rest


def schemas_of(folder: Path) -> Iterator[tuple[Path, str]]:
    """The schemas and the ids of a dossier; nothing if none of its files names a schema, so that nobody gets files unasked.

    Args:
        folder: The folder of seeds.
    """
    files = (file for _, file in seed_files(folder))
    if not any(file.read_bytes().startswith(SCHEMA_MARK.encode()) for file in files):
        return
    for name, text in schemas().items():
        yield folder / FOLDER / name, text
    yield folder / FOLDER / IDS, ids_of(folder)


def of_dossier(folder: Path) -> Iterator[tuple[Path, str]]:
    """What a text editor needs to complete and explain the fields of a dossier: schemas, ids, and the first lines of seeds.

    Args:
        folder: The folder of seeds.
    """
    for name, text in schemas().items():
        yield folder / FOLDER / name, text
    yield folder / FOLDER / IDS, ids_of(folder)
    for _, file in seed_files(folder):
        yield file, _with_schema(file)


def renewed() -> Iterator[tuple[Path, str]]:
    """Every file that follows from the models or from the ids of the current dossier, with its correct text."""
    yield GUIDE, guide(GUIDE.read_text(encoding="utf-8"))
    folder = seeds_folder(SCHEMAS.parent.parent)
    if folder.resolve() != SCHEMAS.parent.resolve():
        yield from ((SCHEMAS / name, text) for name, text in schemas().items())
    yield from of_dossier(folder)


def write(files: Iterable[tuple[Path, str]]) -> Iterator[Path]:
    """Writes the files that have changed.

    Args:
        files: Files with their correct texts.
    """
    for file, text in files:
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            yield file


def main(arguments: list[str]) -> int:
    """Writes the files that have changed, and prints their names.

    Args:
        arguments: `--ids`, `--schemas`, or nothing.
    """
    folder = seeds_folder(SCHEMAS.parent.parent)
    if arguments == [ONLY_IDS]:
        renew_ids(folder)
        return 0
    if arguments == [ONLY_SCHEMAS]:
        list(write(schemas_of(folder)))
        return 0
    for file in write(renewed()):
        print(file.as_posix())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
