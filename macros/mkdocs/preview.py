"""What `mkdocs serve` shows while the site cannot be built: the mistakes, in place of every page.

MkDocs by itself ends where the first build fails; where a later one fails, it answers no request until the mistake is
fixed. Neither helps an editor who has just mistyped something. So a failed build counts as a site of one page here,
and the browser reloads as after any other build. This module is kept for the life of the server, as the hook is.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands import serve
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from macros.mkdocs.failures import problems_of
from macros.mkdocs.private import (
    build_of_serve,
    epoch_when_built,
    forget_hook,
    replace_build_of_serve,
    watch_closely,
    with_reload_script,
)
from macros.mkdocs.serving import PREVIEW
from macros.rendering.problem_page import problem_page

log = logging.getLogger("mkdocs.hooks.serving")

LOOK_EVERY = 0.1
"""Seconds between two looks at the watched files, of which there are few; MkDocs looks twice a second."""


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of during one build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class Preview:
    """The pages of a server while they can be built, and the list of mistakes while they cannot."""

    def __init__(self, root: Path) -> None:
        """Takes the first build of `mkdocs serve` over.

        Args:
            root: The folder that holds `mkdocs.yml`.
        """
        self._root = root
        self._mistakes: str | None = None
        self._build = build_of_serve()
        self._hook_age = self._age_of_hook()
        replace_build_of_serve(self._tolerant(self._build))
        vars(serve)[PREVIEW] = self

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
                problems = tuple(problems_of(error, heard.messages))
                self._mistakes = problem_page(problems)
                if not isinstance(error, MkDocsException):
                    log.error("\n".join(map(str, problems)))
            finally:
                logger.removeHandler(heard)

        return built

    def watch(self, server: LiveReloadServer) -> None:
        """Takes a server over, once the first build is done and before the first request."""
        replace_build_of_serve(self._build)
        watch_closely(server, LOOK_EVERY)
        server.builder = self._tolerant(partial(self._rebuild, server.builder))
        server.set_app(partial(self.answer, server))

    def _rebuild(self, build: Callable[[], None]) -> None:
        if self._age_of_hook() != self._hook_age:
            # MkDocs would keep the hook as it was.
            self._hook_age = self._age_of_hook()
            forget_hook()
        build()

    def answer(self, server: LiveReloadServer, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answers a request (WSGI, PEP 3333): mistakes in place of any page, everything else as it is."""
        path = environ["PATH_INFO"]
        if not path.startswith("/livereload/") and path.endswith(("/", ".html")):
            epoch, mistakes = epoch_when_built(server), self._mistakes
            if mistakes is not None:
                body = with_reload_script(server, mistakes.encode(), epoch)
                headers = [("Content-Type", "text/html"), ("Content-Length", str(len(body)))]
                start_response("503 Service Unavailable", headers)
                return [body]
        return server.serve_request(environ, start_response)
