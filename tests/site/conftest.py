"""The sites that many tests read. Each is built once by each process, with everything that tests ask of such a site."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.conftest import DOSSIERS, ROOT
from tests.hostile import write_hostile
from tests.site.building import ADDRESS, build_site


def _built(seeds: Path, site: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        patch.setenv("DOSSIER_SEEDS", str(seeds))
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        return build_site(site)


@pytest.fixture(scope="session")
def shipped_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it ships, built for an address, and from another folder than the project's."""
    folder = tmp_path_factory.mktemp("shipped")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(sys, "path", [path for path in sys.path if path not in {"", str(ROOT)}])
        patch.delenv("DOSSIER_SEEDS", raising=False)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("SITE_URL", ADDRESS)
        return build_site(folder / "site")


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site about an invented dispute."""
    return _built(DOSSIERS / "tiny" / "seeds", tmp_path_factory.mktemp("tiny") / "site")


@pytest.fixture(scope="session")
def minimal_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest site."""
    return _built(DOSSIERS / "minimal" / "seeds", tmp_path_factory.mktemp("minimal") / "site")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a dossier in which every text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    return _built(write_hostile(ROOT / "seeds", folder / "seeds"), folder / "site")


def in_force(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(DOSSIERS / name / "seeds", folder / "seeds"))
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DOSSIER_SEEDS", str(copy))
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return copy


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small dossier that a test may spoil, in force."""
    return in_force("tiny", tmp_path, monkeypatch)


@pytest.fixture
def few_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the smallest dossier, in force: it is built in half the time."""
    return in_force("minimal", tmp_path, monkeypatch)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A copy of the pages that a test may add to."""
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))
