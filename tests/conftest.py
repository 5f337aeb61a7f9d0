"""Dossiers that many tests use, and the format of golden pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from macros.models.dossier import Dossier
from macros.validation.pipeline import open_dossier

ROOT = Path(__file__).parent.parent
DOSSIERS = ROOT / "tests" / "dossiers"

# The time that an example takes depends on the load of the machine, so Hypothesis must not enforce a deadline.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


class GoldenPage(SingleFileSnapshotExtension):
    """One HTML file for each page, so that a change is readable as a line diff."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


@pytest.fixture
def golden(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Compares a page with the golden page that is stored next to the test."""
    return snapshot.use_extension(GoldenPage)


@pytest.fixture(scope="session")
def shipped() -> Dossier:
    """The dossier that ships."""
    return open_dossier(ROOT / "seeds")


@pytest.fixture(scope="session")
def tiny() -> Dossier:
    """A small dossier about an invented dispute."""
    return open_dossier(DOSSIERS / "tiny" / "seeds")


@pytest.fixture(scope="session")
def debates() -> Dossier:
    """Two public debates that Argdown shows as examples: rivals, unstated claims, and every relation between steps."""
    return open_dossier(DOSSIERS / "debates" / "seeds")


@pytest.fixture(scope="session")
def outcomes() -> Dossier:
    """An invented dispute with every kind of event, and statuses of every kind."""
    return open_dossier(DOSSIERS / "outcomes" / "seeds")


@pytest.fixture(scope="session")
def reservoir() -> Dossier:
    """A dossier of three reports, in two languages, with three experts, two arguments, one party, and no meeting or mediator."""
    return open_dossier(DOSSIERS / "reservoir" / "seeds")


@pytest.fixture(scope="session")
def wide() -> Dossier:
    """A dossier as rich as real news: every verb, kind of event, status, state of a track and pattern of speakers."""
    return open_dossier(DOSSIERS / "wide" / "seeds")


@pytest.fixture(scope="session")
def minimal() -> Dossier:
    """The smallest dossier that can be published."""
    return open_dossier(DOSSIERS / "minimal" / "seeds")
