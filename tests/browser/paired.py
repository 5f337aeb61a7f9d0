"""Compares the paint of the front page with that of an empty page of stock Material, on a phone: `nox -s lighthouse -- --paired`.

Single runs of Lighthouse differ by a third, so both pages are measured in turns, and the medians are compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.browser.lighthouse import audit
from tests.browser.serving import Served

RUNS = 5
MEASURES = {"first-contentful-paint": "ms", "largest-contentful-paint": "ms", "total-byte-weight": "bytes"}
MUST_NOT_BE_LARGER = ("first-contentful-paint", "largest-contentful-paint")
_STOCK = """
site_name: Stock
theme:
  name: material
  font: false
  features: [search.highlight, toc.follow]
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
"""
"""Material with our settings, but with its own frame."""


def _built(configuration: Path, site: Path) -> Path:
    command = ["mkdocs", "build", "--quiet", "--config-file", str(configuration), "--site-dir", str(site)]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return site


def main() -> int:
    """Builds both pages and prints the medians. Fails if ours is painted later."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as servers:
        stock = Path(place) / "stock"
        (stock / "docs").mkdir(parents=True)
        (stock / "docs" / "index.md").write_text("# Empty\n", encoding="utf-8")
        (stock / "mkdocs.yml").write_text(_STOCK, encoding="utf-8")
        sites = {
            "stock": _built(stock / "mkdocs.yml", stock / "site"),
            "ours": _built(Path("mkdocs.yml"), stock / "ours"),
        }
        served = {name: servers.enter_context(Served(site).running()) for name, site in sites.items()}
        found: dict[str, list[dict[str, float]]] = {name: [] for name in served}
        for turn in range(RUNS):
            for name in sorted(served, reverse=bool(turn % 2)):
                audits = audit(served[name].address, "performance")["audits"]
                found[name].append({measure: audits[measure]["numericValue"] for measure in MEASURES})
    medians = {
        name: {measure: median(run[measure] for run in runs) for measure in MEASURES} for name, runs in found.items()
    }
    for measure, unit in MEASURES.items():
        print(f"{measure:28}{'  '.join(f'{name} {values[measure]:.0f} {unit}' for name, values in medians.items())}")
    return int(any(medians["ours"][one] > medians["stock"][one] for one in MUST_NOT_BE_LARGER))


if __name__ == "__main__":
    sys.exit(main())
