"""`python -m macros.desk.new <folder>`: writes the example dossier into a new folder."""

from __future__ import annotations

import sys
from pathlib import Path
from shlex import quote

from macros.desk.renew import of_dossier, write
from macros.desk.schema import EXAMPLE
from macros.loading.folder import SEEDS_VARIABLE, seed_files


def main(arguments: list[str]) -> int:
    """Writes the example, unless the folder already contains something.

    Args:
        arguments: The folder.

    Returns:
        The exit code: 0 if the dossier was written, 1 if it could not be written, 2 if the command line is wrong.
    """
    if len(arguments) != 1:
        print("give one folder: nox -s new -- path/to/folder", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            print(f"{folder} already exists; nothing was written", file=sys.stderr)
            return 1
        folder.mkdir(parents=True, exist_ok=True)
        for _, example in seed_files(EXAMPLE):
            text = example.read_text(encoding="utf-8")
            (folder / example.name).write_text(text, encoding="utf-8", newline="\n")
        list(write(of_dossier(folder)))
    except OSError as error:
        print(f"{folder} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"An example dossier is in {folder}. To see it while you edit it, run:")
    print(f"    {SEEDS_VARIABLE}={quote(str(folder))} python3 -m nox -s serve")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
