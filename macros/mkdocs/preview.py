"""What `mkdocs serve` shows while the site cannot be built: the mistakes, in place of every page.

MkDocs by itself ends where the first build fails; where a later one fails, it answers no request until the mistake is
mended. Neither helps an editor who has just mistyped something. So a failed build counts as a site of one page here,
and the browser reloads as after any other build. This module is kept for the life of the server, as the hook is.
"""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.config.config_options import Hooks
from mkdocs.exceptions import BuildError, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

from macros.problems.problem import Place, Problem
from macros.rendering.problem_page import problem_page

log = logging.getLogger("mkdocs.hooks.serving")

_PREVIEW = "dossier_preview"
"""Where the preview in force is kept: our own modules, the hook among them, are imported anew when their code changes."""

LOOK_EVERY = 0.1
"""Seconds between two looks at the watched files, of which there are few; MkDocs looks twice a second."""

_FRAME = re.compile(r'^ *File "(?P<file>[^"]+)", line (?P<line>\d+)', re.MULTILINE)
_PAGE = re.compile(r"(?:\A|')(?P<page>[^\s':]+\.md)(?:'|: (?P<message>.*))", re.DOTALL)
_NOWHERE = Place("", 1, 1)


def is_served() -> bool:
    """Whether a server of this process shows the pages."""
    return _PREVIEW in vars(serve)


class LocatedError(PluginError):
    """A failure of the build with the places of what is wrong."""

    def __init__(self, message: str, problems: Iterable[Problem]) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


def _ours(file: str, root: Path) -> str | None:
    """The name of a file as problems show it; None where it is none of the project's."""
    path = Path(file)
    if not any(path.is_relative_to(root / folder) for folder in ("macros", "docs", "mkdocs.yml")):
        return None
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else file


def failed_macro(message: str, told: str, root: Path) -> LocatedError:
    """The failure of a macro, at the innermost of our lines that its traceback names.

    Args:
        message: What went wrong, and on which page.
        told: What mkdocs-macros wrote into the page, with the traceback.
        root: The folder that holds `mkdocs.yml`.
    """
    frames = [(_ours(found["file"], root), int(found["line"])) for found in _FRAME.finditer(told)]
    places = [Place(file, line, 1) for file, line in frames if file]
    return LocatedError(message, [Problem(place, "", message) for place in places[-1:]])


def _place_of(error: BaseException, root: Path) -> Place | None:
    """The innermost line of ours in which an error arose."""
    # Errors of syntax carry the place that was read, not the place that ran.
    read, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(read, str) and isinstance(line, int) and (file := _ours(read, root)):
        return Place(file, line, getattr(error, "offset", None) or 1)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if file := _ours(frame.filename, root):
            column, end = frame.colno or 0, frame.end_colno or 0
            return Place(file, frame.lineno or 1, column + 1, max(end - column, 1) if frame.lineno else 1)
    return None


def _told(message: str, root: Path) -> Problem:
    """A message of MkDocs, at the page that it names."""
    found = _PAGE.search(message)
    page = root / "docs" / found["page"] if found else root
    if found and page.is_file():
        return Problem(Place(_ours(str(page), root) or "", 1, 1), "", found["message"] or message)
    return Problem(_NOWHERE, "", message)


def problems_of(error: BaseException, warnings: Iterable[str], root: Path) -> Iterator[Problem]:
    """What made a build fail, as exactly as can be known.

    Args:
        error: The failure.
        warnings: What MkDocs warned of on the way; in strict mode that alone makes a build fail.
        root: The folder that holds `mkdocs.yml`.
    """
    chain: list[BaseException] = [error]
    while (earlier := chain[-1].__cause__ or chain[-1].__context__) and earlier not in chain:
        chain.append(earlier)
    for one in chain:
        if problems := getattr(one, "problems", ()):
            yield from problems
            return
    for one in reversed(chain):
        place = None if isinstance(one, MkDocsException) else _place_of(one, root)
        if place:
            yield Problem(place, "", f"{type(one).__name__}: {getattr(one, 'msg', None) or one}")
            return
    build_errors = [str(one) for one in chain if isinstance(one, BuildError)]
    heard = list(warnings) if isinstance(error, MkDocsException) else []
    told = build_errors or heard or [f"{type(error).__name__}: {error}"]
    yield from (_told(line, root) for message in told for line in message.splitlines() if line)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of during one build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def _look(look: Callable[[], DirectorySnapshot]) -> DirectorySnapshot | EmptyDirectorySnapshot:
    """What stands in a watched folder; nothing where there is none. The watcher would end, and not see it come back."""
    try:
        return look()
    except (FileNotFoundError, NotADirectoryError):
        return EmptyDirectorySnapshot()


class Preview:
    """The pages of a server while they can be built, and the list of mistakes while they cannot."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._mistakes: str | None = None
        self._build: Callable[..., None] = vars(serve)["build"]
        self._hook_age = self._age_of_hook()
        vars(serve)["build"] = self._tolerant(self._build)
        vars(serve)[_PREVIEW] = self

    def _age_of_hook(self) -> int:
        return (self._root / "macros" / "mkdocs" / "hook.py").stat().st_mtime_ns

    def _tolerant(self, build: Callable[..., None]) -> Callable[..., None]:
        """A build that does not fail."""

        def built(*arguments: Any, **named: Any) -> None:
            heard, logger = _Warnings(), logging.getLogger("mkdocs")
            logger.addHandler(heard)
            try:
                build(*arguments, **named)
                self._mistakes = None
            except (Exception, SystemExit) as error:
                problems = tuple(problems_of(error, heard.messages, self._root))
                self._mistakes = problem_page(problems)
                if not isinstance(error, MkDocsException):
                    log.error("\n".join(map(str, problems)))
            finally:
                logger.removeHandler(heard)

        return built

    def watch(self, server: LiveReloadServer) -> None:
        """Takes a server over, once the first build is done and before the first request."""
        vars(serve)["build"] = self._build
        emitter: Any  # of the kind that looks at intervals
        for emitter in server.observer.emitters:
            emitter._timeout = LOOK_EVERY
            emitter._take_snapshot = partial(_look, emitter._take_snapshot)
        server.builder = self._tolerant(partial(self._rebuild, server.builder))
        server.set_app(partial(self.answer, server))

    def _rebuild(self, build: Callable[[], None]) -> None:
        if self._age_of_hook() != self._hook_age:
            # MkDocs would keep the hook as it was.
            self._hook_age = self._age_of_hook()
            Hooks._load_hook.cache_clear()
        build()

    def answer(self, server: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers a request (WSGI, PEP 3333): mistakes in place of any page, everything else as it is."""
        path = environ["PATH_INFO"]
        answer: Callable[..., Iterable[bytes]] = server.serve_request
        if path.startswith("/livereload/") or not path.endswith(("/", ".html")):
            return answer(environ, start_response)
        with server._epoch_cond:
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
            epoch, mistakes = server._visible_epoch, self._mistakes
        if mistakes is None:
            return answer(environ, start_response)
        body: bytes = server._inject_js_into_html(mistakes.encode(), epoch)
        start_response("503 Service Unavailable", [("Content-Type", "text/html"), ("Content-Length", str(len(body)))])
        return [body]
