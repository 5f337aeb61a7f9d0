"""`python -m macros.desk.changes <commit>`: reports what an edit changes before it is published.

It is for the person who reviews somebody else's records. No check stops somebody who changes a record together with what it is checked
against, but a reviewer who sees both can. For GitHub, the report is made by the code of the pull request itself, so a change of this
package needs a reviewer too (`.github/CODEOWNERS`).
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from macros.desk.changes.as_markdown import as_markdown
from macros.desk.changes.as_text import as_text
from macros.desk.changes.report import Report, report
from macros.desk.changes.revision import GitError, write_state
from macros.loading.folder import seeds_folder
from macros.rendering.changes_page import changes_page


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="nox -s changes --", description="Reports what has changed since a commit.")
    parser.add_argument("commit", help="the commit or branch to compare with")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print Markdown, for the summary of a pull request")
    form.add_argument("--html", type=Path, metavar="FILE", help="write a page with old and new sentences side by side")
    return parser


def _compared(commit: str, folder: Path) -> Report:
    with tempfile.TemporaryDirectory() as earlier, tempfile.TemporaryDirectory() as scratch:
        write_state(commit, folder, Path(earlier))
        return report(commit, Path(earlier), folder, Path(scratch))


def main(arguments: list[str]) -> int:
    """Prints or writes the report.

    Args:
        arguments: The commit, branch or tag to compare with, and the form of the report.

    Returns:
        The exit code: 0 if the states could be compared, 1 if git does not know the commit or the report cannot be written.
    """
    chosen = _parser().parse_args(arguments)
    folder = seeds_folder()
    try:
        found = _compared(chosen.commit, folder)
        if chosen.html:
            chosen.html.write_text(changes_page(found), encoding="utf-8")
    except GitError as error:
        print(f"{folder.as_posix()}: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{chosen.html} cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{chosen.html}: written" if chosen.html else (as_markdown if chosen.markdown else as_text)(found).rstrip())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
