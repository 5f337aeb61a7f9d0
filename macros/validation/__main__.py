"""`python -m macros.validation [folder]`: checks the seeds alone, in about a second."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.loading.folder import seeds_folder
from macros.loading.problem import DossierError
from macros.validation.open import open_dossier


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def main(arguments: list[str]) -> int:
    """Prints every problem of a folder of seeds, or how much was read.

    Args:
        arguments: The folder, if another than the one in force is meant.

    Returns:
        The exit code: 0 where nothing is wrong, else 1.
    """
    folder = Path(arguments[0]) if arguments else seeds_folder()
    try:
        dossier = open_dossier(folder)
    except DossierError as wrong:
        print(wrong, file=sys.stderr)
        print(f"{_count(len(wrong.problems), 'problem')} in {folder.as_posix()}", file=sys.stderr)
        return 1
    print(
        f"{folder.as_posix()}: {_count(len(dossier.statements), 'statement')}, {_count(len(dossier.events), 'event')}, no problem"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
