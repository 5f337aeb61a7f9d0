"""`python -m macros.validation [folder] [--format github]`: checks only the seeds, in about a second."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from macros.loading.folder import seeds_folder
from macros.problems.problem import DossierError
from macros.problems.task import left_to_do
from macros.problems.terminal import Form, as_annotations, as_text, takes_colour
from macros.validation.pipeline import check_dossier


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="nox -s seeds --", description="Checks the seeds without building the site.")
    parser.add_argument("folder", nargs="?", type=Path, help="the folder of seeds to check (default: the current one)")
    parser.add_argument(
        "--format", choices=list(Form), default=Form.TEXT, help="github prints annotations for GitHub Actions"
    )
    return parser


def main(arguments: list[str]) -> int:
    """Prints every problem in a folder of seeds, or the number of records and how much is left to do if there is none.

    Args:
        arguments: The command-line arguments.

    Returns:
        The exit code: 0 if nothing is wrong, else 1.
    """
    chosen = _parser().parse_args(arguments)
    folder = chosen.folder or seeds_folder()
    try:
        checked = check_dossier(folder)
    except DossierError as wrong:
        if chosen.format == Form.GITHUB:
            print(as_annotations(wrong.problems))
        else:
            print(as_text(wrong.problems, colour=takes_colour(sys.stderr)), file=sys.stderr)
        print(f"{_count(len(wrong.problems), 'problem')} in {folder.as_posix()}", file=sys.stderr)
        return 1
    statements, events = len(checked.dossier.statements), len(checked.dossier.events)
    print(f"{folder.as_posix()}: {_count(statements, 'statement')}, {_count(events, 'event')}, no problems")
    print(f"{left_to_do(checked.tasks)}{' To see the list: nox -s next' if checked.tasks else ''}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
