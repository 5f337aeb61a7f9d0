"""Runs Lighthouse on one page of each kind, as on a phone, and prints the scores: `nox -s lighthouse`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.chromium import chromium
from tests.browser.conftest import HERE
from tests.browser.serving import Served

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking --no-first-run"


def kinds(site: Path) -> list[str]:
    """The first page of each section, and the first of the pages below it."""
    found: dict[tuple[str, int], str] = {}
    for page in sorted(site.rglob("index.html")):
        address = page.parent.relative_to(site).as_posix().removeprefix(".")
        section, _, below = address.partition("/")
        found.setdefault((section, bool(below)), f"{address}/" if address else "")
    return sorted(found.values())


def audit(address: str, *categories: str) -> dict[str, Any]:
    """What Lighthouse reports of a page."""
    run = subprocess.run(
        [
            "node", str(HERE / "node_modules" / "lighthouse" / "cli" / "index.js"), address, "--quiet", "--output=json",
            f"--only-categories={','.join(categories)}", f"--chrome-flags={_FLAGS}",
        ],
        env={**os.environ, "CHROME_PATH": chromium() or ""}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def scores(address: str) -> tuple[list[int], list[str]]:
    """The four scores of a page, and the audits that lower them."""
    report = audit(address, *CATEGORIES)
    faults = [
        f"{name} ({audit['score']:.2f}) {audit.get('displayValue', '')}"
        for category in CATEGORIES
        for name, audit in (
            (ref["id"], report["audits"][ref["id"]])
            for ref in report["categories"][category]["auditRefs"]
            if ref["weight"]
        )
        if audit["score"] is not None and audit["score"] < 0.9
    ]
    return [round(100 * report["categories"][category]["score"]) for category in CATEGORIES], faults


def main() -> int:
    """Builds the site for the address at which it is served. Fails if a score is below 100."""
    folder = Path(tempfile.mkdtemp()) / "site"
    served = Served(folder)
    subprocess.run(
        ["mkdocs", "build", "--strict", "--site-dir", str(folder)],
        env={**os.environ, "SITE_URL": served.address}, check=True,
    )  # fmt: skip
    print(f"{'page':40}{'  '.join(CATEGORIES)}")
    is_full = True
    with served.running():
        for address in sys.argv[1:] or kinds(folder):
            numbers, faults = scores(served.address + address)
            is_full = is_full and all(number == 100 for number in numbers)
            print(
                f"/{address:39}{'  '.join(f'{n:>{len(c)}}' for n, c in zip(numbers, CATEGORIES, strict=True))}",
                flush=True,
            )
            for fault in faults:
                print(f"    {fault}")
    shutil.rmtree(folder.parent)
    return 0 if is_full else 1


if __name__ == "__main__":
    sys.exit(main())
