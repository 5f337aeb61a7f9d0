"""Measures what editors wait for: `nox -s bench`. Every figure is the median of runs that alternate between the candidates.

The rival is plain MkDocs with Material, with the same theme and configuration, that builds the very same pages from
ready Markdown: what our macros and hook add to it, less what they spare it, is what the generator costs. The Markdown is
the finished HTML of the pages, which our own build does not take through Markdown.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build

from tests.browser.chromium import chromium, launched
from tests.browser.desk import PATIENCE, Desk
from tests.conftest import ROOT
from tests.generated import write_generated
from tests.site.building import configured, modules_kept

SIZES = (101, 1_001, 3_001)
RUNS = {101: 5, 1_001: 3, 3_001: 3}
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    seconds: float
    megabytes: float


_FIRST_TRACK = re.compile(r"- \{?id: ([\w-]+)(?:, |\n  )title: ([^,\n]+)")

_CLOCK = """
import resource, subprocess, sys, time
start = time.perf_counter()
run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
sys.exit(run.stderr if run.returncode else 0)
"""
"""A small process that starts the measured one, for a process inherits the peak memory of the one that starts it."""


def timed(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Runs a command in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-S", "-c", _CLOCK, *command], cwd=folder, stdout=subprocess.PIPE, text=True, check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )  # fmt: skip
    return Cost(*map(float, run.stdout.split()))


def median(costs: Sequence[Cost]) -> Cost:
    """The median of time and of memory."""
    return Cost(statistics.median(c.seconds for c in costs), statistics.median(c.megabytes for c in costs))


def ready_markdown(seeds: Path, folder: Path) -> Path:
    """A project for plain MkDocs: every page as the macros make it, and a configuration without macros and hook."""
    os.environ["DOSSIER_SEEDS"] = str(seeds)
    docs = Path(shutil.copytree(ROOT / "docs", folder / "docs"))
    pages: dict[str, str] = {}

    def keep(html: str, page: Any, **_: Any) -> str:
        head = yaml.safe_dump({key: str(page.meta[key]) for key in ("title", "description") if key in page.meta})
        pages[page.file.src_uri] = f"---\n{head}---\n\n{html}\n"
        return html

    with modules_kept():
        config = configured(folder / "ours")
        config.plugins.events["page_content"].append(keep)
        build(config)
    # What the dossier has nothing to show for is no page of ours; as one of plain's it would be missing from the nav.
    for path in docs.rglob("*.md"):
        if path.relative_to(docs).as_posix() not in pages:
            path.unlink()
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "macros" / "templates" / "theme", folder / "theme")
    plain = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_WithoutTags)  # noqa: S506
    named = {name for entry in config.nav or [] for name in _pages_of(entry)}
    beside = "\n".join(sorted(set(pages) - named))
    plain |= {"hooks": [], "plugins": ["search"], "nav": _plain(config.nav), "not_in_nav": beside, "site_url": ""}
    plain["site_name"] = str(config.site_name)
    plain["theme"]["custom_dir"] = "theme"
    # What the frame of the pages needs from the hook. The policy needs hashes of scripts, which are ours to compute.
    plain["extra"] = {name: str(config.extra[name]) for name in ("strapline", "hindsight")}
    plain["extra"] |= {"material": config.extra["material"], "has_policy": False}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), encoding="utf-8")
    # Our frame asks for values that Zensical does not give its error page, so Zensical keeps its own.
    del plain["theme"]["custom_dir"]
    (folder / "zensical.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), encoding="utf-8")
    return folder


class _WithoutTags(yaml.SafeLoader):
    """Reads mkdocs.yml without the values that come from the environment."""


_WithoutTags.add_multi_constructor("", lambda *_: "")


def _pages_of(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    return [name for value in (entry.values() if isinstance(entry, dict) else entry) for name in _pages_of(value)]


def _plain(nav: Any) -> Any:
    if isinstance(nav, dict):
        return {str(key): _plain(value) for key, value in nav.items()}
    return [_plain(item) for item in nav] if isinstance(nav, list) else str(nav)


def against(seeds: Path, work: Path, runs: int) -> dict[str, Cost]:
    """Builds a dossier with everything that can build it, in turns."""
    plain = ready_markdown(seeds, work / "plain")
    candidates: dict[str, Callable[[], Cost]] = {
        "ours": lambda: timed([*MKDOCS, str(work / "a")], ROOT, DOSSIER_SEEDS=str(seeds)),
        "plain MkDocs and Material": lambda: timed([*MKDOCS, str(work / "b")], plain),
    }
    if zensical := _program("zensical"):
        candidates["Zensical"] = lambda: timed([zensical, "build", "--clean", "--config-file", "zensical.yml"], plain)
    if hugo := _program("hugo"):
        project = _for_hugo(plain, work / "hugo")
        candidates["Hugo"] = lambda: timed([hugo, "--quiet", "--destination", str(work / "c")], project)
    for run in candidates.values():
        run()  # once for the caches
    costs: dict[str, list[Cost]] = {name: [] for name in candidates}
    for _ in range(runs):
        for name, run in candidates.items():
            costs[name].append(run())
    return {name: median(of_one) for name, of_one in costs.items()}


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")


def _for_hugo(plain: Path, folder: Path) -> Path:
    """The same pages for Hugo, in the barest theme there is: one template, no nav."""
    layout = "<!doctype html><title>{{ .Title }}</title><body>{{ .Content }}</body>"
    for name in ("_default/single.html", "_default/list.html"):
        (folder / "layouts" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "layouts" / name).write_text(layout, encoding="utf-8")
    for path in (plain / "docs").rglob("*.md"):
        copy = folder / "content" / str(path.relative_to(plain / "docs")).replace("index.md", "_index.md")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    settings = 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "rss"]\n[markup.goldmark.renderer]\nunsafe = true\n'
    (folder / "hugo.toml").write_text(settings, encoding="utf-8")
    return folder


def until_fresh(seeds: Path, work: Path, runs: int) -> float:
    """Seconds from saving a new title of a track to the fresh page of the track in the browser."""
    desk = Desk(work, seeds)
    tracks = desk.folder / "seeds" / "tracks.yml"
    text = tracks.read_text(encoding="utf-8")
    name, title = _FIRST_TRACK.findall(text)[0]
    desk.start()
    waits = []
    try:
        with launched() as browser:
            page = browser.new_page()
            page.set_default_timeout(PATIENCE)
            page.goto(f"{desk.address}tracks/{name}/")
            for run in range(runs + 1):
                fresh = f"Saved for the {run}th time"
                time.sleep(1 + run * 0.13)  # at another moment of the server's round each time
                start = time.perf_counter()
                tracks.write_text(text.replace(title, fresh, 1), encoding="utf-8")
                page.wait_for_function("title => document.title.includes(title)", arg=fresh)
                waits.append(time.perf_counter() - start)
    finally:
        desk.stop()
    return statistics.median(waits[1:])


def exponent(points: dict[int, float]) -> float:
    """The slope of a line through the points on logarithmic scales (least squares)."""
    xs, ys = [log(size) for size in points], [log(seconds) for seconds in points.values()]
    return statistics.linear_regression(xs, ys).slope


def _print(title: str, costs: dict[str, Cost]) -> None:
    print(f"\n{title}")
    for name, cost in costs.items():
        times = cost.seconds / costs["plain MkDocs and Material"].seconds
        print(f"  {name:<26}{cost.seconds:>8.2f} s {times:>6.2f} times plain {cost.megabytes:>8.0f} MB", flush=True)


def main(arguments: list[str]) -> int:
    """Prints all figures; `quick` leaves the large dossiers out."""
    # As on an editor's machine, where modules are compiled once and not at each start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print("Medians of runs in turns, once everything has run once; time and peak memory of the whole process.")
    print(f"ours: DOSSIER_SEEDS=<seeds> {' '.join(['mkdocs', *MKDOCS[3:], '<folder>'])}")
    print("plain MkDocs and Material: the same command, on the same pages as ready Markdown, without macros and hook")
    print("Zensical: zensical build --clean, on the same Markdown, with its own frame of the pages")
    print("Hugo: hugo --quiet --destination <folder>, on the same Markdown in a theme of one bare template")
    print(
        "edit: mkdocs serve; the title of a track is saved, and the clock stops when Chromium shows it on the track's page"
    )
    growth: dict[str, dict[int, float]] = {"build": {}, "edit": {}}
    with tempfile.TemporaryDirectory() as parent:
        work = Path(parent)
        shipped = against(ROOT / "seeds", work / "shipped", 7)
        _print("The dossier that ships", shipped)
        edit = until_fresh(ROOT / "seeds", work / "desk", 7) if chromium() else 0
        if edit:
            print(f"  edit: {edit:.2f} s, {edit / shipped['ours'].seconds:.2f} times our build", flush=True)
        for size in () if "quick" in arguments else SIZES:
            seeds = write_generated(work / f"seeds-{size}", size)
            costs = against(seeds, work / str(size), RUNS[size])
            _print(f"{size:,} generated pages", costs)
            growth["build"][size] = costs["ours"].seconds
            if edit:
                growth["edit"][size] = until_fresh(seeds, work / f"desk-{size}", RUNS[size])
                print(
                    f"  edit: {growth['edit'][size]:.2f} s, {growth['edit'][size] / costs['ours'].seconds:.2f} times our build,"
                    f" {growth['edit'][size] / edit:.2f} times an edit of the dossier that ships",
                    flush=True,
                )
    for name, points in growth.items():
        if points:
            print(f"\nexponent of growth, {name}: {exponent(points):.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
