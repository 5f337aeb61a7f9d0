from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.loading.folder import read_folder
from macros.loading.leftovers import is_leftover
from macros.validation.pipeline import open_dossier
from tests.conftest import DOSSIERS

LEFT = [
    ".#events.yml", "._events.yml", ".events.yml.swp", ".events.yml.kate-swp", ".DS_Store", ".syncthing.events.yml.tmp",
    "events.yml~", "events.yml.~1~", "#events.yml#", "events.yml.orig", "events.yml.rej", "events.yml.bak", "EVENTS.BAK",
    "events.bak.yml~", "events.yml.old", "events.yml.save", "events.yml.save.1", "events.yml.swp", "events.yml.swo",
    "events.yml.tmp", "events.yml___jb_tmp___", "events.yml___jb_old___", "events_BASE_4711.yml", "events_REMOTE_9.yml",
]  # fmt: skip

MISSPELT = [
    ("event.yml", "did you mean 'events.yml'?"),
    ("events.yaml", "rename it to events.yml"),
    ("events.yml.txt", "did you mean 'events.yml'?"),
    ("events", "did you mean 'events.yml'?"),
    ("events copy.yml", "did you mean 'events.yml'?"),
]


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DOSSIERS / "tiny" / "seeds", tmp_path / "seeds"))


@pytest.mark.parametrize("name", LEFT)
def test_what_an_editor_leaves_beside_a_seed_file_is_ignored(name: str, seeds: Path) -> None:
    (seeds / "events").mkdir()
    for folder in (seeds, seeds / "events"):
        (folder / name).write_text("- {id: march-round, nonsense: x}\n", encoding="utf-8")
    assert open_dossier(seeds).events == open_dossier(DOSSIERS / "tiny" / "seeds").events


def test_the_lock_of_emacs_is_a_link_to_nowhere(seeds: Path) -> None:
    (seeds / ".#events.yml").symlink_to("somebody@machine.4711:1700000000")
    open_dossier(seeds)


def test_left_folders_are_ignored_too(seeds: Path) -> None:
    for folder in (seeds / ".kept", seeds / "events~", seeds / "events" / "more.bak"):
        folder.mkdir(parents=True)
        (folder / "events.yml").write_text("- id: x\n", encoding="utf-8")
    assert read_folder(seeds).problems == []


@pytest.mark.parametrize(("name", "hint"), MISSPELT)
def test_a_misspelt_name_still_gets_its_hint(name: str, hint: str, seeds: Path) -> None:
    assert not is_leftover(name)
    (seeds / "events.yml").rename(seeds / name)
    assert hint in {problem.hint for problem in read_folder(seeds).problems}


def test_no_kind_of_record_looks_like_a_leftover(seeds: Path) -> None:
    assert not [path for path in seeds.rglob("*") if is_leftover(path.name)]
