"""The answers of a live server (WSGI, PEP 3333): which requests are allowed, and what the server sends."""

from __future__ import annotations

import mimetypes
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import quote

Environ: TypeAlias = "dict[str, Any]"
StartResponse: TypeAlias = "Callable[[str, list[tuple[str, str]]], object]"

_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".gz": "application/gzip"}
"""Types that are missing or different in the tables of some systems."""

_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})


@dataclass(frozen=True)
class Answer:
    """An answer to a request."""

    status: str
    body: bytes = b""
    content_type: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = field(default=())

    def send(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Sends the answer. An answer to HEAD has no body.

        Args:
            environ: The request.
            start_response: The function that takes the status and the headers.
        """
        headers = [("Content-Type", self.content_type), ("Content-Length", str(len(self.body))), *self.headers]
        start_response(self.status, headers)
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [self.body]


def html(status: str, body: bytes) -> Answer:
    """A page.

    Args:
        status: The status of the answer.
        body: The page.
    """
    return Answer(status, body, "text/html; charset=utf-8")


def content_type(path: str) -> str:
    """The type of a file, by its name.

    Args:
        path: The name.
    """
    suffix = posixpath.splitext(path)[1].lower()
    kind = _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def refusal(environ: Environ, host: str) -> Answer | None:
    """The answer to a request that is refused; None if the request is allowed.

    Another site that is open in the browser can point its own name to this machine (DNS rebinding), and then read a dossier
    that is not published yet. Its requests contain its name in the header `Host`.

    Args:
        environ: The request.
        host: The name or address on which the server listens.
    """
    if environ.get("REQUEST_METHOD", "GET") not in {"GET", "HEAD"}:
        return Answer("405 Method Not Allowed", b"Only GET and HEAD.\n", headers=(("Allow", "GET, HEAD"),))
    asked = environ.get("HTTP_HOST", host).lower()
    name = asked if asked.endswith("]") else asked.rpartition(":")[0] or asked
    if name not in _THIS_MACHINE | {host.lower(), f"[{host.lower()}]"}:
        return Answer("421 Misdirected Request", b"This server answers only to its own name.\n")
    return None


def address_of(environ: Environ, mount_path: str) -> str | None:
    """The address of a request from the root of the site, such as `tracks/x/`; None if it is outside.

    Args:
        environ: The request.
        mount_path: The path at which the site is mounted, with slashes at both ends.
    """
    path: str = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
    if not f"{path}/".startswith(mount_path):
        return None
    inner = path[len(mount_path) :]
    clean = posixpath.normpath(f"/{inner}").lstrip("/")
    return f"{clean}/" if clean and inner.endswith("/") else clean


def redirect(path: str) -> Answer:
    """An answer that leads to another path of the server.

    Args:
        path: The path.
    """
    return Answer("302 Found", headers=(("Location", quote(path)),))
