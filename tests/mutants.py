"""Plants falsifications over a whole dossier and counts how many the checks catch: `nox -s mutants`.

Each mutant is one edit of one seed file that a careless or dishonest editor could make. A mutant is caught if the checks
report a problem or a task that names the place of the edit, or the record that was removed. No check can catch some falsifications,
because only a reader of the source can judge them. They are planted too, and listed with the reason.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from unittest.mock import patch

from macros.loading import folder as reading
from macros.loading.folder import seeds_folder
from macros.loading.yaml_text import read_yaml
from macros.problems.problem import DossierError, Finding
from macros.validation.pipeline import check_dossier
from tests.falsifications import mutants
from tests.seed_edits import Mutant
from tests.uncatchable import BEYOND


def _names(problem: str, trace: str) -> bool:
    """Whether a problem names a place or a record. Line 16 does not match line 160."""
    return re.search(rf"{re.escape(trace)}(?!\d)", problem) is not None


def is_caught(mutant: Mutant, folder: Path) -> bool:
    """Whether the checks report the right place in a copy of the dossier with the falsification."""
    path = folder / mutant.file
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.text, encoding="utf-8")
    found: tuple[Finding, ...] = ()
    try:
        found = check_dossier(folder).tasks
    except DossierError as refused:
        found = refused.problems
    finally:
        path.write_text(before, encoding="utf-8")
    return any(_names(str(one), trace) for one in found for trace in mutant.traces)


@dataclass(frozen=True)
class Outcome:
    """The counts of one operator."""

    operator: str
    planted: int
    caught: int


def _caught(folder: Path, share: list[Mutant]) -> list[bool]:
    """Plants some mutants, one after the other, in a copy of the dossier."""
    # Each mutant changes only one file, so the other files are parsed once.
    parsed_once = patch.object(reading, "read_yaml", lru_cache(maxsize=64)(read_yaml))
    with parsed_once, tempfile.TemporaryDirectory() as temporary:
        copy = Path(shutil.copytree(folder, Path(temporary) / "seeds"))
        return [is_caught(mutant, copy) for mutant in share]


def run(folder: Path) -> tuple[list[Outcome], list[Mutant]]:
    """Plants every mutant of a dossier, on all cores.

    Returns:
        The counts by operator, and the mutants that escaped although a check should catch them.
    """
    found = list(mutants(folder))
    workers = os.cpu_count() or 1
    shares = [found[number::workers] for number in range(workers)]
    with ProcessPoolExecutor(workers) as pool:
        answers = [answer for share in pool.map(_caught, repeat(folder), shares) for answer in share]
    planted: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    escaped: list[Mutant] = []
    for mutant, is_refused in zip([mutant for share in shares for mutant in share], answers, strict=True):
        planted[mutant.operator] += 1
        caught[mutant.operator] += is_refused
        if not is_refused and mutant.operator not in BEYOND:
            escaped.append(mutant)
    return [Outcome(operator, planted[operator], caught[operator]) for operator in sorted(planted)], escaped


def as_seed(outcomes: list[Outcome]) -> str:
    """The counts as the text of `guards.yml`. The method page shows them."""
    lines = ["# Made by: nox -s mutants. How many planted falsifications the checks caught."]
    for outcome in outcomes:
        lines += [
            f"- falsification: {outcome.operator}",
            f"  planted: {outcome.planted}",
            f"  caught: {outcome.caught}",
        ]
        if outcome.caught < outcome.planted:
            lines.append(f"  beyond: {BEYOND[outcome.operator]}")
    return "\n".join(lines) + "\n"


def _records(text: str) -> list[str]:
    """The lines of a seed file without comments. The first comment names the schema, and is not part of the counts."""
    return [line for line in text.splitlines() if not line.startswith("#")]


def main(arguments: list[str]) -> int:
    """Plants every mutant, prints the counts and the mutants that escaped, and stores the counts in `guards.yml`.

    Args:
        arguments: `--check` compares with the stored counts instead of replacing them.

    Returns:
        The exit code: 1 if a mutant escaped, or if the stored counts are not those of this run.
    """
    folder = seeds_folder()
    outcomes, escaped = run(folder)
    for outcome in outcomes:
        note = f"  (no check can catch the others: {BEYOND[outcome.operator]})" if outcome.operator in BEYOND else ""
        print(f"{outcome.caught:5} of {outcome.planted:5}  {outcome.operator}{note}")
    for mutant in escaped:
        print(f"ESCAPED {mutant.operator}: {mutant.file}, expected {' or '.join(mutant.traces)}")
    total, caught = sum(o.planted for o in outcomes), sum(o.caught for o in outcomes)
    beyond = total - caught - len(escaped)
    print(
        f"planted: {total}; caught: {caught} ({caught / total:.1%}); not catchable: {beyond}; escaped: {len(escaped)}"
    )
    if escaped:
        return 1
    stored, made = folder / "guards.yml", as_seed(outcomes)
    if "--check" in arguments and (
        not stored.is_file() or _records(stored.read_text(encoding="utf-8")) != _records(made)
    ):
        print(f"{stored.as_posix()} contains other counts; run: nox -s mutants", file=sys.stderr)
        return 1
    stored.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
