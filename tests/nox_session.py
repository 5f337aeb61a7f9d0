"""Stands in for nox: the sessions of `noxfile.py` run for real, but install nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from nox.command import CommandFailed
from nox.command import run as run_as_nox_does

import noxfile


class Session:
    """Stands in for nox's session: Python programs run from this environment, other programs only leave a note."""

    def __init__(self, folder: Path, *posargs: str) -> None:
        self.posargs = posargs
        self.env: dict[str, str] = {}
        self.commands: list[tuple[str, ...]] = []
        self.messages: list[str] = []
        self._folder = folder

    def run(self, *command: str, **options: Any) -> object:
        self.commands.append(command)
        if command[0] != "mkdocs":
            return True
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **self.env}
        return run_as_nox_does([sys.executable, "-m", *command], env=environment, **options)

    def log(self, message: str) -> None:
        self.messages.append(message)

    def error(self, message: str) -> NoReturn:
        raise CommandFailed(message)

    def create_tmp(self) -> str:
        return str(self._folder)


def install_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps sessions from installing packages, and removes the variables that change a build."""
    monkeypatch.setattr(noxfile, "install", lambda *_: None)
    for name in ("SOURCE_DATE_EPOCH", "DOSSIER_SEEDS", "SITE_URL", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)
