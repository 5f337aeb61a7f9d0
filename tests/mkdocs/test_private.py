"""What other programs do not promise to keep: each test fails when one of them changes it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from macros.mkdocs.private import (
    build_of_serve,
    epoch_when_built,
    forget_hook,
    material_files,
    replace_build_of_serve,
    template_of,
    watch_closely,
    with_reload_script,
)
from tests.conftest import ROOT

# MkDocs puts the build into a module that does not export it, so no type is known.
serve: Any = importlib.import_module("mkdocs.commands.serve")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LiveReloadServer]:
    """A server that listens nowhere."""
    made = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    yield made
    made.server_close()


def test_material_has_the_files_that_our_frame_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(ROOT / "mkdocs.yml"))
    files = material_files(config)
    assert set(files) == {"stylesheet", "script", "worker"}
    assert all(any((Path(folder) / file).is_file() for folder in config.theme.dirs) for file in files.values())


def test_jinja_keeps_a_template_beside_its_compiled_code() -> None:
    found: list[int] = []

    def here() -> str:
        frame = sys._getframe()
        while (template := template_of(frame)) is None:
            assert frame.f_back
            frame = frame.f_back
        found.append(template.get_corresponding_lineno(frame.f_lineno))
        return ""

    Environment().from_string("a\n{{ here() }}\n{% for n in [1] %}\n{{ here() }}{% endfor %}").render(here=here)  # noqa: S701
    assert found == [2, 4]
    assert template_of(sys._getframe()) is None


def x_of_hook(folder: Path) -> int:
    hooks: Any = load_config(str(folder / "mkdocs.yml")).hooks
    found: int = hooks["hook.py"].x
    return found


def test_mkdocs_reads_a_hook_again_only_when_told_to(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nhooks: [hook.py]\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    hook = tmp_path / "hook.py"
    for text in ("x = 1", "x = 2"):
        hook.write_text(text, encoding="utf-8")
        assert x_of_hook(tmp_path) == 1
    forget_hook()
    assert x_of_hook(tmp_path) == 2


def test_serve_builds_with_a_function_of_its_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "build", serve.build)
    assert build_of_serve() is importlib.import_module("mkdocs.commands.build").build
    assert "build" in serve.serve.__code__.co_names or any(
        "build" in getattr(code, "co_names", ()) for code in serve.serve.__code__.co_consts
    )
    other: Callable[..., None] = lambda: None  # noqa: E731
    replace_build_of_serve(other)
    assert serve.build is other


def test_a_watched_folder_is_looked_at_often_and_may_be_absent_for_a_while(
    server: LiveReloadServer, tmp_path: Path
) -> None:
    folder = tmp_path / "not-there-yet"
    server.watch(str(folder))
    watch_closely(server, 0.125)
    (emitter,) = server.observer.emitters
    assert emitter.timeout == 0.125
    look: Callable[[], Any] = emitter._take_snapshot  # type: ignore[attr-defined]
    assert look().paths == set()
    folder.mkdir()
    assert look().paths == {str(folder)}


def test_a_page_of_ours_waits_and_reloads_as_files_do(server: LiveReloadServer) -> None:
    epoch = epoch_when_built(server)
    assert with_reload_script(server, b"<body>text</body>", epoch).startswith(b"<body>text<script>")
    assert f"livereload({epoch}, ".encode() in with_reload_script(server, b"", epoch)
