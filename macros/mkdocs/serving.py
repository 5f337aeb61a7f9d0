"""What is known of a server of this process. Other modules are imported again when the code changes; MkDocs is not."""

from __future__ import annotations

import socket

from mkdocs.commands import serve

PREVIEW = "dossier_preview"
"""Where the preview in force is kept, in the module that serves."""


def is_served() -> bool:
    """Whether a server of this process shows the pages."""
    return PREVIEW in vars(serve)


def check_port(host: str, port: int) -> None:
    """Ends the process with one line where a server cannot listen.

    Args:
        host: The name or address.
        port: The port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise SystemExit(
            f"Cannot serve on {host}:{port}: {error.strerror}. Choose another port: nox -s serve -- -a localhost:{port + 1}"
        ) from None
