"""`python -m macros.desk.renew`: regenerates what follows from the models: schemas, field guide, first lines of seeds.

With `--ids`, only the ids of the current dossier are renewed, if it has schemas.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.desk.field_guide import guide
from macros.desk.ids import IDS, ids_of
from macros.desk.schema import FOLDER, SCHEMA_MARK, SCHEMAS, schema_line, schemas
from macros.loading.folder import seed_files, seeds_folder

GUIDE = SCHEMAS.parent / "README.md"
ONLY_IDS = "--ids"


def _with_schema(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    rest = text.partition("\n")[2] if text.startswith(SCHEMA_MARK) else text
    return schema_line(file) + rest


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
        arguments: `--ids`, or nothing.
    """
    folder = seeds_folder(SCHEMAS.parent.parent)
    if arguments == [ONLY_IDS]:
        ids = folder / FOLDER / IDS
        list(write([(ids, ids_of(folder))] if ids.parent.is_dir() else []))
        return 0
    for file in write(renewed()):
        print(file.as_posix())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
