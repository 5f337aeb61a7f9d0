"""Builds of the whole site, in this process so that the adapters are covered too."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from tests.conftest import ROOT

ADDRESS = "https://dossier.example/explainer/"
"""The address that a site is built for."""

_ORIGIN = "https://site.test/"


@contextmanager
def modules_kept() -> Iterator[None]:
    """A build drops our package and imports it again. Other tests keep the one that they have imported."""
    kept = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "macros"}
    try:
        yield
    finally:
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]
        sys.modules.update(kept)


def configured(site: Path, docs: Path | None = None, command: str = "build") -> MkDocsConfig:
    """The configuration of one build into a folder."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), **({"docs_dir": str(docs)} if docs else {}))
    config.plugins.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
    return config


def build_site(site: Path, docs: Path | None = None) -> Path:
    """Builds the dossier in force; any warning fails the build."""
    with modules_kept():
        build(configured(site, docs))
    return site


@lru_cache(maxsize=8)
def _trees(site: Path, _: tuple[int, ...]) -> dict[str, BeautifulSoup]:
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): BeautifulSoup(
            path.read_text(encoding="utf-8"), "html.parser"
        )
        for path in sorted(site.rglob("*.html"))
    }


def trees(site: Path) -> dict[str, BeautifulSoup]:
    """Every built page by its address. They are kept until a page changes, for many tests read the same site."""
    return _trees(site, tuple(path.stat().st_mtime_ns for path in sorted(site.rglob("*.html"))))


def broken_links(site: Path) -> list[str]:
    """Links of the built site that lead to no file or to no anchor."""
    pages = trees(site)
    anchors = {address: {str(tag["id"]) for tag in tree.find_all(id=True)} for address, tree in pages.items()}
    broken = []
    for address, tree in pages.items():
        # The error page may be shown at any address, so its links start at the root; they are checked elsewhere.
        if address == "404.html":
            continue
        for tag in tree.find_all(["a", "link", "script", "img"]):
            target = str(tag.get("href") or tag.get("src") or "")
            parts = urlsplit(urljoin(_ORIGIN + address, target))
            if not target or parts.netloc != urlsplit(_ORIGIN).netloc:
                continue
            path = unquote(parts.path.removeprefix("/"))
            exists = path in pages or (site / path).is_file()
            if not exists or (parts.fragment and path in anchors and unquote(parts.fragment) not in anchors[path]):
                broken.append(f"{address}: {target}")
    return broken


def fails(site: Path, docs: Path, caplog: pytest.LogCaptureFixture) -> str:
    """Builds pages that must not build, and returns what is logged."""
    caplog.set_level(logging.ERROR)
    with pytest.raises(Abort):
        build_site(site, docs)
    return caplog.text
