"""A desk at which an editor sits: a copy of the project, its live server, a browser window."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.conftest import DOSSIERS, ROOT

PATIENCE = 60_000
"""Milliseconds after which a page that has not changed never will. What is slow is measured by `nox -s bench`."""


class Desk:
    """A copy of the project, its live server, and a browser window that nobody reloads by hand."""

    def __init__(self, folder: Path, seeds: Path = DOSSIERS / "tiny" / "seeds") -> None:
        self.folder = folder
        for name in ("macros", "docs"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(seeds, folder / "seeds")
        shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        self.log = folder / "serve.log"
        self.server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("DOSSIER_SEEDS", None)
        with self.log.open("wb") as log:
            self.server = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{self.port}"],
                cwd=self.folder, env=environment, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            assert self.server.poll() is None, self.log.read_text(encoding="utf-8")
            try:
                urlopen(f"{self.address}livereload/0/0").close()  # noqa: S310
            except URLError:
                time.sleep(0.1)
            else:
                return
        raise TimeoutError(self.log.read_text(encoding="utf-8"))

    def change(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, file
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def stop(self) -> None:
        if self.server:
            self.server.send_signal(signal.SIGINT)  # as an editor stops it, so that it tidies up
            try:
                self.server.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self.server.kill()  # a shell that started us in the background keeps interrupts from our children
                self.server.wait()
