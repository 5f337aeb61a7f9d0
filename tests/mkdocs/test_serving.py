from __future__ import annotations

import socket

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
