from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from macros.mkdocs import preview as _preview_module
from macros.mkdocs.preview import Preview

# MkDocs puts the build into a module that does not export it, so no type is known.
serve: Any = importlib.import_module("mkdocs.commands.serve")
serving: Any = _preview_module


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of which the working directory is the root."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "macros" / "mkdocs").mkdir(parents=True)
    (tmp_path / "macros" / "mkdocs" / "hook.py").write_text("", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def preview(root: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    """A preview of builds that a test names."""
    monkeypatch.setattr(serve, "build", lambda mistake=None: _build(mistake))
    monkeypatch.setattr(serve, "dossier_preview", None, raising=False)
    return Preview(root)


def _build(mistake: BaseException | None) -> None:
    logging.getLogger("mkdocs.test").warning("about.md: a warning")
    if mistake:
        raise mistake


@pytest.fixture
def server(root: Path) -> Iterator[LiveReloadServer]:
    """A server that listens nowhere."""
    (root / "index.html").write_text("<body>the page</body>", encoding="utf-8")
    made = LiveReloadServer(lambda: serve.build(), "127.0.0.1", 0, str(root))
    yield made
    made.server_close()


def answered(server: LiveReloadServer, path: str = "/") -> tuple[str, str]:
    status = []

    def start_response(line: str, headers: list[tuple[str, str]]) -> None:
        status.append(line)

    application: Any = server.get_app()
    result = application({"PATH_INFO": path}, start_response)
    body = b"".join(result)
    getattr(result, "close", lambda: None)()
    return status[0], body.decode()


def test_a_failed_build_is_shown_at_every_address_until_one_succeeds(
    preview: Preview, server: LiveReloadServer, caplog: pytest.LogCaptureFixture
) -> None:
    serve.build(ValueError("nothing works"))
    assert "nothing works" in caplog.text
    preview.watch(server)
    for path in ("/", "/any/where/", "/any/page.html"):
        status, body = answered(server, path)
        assert status == "503 Service Unavailable"
        assert "ValueError: nothing works" in body
        assert "livereload(" in body
    assert answered(server, "/nothing.css")[0] == "404 Not Found"
    server.builder()
    assert answered(server) == ("200 OK", "<body>the page</body>")


def test_what_mkdocs_has_said_is_not_said_again(preview: Preview, caplog: pytest.LogCaptureFixture) -> None:
    serve.build(Abort("Aborted"))
    assert [record.getMessage() for record in caplog.records] == ["about.md: a warning"]


def test_the_hook_is_loaded_anew_once_it_has_changed(
    preview: Preview, server: LiveReloadServer, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[str] = []
    monkeypatch.setattr(serving, "forget_hook", lambda: cleared.append("cleared"))
    server.watch(str(root))
    preview.watch(server)
    assert [emitter.timeout for emitter in server.observer.emitters] == [serving.LOOK_EVERY]
    server.builder()
    assert cleared == []
    os.utime(root / "macros" / "mkdocs" / "hook.py", ns=(1, 1))
    server.builder()
    server.builder()
    assert cleared == ["cleared"]
