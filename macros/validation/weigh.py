"""`python -m macros.validation.weigh`: keeps the state of the facts against which every inference has been weighed."""

from __future__ import annotations

import sys

from macros.loading.folder import seeds_folder
from macros.loading.problem import DossierError
from macros.validation.open import open_dossier
from macros.validation.weighing import HINT, as_seed, weighings

STEM = "weighings"


def main() -> int:
    """Writes `weighings.yml` anew.

    Returns:
        The exit code: 1 where the dossier has other problems, which come first.
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
        # Nothing but old weighings stands in the way, so they go.
        target.unlink()
        dossier = open_dossier(folder)
    made = weighings(dossier)
    if made:
        target.write_text(as_seed(made), encoding="utf-8")
    print(f"{target.as_posix()}: {len(made)} weighings of {len(dossier.inference)} inferences")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
