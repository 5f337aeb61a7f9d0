"""`nox -s review`: records the state of the facts at the review of every inference."""

from __future__ import annotations

import sys

from macros.loading.folder import seeds_folder
from macros.problems.problem import DossierError
from macros.validation.pipeline import open_dossier
from macros.validation.reviews import HINT, as_seed, current_reviews

STEM = "reviews"


def main() -> int:
    """Writes `reviews.yml` again.

    Returns:
        The exit code: 1 if the dossier has other problems, which must be fixed first.
    """
    folder = seeds_folder()
    target = folder / f"{STEM}.yml"
    try:
        dossier = open_dossier(folder)
    except DossierError as wrong:
        others = [
            problem
            for problem in wrong.problems
            if problem.hint != HINT and not problem.place.file.endswith(target.name)
        ]
        if others:
            print("\n".join(map(str, others)), file=sys.stderr)
            return 1
        # Only outdated reviews are wrong, and they are replaced. Without them, the checks of narrative run, too.
        kept = target.read_bytes()
        target.unlink()
        try:
            dossier = open_dossier(folder)
        except DossierError as prose:
            target.write_bytes(kept)
            print(prose, file=sys.stderr)
            return 1
    made = current_reviews(dossier)
    if made:
        target.write_text(as_seed(made), encoding="utf-8")
    print(f"{target.as_posix()}: {len(made)} reviews of {len(dossier.inference)} inferences")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
