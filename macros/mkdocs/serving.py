"""What is known of a server of this process. Other modules are imported again when the code changes; MkDocs is not."""

from __future__ import annotations

import os
import socket

from mkdocs.commands import serve

PREVIEW = "dossier_preview"
"""Where the preview in force is kept, in the module that serves."""

SEARCH_INDEX = "search/search_index.json"
"""What is written last, for it needs every page. Material's script fetches it wherever a page is opened."""


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
        # Python adds the address to the reason; the numbers of names that are not found are negative, and not the system's.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise SystemExit(
            f"Cannot serve on {host}:{port}: {reason}. Choose another port: nox -s serve -- -a localhost:{port + 1}"
        ) from None
