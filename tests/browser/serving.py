"""Serves a built site as a real host would: compressed, typed, below a path, with the site's own error page."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json", ".xml": "application/xml"}
_COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml")
_ERROR_PAGE = "404.html"


@cache
def _packed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    """Answers with files of one folder."""

    protocol_version = "HTTP/1.1"
    folder: Path
    below: str

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self._file(path)
        if file is not None and file.is_dir():
            self._redirect(f"{path}/")
        elif file is not None:
            self._send(file, HTTPStatus.OK)
        else:
            self._send(self.folder / _ERROR_PAGE, HTTPStatus.NOT_FOUND)

    do_HEAD = do_GET  # noqa: N815  # http.server calls it so

    def _file(self, path: str) -> Path | None:
        """The file that an address names; a folder where the address lacks its closing slash."""
        if not path.startswith(self.below):
            return None
        file = (self.folder / path.removeprefix(self.below)).resolve()
        if not file.is_relative_to(self.folder):
            return None
        file = file / "index.html" if path.endswith("/") else file
        return file if file.exists() else None

    def _redirect(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, file: Path, status: HTTPStatus) -> None:
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        packs = kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _packed(file, file.stat().st_mtime_ns) if packs else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache" if file.suffix == ".html" else "max-age=31536000")
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        """Says nothing; a failed request shows in the test that made it."""


class Served:
    """A folder on a free port of this machine; the folder may be filled after the port is known.

    Attributes:
        folder: What is served.
        address: Where the site's home page stands, with a closing slash.
    """

    def __init__(self, folder: Path, below: str = "/explainer/") -> None:
        self.folder = folder
        handler = type("_Bound", (_Handler,), {"folder": folder.resolve(), "below": below})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://localhost:{self._server.server_port}{below}"

    @contextmanager
    def running(self) -> Iterator[Served]:
        """Answers requests until the block ends."""
        thread = Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()
