"""How `mkdocs serve` starts and ends, in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import DOSSIERS, ROOT


def _hear_interrupts() -> None:
    """A shell that starts the tests in the background makes its children ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def serve(port: int, temporary: Path) -> subprocess.Popen[str]:
    environment = {
        **os.environ, "DOSSIER_SEEDS": str(DOSSIERS / "minimal" / "seeds"), "NO_MKDOCS_2_WARNING": "1",
        "TMPDIR": str(temporary),
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        preexec_fn=_hear_interrupts,
    )  # fmt: skip


def test_a_port_in_use_is_one_line_that_says_how_to_choose_another(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = serve(port, tmp_path)
        output, _ = run.communicate(timeout=60)
    assert run.returncode == 1
    assert output == (
        f"Cannot serve on 127.0.0.1:{port}: Address already in use. "
        f"Choose another port: nox -s serve -- -a localhost:{port + 1}\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_server_cleanly_and_leaves_nothing(sent: signal.Signals, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    run = serve(port, tmp_path)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and run.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{port}/").close()
        except URLError:
            time.sleep(0.1)
        else:
            break
    run.send_signal(sent)
    try:
        output, _ = run.communicate(timeout=60)
    finally:
        run.kill()  # a server that does not end would outlive the tests
    assert (run.returncode, output) == (0, "")
    assert list(tmp_path.iterdir()) == []
