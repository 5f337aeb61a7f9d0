"""A live server that shows each edit at once, and a list of problems in place of every page while there are any.

By itself, MkDocs builds the whole site before it shows a page, ends if the first build fails, and answers no requests after
a later build has failed. This server makes a page when it is requested, and the rest in the meantime. If a build fails, it
shows the problems, and the browser reloads as after any other build. Like the hook, this module is loaded once for each server.
"""

from __future__ import annotations

import logging
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, MkDocsException
from mkdocs.livereload import LiveReloadServer

from macros.mkdocs.answers import Answer, Environ, StartResponse, address_of, content_type, html, redirect, refusal
from macros.mkdocs.failures import problems_of
from macros.mkdocs.private import (
    epoch_when_built,
    forget_hook,
    reload_browsers,
    replace_build_of_serve,
    wait_briefly,
    watch_closely,
    with_reload_script,
)
from macros.mkdocs.serving import PREVIEW, SEARCH, check_port
from macros.rendering.problem_page import problem_page

if TYPE_CHECKING:
    from macros.mkdocs.pending import PendingBuild
    from macros.rendering.work_list import WorkList

log = logging.getLogger("mkdocs.hooks.serving")

LOOK_EVERY = 0.1
"""Seconds between two scans of the watched files. There are few of them, so this is shorter than the half second of MkDocs."""

EDITS_REST_FOR = 0.05
"""Seconds without a further edit after which the site is built."""

REST = 0.3
"""Seconds without a request after which the server starts to make the remaining pages."""

FIRST_REST = 1.0
"""The same, before the first request after a build."""


