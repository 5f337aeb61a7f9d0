"""Breaks folders of seeds in many ways and checks the result: `nox -s fuzz -- [how many] [first]`.

For each folder, the checks must report problems with places, or the whole site must build, with every kind of page, and be safe.
There must be no traceback, and no file outside the site. If the folder was changed plausibly, its pages are also read. One folder takes at most ten seconds, and all together at most 500 MB. The number of a folder
determines how it is broken, so that a finding can be repeated.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from icalendar import Calendar

from macros.models.dossier import Dossier
from macros.problems.problem import DossierError
from macros.problems.terminal import as_annotations, as_text
from macros.rendering import template_cache
from macros.rendering.problem_page import problem_page
from macros.site.build import Site
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS, ROOT
from tests.nonsense import lost_doubt, nonsense_in
from tests.plausible_edits import PLAUSIBLE, Chance
from tests.rendering.bodies import rendered
from tests.seed_breakage import BREAKERS
from tests.site.building import build_site

COUNT = 1_200
SECONDS = 10
MEGABYTES = 500

ORIGINS = (
    *([DOSSIERS / "tiny"] * 4),
    *([DOSSIERS / "wide"] * 2),
    *(one for one in sorted(DOSSIERS.iterdir()) if one.name not in {"tiny", "wide"}),
    ROOT,
)
"""What is broken: every dossier, those with more kinds of records more often."""

_HANDLER = re.compile(r"on[a-z]+")
_written: list[Path] = []


def _check_problems(wrong: DossierError, folder: Path) -> None:
    assert wrong.problems
    for problem in wrong.problems:
        assert problem.message
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert Path(problem.place.file).is_relative_to(folder), problem.place.file
        assert str(problem).isprintable(), repr(str(problem))
    text = as_text(wrong.problems[:200])
    assert all(line.isprintable() for line in text.split("\n")), text
    assert len(as_annotations(wrong.problems[:200]).split("\n")) == len(wrong.problems[:200])
    _check_safe(problem_page(wrong.problems[:200]))


def _check_safe(html: str) -> None:
    for tag in BeautifulSoup(html, "html.parser").find_all():
        assert tag.name != "script"
        assert not [name for name in tag.attrs if _HANDLER.fullmatch(name)], tag
        target = str(tag.get("href") or tag.get("src") or "")
        assert target.split(":")[0].casefold() not in {"javascript", "data"}, tag


def _check_pages(dossier: Dossier) -> dict[str, str]:
    """Renders every page, makes every file, and proofreads: whatever the checks accept can be published."""
    site, pages = Site(dossier), rendered(dossier)
    for address, html in pages.items():
        _check_safe(html)
        assert not (found := site.read(html, hand_written="").problems), (address, found)
    for file in (*site.exports, *site.drawings):
        assert file.content or file.address.endswith(".csv"), file.address
        if file.address.endswith(".ics"):
            most = sum(1 + len(event.stages) for event in dossier.events)
            assert len(Calendar.from_ical(file.content).walk("VEVENT")) <= most
    return pages


def _check_words(dossier: Dossier, pages: dict[str, str]) -> None:
    """Reads what the pages say: nothing that is false or ungrammatical, and no date without its doubt."""
    nonsense = [f"{address}: {found}" for address, html in pages.items() for found in nonsense_in(html)]
    assert not nonsense, nonsense
    lost = [*lost_doubt(dossier, pages["timeline/"])]
    assert not lost, lost


def _check_site(folder: Path, site: Path) -> None:
    """Builds the whole site, which must write nowhere else."""
    os.environ |= {"DOSSIER_SEEDS": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    build_site(site)
    elsewhere = [path for path in _written if not path.is_relative_to(site)]
    assert not elsewhere, elsewhere
    for page in site.rglob("*.html"):
        scripts = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").find_all("script")
        assert not [script for script in scripts if "alert(" in script.get_text()]


@contextmanager
def _within(seconds: int) -> Iterator[None]:
    def too_long(*_: Any) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    # The limit is CPU time, so that a busy machine does not matter. A larger limit of wall-clock time stops a wait for a pipe.
    signal.signal(signal.SIGPROF, too_long)
    signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(6 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        path = Path(os.fsdecode(arguments[0])) if isinstance(arguments[0], (str, bytes)) else Path(os.devnull)
        # Compiled templates are a cache of our own, which builds share.
        if path != Path(os.devnull) and not path.is_relative_to(template_cache.FOLDER):
            _written.append(path)


def examine(number: int) -> str:
    """Breaks the folder with a number, and checks the result.

    Args:
        number: Any number. The same number breaks the folder in the same way.

    Returns:
        How the folder was broken, and whether it could still be published.
    """
    chance = Chance(number)
    breaker = chance.choices([one for one, _ in BREAKERS], [weight for _, weight in BREAKERS])[0]
    origin = chance.choice(ORIGINS) / "seeds"
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "seeds"
        shutil.copytree(origin, folder, ignore=shutil.ignore_patterns("schema", "README.md"))
        breaker(folder, chance)
        with _within(SECONDS):
            _written.clear()
            try:
                dossier = open_dossier(folder)
                pages = _check_pages(dossier)
                if breaker in PLAUSIBLE:
                    _check_words(dossier, pages)
            except DossierError as wrong:
                _check_problems(wrong, folder)
                return f"{breaker.__name__}: reported"
            finally:
                assert not _written, _written
        _check_site(folder, Path(parent) / "site")
        return f"{breaker.__name__}: published"


def _watch_files() -> None:
    # Compiled modules are not what we look for.
    sys.dont_write_bytecode = True
    sys.addaudithook(_listen)


def _examined(number: int) -> tuple[str, int]:
    """The result for a folder, and the peak memory of the process so far, in MB."""
    try:
        return examine(number), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
    except BaseException as failure:
        failure.add_note(f"folder {number}: repeat it with: nox -s fuzz -- 1 {number}")
        raise


def main(arguments: list[str]) -> int:
    """Breaks and checks many folders on all cores, and prints the results."""
    count, first = map(int, [*arguments, *(str(COUNT), "0")[len(arguments) :]])
    seen: Counter[str] = Counter()
    peak = 0
    with ProcessPoolExecutor(os.cpu_count(), initializer=_watch_files) as pool:
        for outcome, megabytes in pool.map(_examined, range(first, first + count), chunksize=8):
            seen[outcome] += 1
            peak = max(peak, megabytes)
    for what, times in sorted(seen.items()):
        print(f"{times:>6}  {what}")
    print(f"{count} folders, {peak} MB at most")
    return 0 if peak < MEGABYTES else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
