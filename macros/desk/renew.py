"""`python -m macros.desk.renew`: regenerates what follows from the models: schemas, field guide, first lines of seeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.desk.field_guide import guide
from macros.desk.schema import SCHEMAS, schema_line, schemas
from macros.loading.folder import seed_files, seeds_folder

GUIDE = SCHEMAS.parent / "README.md"

_MARK = "# yaml-language-server:"


def _with_schema(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    rest = text.partition("\n")[2] if text.startswith(_MARK) else text
    return schema_line(file) + rest


def renewed() -> Iterator[tuple[Path, str]]:
    """Every file that follows from the models, with its correct text."""
    for name, text in schemas().items():
        yield SCHEMAS / name, text
    yield GUIDE, guide(GUIDE.read_text(encoding="utf-8"))
    for _, file in seed_files(seeds_folder(SCHEMAS.parent.parent)):
        yield file, _with_schema(file)


def main() -> int:
    """Writes the files that have changed, and prints their names."""
    SCHEMAS.mkdir(exist_ok=True)
    for file, text in renewed():
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(file.as_posix())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
