"""Serves a built site like a real host: with compression, media types, a base path and the site's own error page."""

from __future__ import annotations

import gzip
import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Thread
from time import sleep
from urllib.parse import unquote, urlsplit

_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json", ".xml": "application/xml"}
_COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml")
_ERROR_PAGE = "404.html"
_PAUSE = 0.05
"""Seconds between two pieces of a page: enough for the browser to draw what it has."""


@cache
def _packed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    """Serves the files of one folder."""

    protocol_version = "HTTP/1.1"
    folder: Path
    base_path: str
    cut: re.Pattern[bytes] | None

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self._file(path)
        if file is not None and file.is_dir():
            self._redirect(f"{path}/")
        elif file is not None:
            self._send(file, HTTPStatus.OK)
        else:
            self._send(self.folder / _ERROR_PAGE, HTTPStatus.NOT_FOUND)

    do_HEAD = do_GET  # noqa: N815  # the name is http.server's

    def _file(self, path: str) -> Path | None:
        """The file at an address; a folder if the address lacks the final slash."""
        if not path.startswith(self.base_path):
            return None
        file = (self.folder / path.removeprefix(self.base_path)).resolve()
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
        cut = self.cut if file.suffix == ".html" else None
        packs = not cut and kind.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _packed(file, file.stat().st_mtime_ns) if packs else file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache" if file.suffix == ".html" else "max-age=31536000")
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if self.command == "HEAD":
            return
        places = [found.start() for found in cut.finditer(body)] if cut else []
        for start, end in pairwise([0, *places, len(body)]):
            self.wfile.write(body[start:end])
            sleep(_PAUSE if places else 0)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        """Logs nothing; a failed request makes its test fail."""


class Served:
    """Serves a folder on a free port of this machine. The folder can be filled after the port is known.

    Args:
        cut: Where to cut pages into pieces, which are sent one after another, as on a slow line.

    Attributes:
        folder: The folder that is served.
        address: The address of the home page, with a final slash.
    """

    def __init__(self, folder: Path, base_path: str = "/explainer/", cut: re.Pattern[bytes] | None = None) -> None:
        self.folder = folder
        handler = type("_Bound", (_Handler,), {"folder": folder.resolve(), "base_path": base_path, "cut": cut})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://localhost:{self._server.server_port}{base_path}"

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
