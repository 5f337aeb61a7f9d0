"""A live server in this process: what `mkdocs serve` makes, without a port and without a watcher."""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from tests.site.building import modules_kept

URL = "http://127.0.0.1:8000/"

# MkDocs puts the build into a module that does not export it, so no type is known.
serve: Any = importlib.import_module("mkdocs.commands.serve")


class Reply(NamedTuple):
    """What a server answers."""

    status: str
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Live:
    """A server and what an editor does with it."""

    def __init__(self, project: Path, site: Path, **settings: Any) -> None:
        self._project, self._settings = project, settings
        self.site = site
        self._first = first = self.config()
        first.plugins.on_startup(command="serve", dirty=False)
        self.preview = vars(serve)["dossier_preview"]
        self.server = LiveReloadServer(self._build, "127.0.0.1", 0, str(site))
        self._build(first)
        first.plugins.on_serve(self.server, config=first, builder=self._build)

    def config(self) -> MkDocsConfig:
        """The configuration in force."""
        # Any free port: other tests, or somebody at this machine, may use the default one.
        settings = {"dev_addr": "127.0.0.1:0", **self._settings}
        config = load_config(str(self._project / "mkdocs.yml"), site_dir=str(self.site), **settings)
        config.site_url = URL
        return config

    def _build(self, config: MkDocsConfig | None = None) -> None:
        serve.build(config or self.config(), serve_url=URL, dirty=False)

    def rebuild(self) -> None:
        """Does what the server does after an edit."""
        self.server.builder()

    def close(self) -> None:
        """Does what MkDocs does at the end."""
        self._first.plugins.on_shutdown()
        gc.unfreeze()
        self.server.server_close()

    def finish(self) -> None:
        """Waits until all pages are made, or a mistake is found."""
        self.get("/search/entries.json")

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        """Asks for a path."""
        status: list[str] = []
        given: dict[str, str] = {}

        def start_response(line: str, pairs: list[tuple[str, str]]) -> None:
            status.append(line)
            given.update(pairs)

        application: Any = self.server.get_app()
        result = application({"REQUEST_METHOD": method, "PATH_INFO": path, **headers}, start_response)
        body = b"".join(result)
        getattr(result, "close", lambda: None)()
        return Reply(status[0], given, body)


@contextmanager
def live(project: Path, site: Path, **settings: Any) -> Iterator[Live]:
    """A live server until the block ends."""
    build = serve.build
    with modules_kept():
        made = Live(project, site, **settings)
        try:
            yield made
        finally:
            made.close()
            serve.build = build
            del serve.dossier_preview
