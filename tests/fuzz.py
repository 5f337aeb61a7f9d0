"""Breaks folders of seeds in every way we could think of and looks at the answer: `nox -s fuzz -- [how many] [first]`.

Each folder must be answered with located problems, or make pages that are safe; never with a traceback, more than
ten seconds, more than 500 MB, or a file written anywhere else. Every folder follows from its number, so a finding can be repeated.
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
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from macros.models.dossier import Dossier
from macros.problems.problem import DossierError
from macros.problems.terminal import as_annotations, as_text
from macros.proofreading.proofreader import Proofreader
from macros.rendering import template_cache
from macros.rendering.problem_page import problem_page
from macros.validation.pipeline import open_dossier
from tests.conftest import FIXTURES, ROOT
from tests.rendering.bodies import rendered
from tests.seed_breakage import BREAKERS, Chance
from tests.site.building import build_site

COUNT = 2_400
SECONDS = 10
BUILD_ONE_OF = 3
"""Of the folders that can be published after all, one in so many is built as a site."""
MEGABYTES = 500

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
    told = as_text(wrong.problems[:200])
    assert all(line.isprintable() for line in told.split("\n")), told
    assert len(as_annotations(wrong.problems[:200]).split("\n")) == len(wrong.problems[:200])
    _check_safe(problem_page(wrong.problems[:200]))


def _check_safe(html: str) -> None:
    for tag in BeautifulSoup(html, "html.parser").find_all():
        assert tag.name != "script"
        assert not [name for name in tag.attrs if _HANDLER.fullmatch(name)], tag
        target = str(tag.get("href") or tag.get("src") or "")
        assert target.split(":")[0].casefold() not in {"javascript", "data"}, tag


def _check_pages(dossier: Dossier) -> None:
    proofreader = Proofreader(dossier)
    for html in rendered(dossier).values():
        _check_safe(html)
        list(proofreader.problems(html))


def _check_site(folder: Path, site: Path) -> None:
    """Builds the whole site, which writes nowhere else. Whether the proofreader likes it is not asked here."""
    os.environ |= {"DOSSIER_SEEDS": str(folder), "NO_MKDOCS_2_WARNING": "1"}
    with suppress(SystemExit):
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

    # Time of the processor, so that a busy machine does no harm; and more of the clock, for a pipe may be waited for.
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
        # Compiled templates are ours, and kept from one build to the next.
        if path != Path(os.devnull) and not path.is_relative_to(template_cache.FOLDER):
            _written.append(path)


def examine(number: int) -> str:
    """Breaks the folder of a number and looks at the answer.

    Args:
        number: Any number; the same one breaks the same things.

    Returns:
        How it was broken, and whether it could be published all the same.
    """
    chance = Chance(number)
    breaker = chance.choices([one for one, _ in BREAKERS], [weight for _, weight in BREAKERS])[0]
    origin = chance.choice([FIXTURES / "tiny" / "seeds"] * 5 + [ROOT / "seeds"])
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "seeds"
        shutil.copytree(origin, folder, ignore=shutil.ignore_patterns("schema", "README.md"))
        breaker(folder, chance)
        with _within(SECONDS):
            _written.clear()
            try:
                _check_pages(open_dossier(folder))
            except DossierError as wrong:
                _check_problems(wrong, folder)
                return f"{breaker.__name__}: told"
            finally:
                assert not _written, _written
        if number % BUILD_ONE_OF == 0:
            _check_site(folder, Path(parent) / "site")
        return f"{breaker.__name__}: published"


def _watch_files() -> None:
    sys.addaudithook(_listen)


def _examined(number: int) -> tuple[str, int]:
    """What became of a folder, and the peak memory of the process so far, in MB."""
    try:
        return examine(number), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1_024
    except BaseException as failure:
        failure.add_note(f"folder {number}: repeat it with: nox -s fuzz -- 1 {number}")
        raise


def main(arguments: list[str]) -> int:
    """Examines many folders on all cores, and prints what became of them."""
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