class _Warnings(logging.Handler):
    """Collects the warnings that MkDocs logs in one thread."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages, self._thread = messages, threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self._messages.append(record.getMessage())


class Preview:
    """Serves the pages if they can be built, and a list of problems if they cannot."""

    def __init__(self, root: Path) -> None:
        """Replaces the builds of `mkdocs serve`.

        Args:
            root: The folder that contains `mkdocs.yml`.
        """
        self._root = root
        self._hook_age = self._age_of_hook()
        self._lock = threading.RLock()
        self._server: LiveReloadServer | None = None
        self._pending: PendingBuild | None = None
        self._work: WorkList | None = None
        self._problems: str | None = None
        self._warnings: list[str] = []
        self._is_strict = False
        self._builds = 0
        self._host = "localhost"
        self._stop = threading.Event()
        self._asked = threading.Event()
        self._worker: threading.Thread | None = None
        replace_build_of_serve(self.build)
        vars(serve)[PREVIEW] = self

    def _age_of_hook(self) -> int:
        return (self._root / "macros" / "mkdocs" / "hook.py").stat().st_mtime_ns

    @contextmanager
    def _tolerant(self) -> Iterator[None]:
        """Turns a failure into a page of problems; in strict mode, a warning too."""
        messages, before = self._warnings, len(self._warnings)
        heard, logger = _Warnings(messages), logging.getLogger("mkdocs")
        logger.addHandler(heard)
        try:
            yield
        except (Exception, SystemExit) as error:
            if isinstance(error, BuildError):
                log.error(str(error))
            problems = tuple(problems_of(error, messages))
            if not isinstance(error, MkDocsException):
                log.error("\n".join(map(str, problems)))
            self._problems = problem_page(problems)
            self._stop.set()
        else:
            # A build that started in the meantime counts its own warnings.
            if self._is_strict and messages is self._warnings and len(messages) > before:
                failure = MkDocsException("Warnings are problems in strict mode.")
                self._problems = problem_page(tuple(problems_of(failure, messages)))
        finally:
            logger.removeHandler(heard)

    def build(self, config: MkDocsConfig, **_: object) -> None:
        """Starts a build (in place of `mkdocs.commands.build.build`).

        Args:
            config: The configuration.
        """
        if not self._builds:
            self._host = config.dev_addr.host
            check_port(*config.dev_addr)
        self.rest()
        with self._lock:
            self._builds += 1
            folder = Path(config.site_dir)
            # A request can still read from the previous folder, but not from the one before.
            shutil.rmtree(folder / str(self._builds - 2), ignore_errors=True)
            config.site_dir = str(folder / str(self._builds))
            self._pending, self._work, self._problems, self._warnings = None, None, None, []
            self._is_strict = bool(config.strict)
            with self._tolerant():
                from macros.mkdocs.pending import PendingBuild
                from macros.rendering.work_list import WorkList

                self._pending = PendingBuild(config)
                self._work = WorkList(self._pending.tasks, urlsplit(config.site_url or "/").path)
        self._begin()

    def _begin(self) -> None:
        """Starts to make the remaining pages in the background, if there is a server to show them."""
        if self._server and self._pending:
            self._stop, self._asked = threading.Event(), threading.Event()
            self._worker = threading.Thread(
                target=self._complete, args=(self._server, self._pending, self._stop), daemon=True
            )
            self._worker.start()

    def _complete(self, server: LiveReloadServer, pending: PendingBuild, stop: threading.Event) -> None:
        self._asked.wait(FIRST_REST)
        pieces = pending.remaining()
        while not stop.is_set():
            # Requests come first. A lock alone would mostly go back to the thread that has just released it.
            while self._asked.is_set() and not stop.is_set():
                self._asked.clear()
                stop.wait(REST)
            with self._lock:
                if stop.is_set():
                    return
                before, is_done = self._problems, False
                with self._tolerant():
                    is_done = next(pieces, True) is True
                if self._problems != before:
                    reload_browsers(server)
                if is_done:
                    return

    def rest(self) -> None:
        """Stops the background work."""
        self._stop.set()
        self._asked.set()
        if self._worker:
            self._worker.join()
        self._worker = None

    def watch(self, server: LiveReloadServer) -> None:
        """Sets up a server, after the first build and before the first request."""
        self._server = server
        watch_closely(server, LOOK_EVERY)
        wait_briefly(server, EDITS_REST_FOR)
        server.builder = partial(self._rebuild, server.builder)
        server.set_app(partial(self.answer, server))
        self._begin()

    def _rebuild(self, build: Callable[[], None]) -> None:
        self.rest()
        if self._age_of_hook() != self._hook_age:
            # Otherwise MkDocs keeps the old hook.
            self._hook_age = self._age_of_hook()
            forget_hook()
        self._warnings = []
        with self._tolerant():
            build()

    def answer(self, server: LiveReloadServer, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answers a request (WSGI, PEP 3333)."""
        if refused := refusal(environ, self._host):
            return refused.send(environ, start_response)
        if environ["PATH_INFO"].startswith("/livereload/"):
            return server.serve_request(environ, start_response)
        return self._answer(server, environ).send(environ, start_response)

    def _answer(self, server: LiveReloadServer, environ: Environ) -> Answer:
        address = address_of(environ, server.mount_path)
        if address is None:
            return redirect(server.mount_path) if environ["PATH_INFO"] == "/" else Answer("404 Not Found")
        epoch = epoch_when_built(server)
        if address.startswith(SEARCH) and self._worker:
            # The search needs every page. This ends with the last page, or with the next edit, which reloads the browser.
            self._worker.join()
        name = f"{address}index.html" if not address or address.endswith("/") else address
        self._asked.set()
        with self._lock:
            before = self._problems
            body = self._content(name)
            if self._problems != before:
                reload_browsers(server)
            if not name.endswith(".html"):
                if body is not None:
                    return Answer("200 OK", body, content_type(name))
                if name.startswith(SEARCH):
                    return Answer("503 Service Unavailable")
                if self._pending and self._pending.has(f"{address}/index.html"):
                    return redirect(f"{server.mount_path}{address}/")
            if self._problems is not None and name.endswith(".html"):
                status, body = "503 Service Unavailable", self._problems.encode()
            elif body is not None:
                status, body = "200 OK", self._work.added_to(body) if self._work else body
            else:
                status, body = "404 Not Found", self._content("404.html") or b"There is no such file."
            return html(status, with_reload_script(server, body, epoch))

    def _content(self, address: str) -> bytes | None:
        """The file at an address from the root of the site. It is made now if it does not exist yet."""
        if self._pending is None:
            return None
        path = None
        if self._problems is None or not address.endswith(".html"):
            with self._tolerant():
                path = self._pending.file(address)
        return path.read_bytes() if path else None
