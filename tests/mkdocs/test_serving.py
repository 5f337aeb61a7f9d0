from __future__ import annotations

import errno
import os
import re
import socket
from typing import NoReturn

import pytest

from macros.mkdocs.serving import check_port, is_served


def test_no_server_of_this_process_shows_the_pages() -> None:
    assert not is_served()


def test_a_free_port_is_free_afterwards_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    check_port("127.0.0.1", port)
    check_port("127.0.0.1", port)


def test_a_taken_port_ends_the_process_with_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            SystemExit, match=f"Cannot serve on 127.0.0.1:{port}: Address already in use. Choose another"
        ):
            check_port("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "port", "code", "advice"),
    [
        ("127.0.0.1", 8000, errno.EADDRINUSE, "Choose another port: nox -s serve -- -a localhost:8001"),
        ("127.0.0.1", 65535, errno.EADDRINUSE, "Choose another port: nox -s serve -- -a localhost:8000"),
        ("127.0.0.1", 80, errno.EACCES, "Choose another port: nox -s serve -- -a localhost:8000"),
        (
            "192.0.2.1",
            8000,
            errno.EADDRNOTAVAIL,
            "Choose an address of this machine: nox -s serve -- -a localhost:8001",
        ),
    ],
)
def test_the_advice_fits_the_reason(
    host: str, port: int, code: int, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(socket, "create_server", refuse)
    with pytest.raises(SystemExit, match=re.escape(advice)):
        check_port(host, port)
