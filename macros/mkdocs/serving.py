"""State of the server of this process. It is kept in a module of MkDocs, because ours are imported again after an edit."""

from __future__ import annotations

import errno
import os
import socket

from mkdocs.commands import serve

PREVIEW = "dossier_preview"
"""The name under which the current preview is kept in `mkdocs.commands.serve`."""

SEARCH = "search/"
"""The folder whose files are written last, because the search needs every page. Every page requests one of them."""


def is_served() -> bool:
    """Whether this process runs a server."""
    return PREVIEW in vars(serve)


def check_port(host: str, port: int) -> None:
    """Ends the process with one line if a server cannot listen.

    Args:
        host: The name or address.
        port: The port.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        # Python adds the address to the reason. If a name is not found, the number is negative and not one of the system.
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        # The first 1,024 ports often need rights that another number does not; 65,535 is the last.
        other = port + 1 if 1024 <= port < 65535 else 8000
        is_port = error.errno in {errno.EADDRINUSE, errno.EACCES}
        advice = "Choose another port" if is_port else "Choose an address of this machine"
        raise SystemExit(
            f"Cannot serve on {host}:{port}: {reason}. {advice}: nox -s serve -- -a localhost:{other}"
        ) from None
