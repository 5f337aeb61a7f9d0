from __future__ import annotations

import importlib
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from macros.mkdocs import preview as _preview_module
from macros.mkdocs.preview import Preview, failed_macro, problems_of
from macros.problems.problem import DossierError, Place, Problem
from tests.conftest import ROOT

# MkDocs puts the build into a module that does not export it, so no type is known.
serve: Any = importlib.import_module("mkdocs.commands.serve")
serving: Any = _preview_module


def told(error: BaseException, *warnings: str, root: Path = ROOT) -> list[str]:
    return [str(problem) for problem in problems_of(error, warnings, root)]


def raised(source: str, file: Path) -> BaseException:
    try:
        exec(compile(source, str(file), "exec"), {})  # noqa: S102
    except BaseException as error:
        return error
    raise AssertionError(source)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of which the working directory is the root."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "macros" / "mkdocs").mkdir(parents=True)
    (tmp_path / "macros" / "mkdocs" / "hook.py").write_text("", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    return tmp_path


def test_problems_of_the_dossier_are_found_behind_the_failure_of_the_build() -> None:
    problem = Problem(Place("seeds/a.yml", 1, 2), "", "wrong")
    abort = Abort("Aborted")
    abort.__context__ = serving.LocatedError("text", DossierError([problem]).problems)
    assert told(abort) == ["seeds/a.yml:1:2: wrong"]


def test_an_error_of_python_is_told_at_the_innermost_line_of_ours(root: Path) -> None:
    error = raised("x = 0\ny = [1,\n     1 / x]", root / "macros" / "view.py")
    assert told(error, root=root) == ["macros/view.py:3:6: ZeroDivisionError: division by zero"]
    error = raised("def f(:", root / "macros" / "view.py")
    assert told(error, root=root) == ["macros/view.py:1:7: SyntaxError: invalid syntax"]


def test_an_error_outside_the_project_is_told_without_a_place(root: Path) -> None:
    assert told(raised("1 / 0", root / "elsewhere.py"), root=root) == [":1:1: ZeroDivisionError: division by zero"]


def test_a_project_elsewhere_is_named_in_full(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    error = raised("1 / 0", root / "macros" / "view.py")
    name = str(root / "macros" / "view.py").removeprefix("/")
    assert told(error, root=root) == [f"{name}:1:1: ZeroDivisionError: division by zero"]
    monkeypatch.chdir(ROOT)
    assert told(error, root=root) == [f"/{name}:1:1: ZeroDivisionError: division by zero"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("about.md: 'x' stands in p1", "docs/about.md:1:1: 'x' stands in p1"),
        ("Doc file 'about.md' contains a link", "docs/about.md:1:1: Doc file 'about.md' contains a link"),
        ("gone.md: x", ":1:1: gone.md: x"),
        ("no page at all", ":1:1: no page at all"),
    ],
)
def test_a_message_is_told_at_the_page_that_it_names(line: str, expected: str, root: Path) -> None:
    assert told(PluginError(line), root=root) == [expected]
    assert told(Abort("Aborted with 1 warnings in strict mode!"), line, root=root) == [expected]


def test_a_macro_is_told_at_the_line_of_the_template(root: Path) -> None:
    text = f'''File "{root}/macros/__init__.py", line 3
      File "{root}/macros/templates/pages/home.html.j2", line 7, in template
      File "/usr/lib/jinja2/runtime.py", line 9'''
    assert [str(problem) for problem in failed_macro("index.md: no", text, root).problems] == [
        "macros/templates/pages/home.html.j2:7:1: index.md: no"
    ]
    assert failed_macro("index.md: no", "no traceback", root).problems == ()


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
    monkeypatch.setattr(serving.Hooks._load_hook, "cache_clear", lambda: cleared.append("cleared"), raising=False)
    server.watch(str(root))
    preview.watch(server)
    assert [emitter.timeout for emitter in server.observer.emitters] == [serving.LOOK_EVERY]
    server.builder()
    assert cleared == []
    os.utime(root / "macros" / "mkdocs" / "hook.py", ns=(1, 1))
    server.builder()
    server.builder()
    assert cleared == ["cleared"]


def test_a_watched_folder_may_be_absent_for_a_while(preview: Preview, server: LiveReloadServer, tmp_path: Path) -> None:
    folder = tmp_path / "not-there-yet"
    server.watch(str(folder))
    preview.watch(server)
    (emitter,) = server.observer.emitters
    look: Callable[[], Any] = emitter._take_snapshot  # type: ignore[attr-defined]
    assert look().paths == set()
    folder.mkdir()
    assert look().paths == {str(folder)}
