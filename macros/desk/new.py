"""`python -m macros.desk.new <folder>`: writes a first dossier into a new folder."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote

from macros.desk.schema import EXAMPLE, schema_line
from macros.loading.folder import SEEDS_VARIABLE


def main(arguments: list[str]) -> int:
    """Writes the example, unless something stands there already.

    Args:
        arguments: The folder.

    Returns:
        The exit code: 0 where the dossier was written.
    """
    if len(arguments) != 1:
        print("name one folder: nox -s new -- path/to/folder", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            print(f"{folder} exists already; nothing was written", file=sys.stderr)
            return 1
        folder.mkdir(parents=True, exist_ok=True)
        for example in sorted(EXAMPLE.iterdir()):
            file = folder / example.name
            text = example.read_text(encoding="utf-8")
            file.write_text(schema_line(file) + text, encoding="utf-8", newline="\n")
    except OSError as impossible:
        print(f"{folder} cannot be written: {impossible.strerror}", file=sys.stderr)
        return 1
    print(f"A first dossier is in {folder}. To see it while you edit it:")
    print(f"    {SEEDS_VARIABLE}={quote(str(folder))} python3 -m nox -s serve")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
