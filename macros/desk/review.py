"""`nox -s review`: records the state of the facts at the review of every inference."""

from __future__ import annotations

import sys
from pathlib import Path

from macros.desk.schema import SCHEMA_MARK
from macros.loading.folder import seeds_folder
from macros.models.dossier import Dossier
from macros.problems.problem import DossierError
from macros.validation.pipeline import open_dossier
from macros.validation.reviews import as_seed, current_reviews, is_outdated_review

STEM = "reviews"


def _without_reviews(target: Path) -> Dossier:
    """The dossier, opened as if it had no reviews. So the checks of narrative run, too, although reviews are outdated."""
    kept = target.read_bytes()
    target.unlink()
    try:
        return open_dossier(target.parent)
    except DossierError:
        target.write_bytes(kept)
        raise


def write_reviews(folder: Path) -> str:
    """Writes `reviews.yml` again, and says what is in it.

    Args:
        folder: The folder of seeds.

    Raises:
        DossierError: The dossier has other problems, which must be fixed first.
    """
    target = folder / f"{STEM}.yml"
    first = target.read_text(encoding="utf-8").partition("\n")[0] if target.is_file() else ""
    try:
        dossier = open_dossier(folder)
    except DossierError as wrong:
        others = [
            problem
            for problem in wrong.problems
            if not is_outdated_review(problem) and not problem.place.file.endswith(target.name)
        ]
        if others:
            raise DossierError(others) from None
        dossier = _without_reviews(target)
    made = current_reviews(dossier)
    if made:
        kept = f"{first}\n" if first.startswith(SCHEMA_MARK) else ""
        target.write_text(kept + as_seed(made), encoding="utf-8")
    return f"{target.as_posix()}: {len(made)} reviews of {len(dossier.inference)} inferences"


def main() -> int:
    """Writes `reviews.yml` of the current dossier again.

    Returns:
        The exit code: 1 if the dossier has other problems, which must be fixed first.
    """
    try:
        print(write_reviews(seeds_folder()))
    except DossierError as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
