"""What other programs do not promise to keep: each test fails when one of them changes it."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from macros.mkdocs.private import (
    build_extra_template,
    build_page,
    build_theme_template,
    epoch_when_built,
    forget_hook,
    list_theme_quickly,
    material_files,
    populate_page,
    reload_browsers,
    replace_build_of_serve,
    template_of,
    wait_briefly,
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
    assert set(files) == {"stylesheet", "script"}
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
    assert serve.build is importlib.import_module("mkdocs.commands.build").build
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


def test_what_an_editor_leaves_in_a_watched_folder_is_no_edit(server: LiveReloadServer, tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "1.yml").touch()
    server.watch(str(tmp_path))
    watch_closely(server, 0.125)
    (emitter,) = server.observer.emitters
    look: Callable[[], Any] = emitter._take_snapshot  # type: ignore[attr-defined]
    before = look().paths
    assert before == {str(tmp_path), str(tmp_path / "events"), str(tmp_path / "events" / "1.yml")}
    (tmp_path / "events" / ".#1.yml").symlink_to("nowhere")
    (tmp_path / "events" / "1.yml~").touch()
    assert look().paths == before


def test_a_page_of_ours_waits_and_reloads_as_files_do(server: LiveReloadServer) -> None:
    epoch = epoch_when_built(server)
    assert with_reload_script(server, b"<body>text</body>", epoch).startswith(b"<body>text<script>")
    assert f"livereload({epoch}, ".encode() in with_reload_script(server, b"", epoch)


def test_the_pieces_of_a_build_are_functions_of_mkdocs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Text\n", encoding="utf-8")
    (tmp_path / "docs" / "more.txt").write_text("{{ config.site_name }}", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: []\nextra_templates: [more.txt]\n", encoding="utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    build(config)
    whole = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.[hxt]*")}
    shutil.rmtree(tmp_path / "site")
    files, env = get_files(config), config.theme.get_env()
    set_exclusions(files, config)
    nav = get_navigation(files, config)
    (page,) = nav.pages
    populate_page(page, config, files)
    build_page(page, config, list(files), nav, env)
    for name in ("404.html", "sitemap.xml"):
        build_theme_template(name, env, files, config, nav)
    build_extra_template("more.txt", files, config, nav)
    made = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*.[hxt]*")}
    assert tmp_path / "site" / "index.html" in made
    assert made == {path: whole[path] for path in made}


def test_the_files_of_the_theme_are_those_that_mkdocs_would_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    config = load_config(str(ROOT / "mkdocs.yml"))
    ours, theirs = Files([]), Files([])
    theirs.add_files_from_theme(config.theme.get_env(), config)
    list_theme_quickly(config)
    ours.add_files_from_theme(config.theme.get_env(), config)
    assert [(file.src_uri, file.src_dir) for file in ours] == [(file.src_uri, file.src_dir) for file in theirs]


def test_browsers_reload_unless_a_build_is_under_way(server: LiveReloadServer) -> None:
    before = server._visible_epoch
    reload_browsers(server)
    assert server._visible_epoch == server._wanted_epoch > before
    server._wanted_epoch += 1
    before = server._visible_epoch
    reload_browsers(server)
    assert server._visible_epoch == before


def test_a_server_builds_soon_after_an_edit(server: LiveReloadServer) -> None:
    assert server.build_delay > 0.05
    wait_briefly(server, 0.05)
    assert "build_delay" in LiveReloadServer._build_loop.__code__.co_names
    assert server.build_delay == 0.05
