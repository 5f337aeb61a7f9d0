"""`nox -s next`: what to do next in a dossier, in the order of the work, each with its place."""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from macros.loading.folder import seeds_folder
from macros.problems.problem import DossierError
from macros.problems.task import left_to_do
from macros.problems.terminal import as_text, takes_colour
from macros.validation.pipeline import check_dossier

USAGE = "usage: nox -s next [-- <folder of seeds>]"


def main(arguments: list[str]) -> int:
    """Prints what is left to do, step by step, and then in one line how much it is.

    Args:
        arguments: A folder of seeds, if it is not the current one.

    Returns:
        The exit code: 1 if something is wrong, which must be fixed first, 2 if the command line is wrong.
    """
    if len(arguments) > 1:
        print(USAGE, file=sys.stderr)
        return 2
    folder = Path(arguments[0]) if arguments else seeds_folder()
    try:
        tasks = check_dossier(folder).tasks
    except DossierError as wrong:
        print(as_text(wrong.problems, colour=takes_colour(sys.stderr)), file=sys.stderr)
        first = "this problem" if len(wrong.problems) == 1 else f"these {len(wrong.problems)} problems"
        print(f"Fix {first} first. Then run this command again.", file=sys.stderr)
        return 1
    for step, of_step in groupby(tasks, key=lambda task: task.step):
        lines = [f"  {task}" for task in of_step]
        print(f"{step.heading} ({len(lines)}):", *lines, sep="\n")
    print(left_to_do(tasks))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
