from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

import noxfile
from tests.conftest import ROOT


def folders(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "site", tmp_path / "site.new"
    for folder in (old, new):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, encoding="utf-8")
    return old, new


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    noxfile.replace(old, new)
    assert (old / "index.html").read_text(encoding="utf-8") == "site.new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    (new / "index.html").unlink()
    new.rmdir()
    with pytest.raises(FileNotFoundError):
        noxfile.replace(old, new)
    assert (old / "index.html").read_text(encoding="utf-8") == "site"


def test_the_next_call_repairs_an_interrupted_replacement(tmp_path: Path) -> None:
    old, new = folders(tmp_path)
    old.rename(tmp_path / "site.old")
    with pytest.raises(FileNotFoundError):
        noxfile.replace(old, tmp_path / "nowhere")
    assert (old / "index.html").read_text(encoding="utf-8") == "site"
    noxfile.replace(old, new)
    assert (old / "index.html").read_text(encoding="utf-8") == "site.new"


def test_a_build_waits_for_another_in_the_same_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    events: list[str] = []

    def build() -> None:
        with noxfile.alone(events.append):
            events.append("second")

    with noxfile.alone(events.append):
        other = Thread(target=build)
        other.start()
        other.join(0.2)
        events.append("first")
    other.join()
    assert events == ["Another build of this folder is running. This one starts when it ends.", "first", "second"]


def test_a_build_that_was_killed_holds_nothing_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code = "import noxfile, os\nwith noxfile.alone(print): os._exit(9)"
    run = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert run.returncode == 9
    messages: list[str] = []
    with noxfile.alone(messages.append):
        assert messages == []


def test_differences_are_files_that_one_folder_lacks_and_the_first_bytes_that_differ(tmp_path: Path) -> None:
    one, other = folders(tmp_path)
    assert noxfile.differences(one, one) == []
    (one / "assets").mkdir()
    (one / "assets" / "a.css").write_text("a", encoding="utf-8")
    (other / "b.css").write_bytes(b"b")
    (one / "c.js").write_bytes(b"first\nsecond\xff")
    (other / "c.js").write_bytes(b"first\nsecond")
    assert noxfile.differences(one, other) == [
        "assets/a.css: not in site.new",
        "b.css: not in site",
        "c.js:2: 'first\\nsecond\ufffd' in site, 'first\\nsecond' in site.new",
        "index.html:1: 'site' in site, 'site.new' in site.new",
    ]
