"""The YAML language server that VS Code and other editors run, for tests: what an editor is offered and told."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

PROGRAM = Path(__file__).parent / "editor" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))


def is_installed() -> bool:
    """Whether the server can be started."""
    return PROGRAM.is_file() and shutil.which("node") is not None


class LanguageServer:
    """A running server, spoken to as an editor does (Language Server Protocol 3.17 over standard input and output)."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._sent = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
            },
            "workspace": {"configuration": True},
        }
        self._ask("initialize", {"processId": None, "rootUri": ROOT.as_uri(), "capabilities": capabilities})
        self._tell("initialized", {})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._write({"method": method, "params": parameters})

    def _serve(self, message: dict[str, Any]) -> None:
        """Answers what the server asks, and keeps what it reports."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            sections = (item.get("section", "") for item in message["params"]["items"])
            self._write({"id": message["id"], "result": [self._section(section) for section in sections]})
        elif "id" in message and "method" in message:
            self._write({"id": message["id"], "result": None})

    def _section(self, name: str) -> dict[str, Any]:
        """A section of the settings that stand in `.vscode`, as the tree that the server expects."""
        tree: dict[str, Any] = {}
        for key, value in SETTINGS.items():
            section, _, rest = key.partition(".")
            if section == name and rest:
                *steps, last = rest.split(".")
                inner = tree
                for step in steps:
                    inner = inner.setdefault(step, {})
                inner[last] = value
        return tree

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        self._sent += 1
        self._write({"id": self._sent, "method": method, "params": parameters})
        while (message := self._read()).get("id") != self._sent or "method" in message:
            self._serve(message)
        return message["result"]

    def open(self, file: Path, text: str) -> str:
        """Opens a file with a text that need not be on the disk, and returns its address."""
        uri = file.as_uri()
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})
        return uri

    def at(self, method: str, file: Path, text: str) -> Any:
        """What a request answers about the place of the mark | in a text."""
        before, _, after = text.partition("|")
        uri = self.open(file, before + after)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self._ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place})

    def completions(self, file: Path, text: str) -> list[dict[str, Any]]:
        """What is offered at the mark | in a text."""
        answer = self.at("completion", file, text)
        items: list[dict[str, Any]] = answer["items"] if isinstance(answer, dict) else answer
        return items

    def hover(self, file: Path, text: str) -> str:
        """What is explained at the mark | in a text."""
        answer = self.at("hover", file, text)
        return str(answer["contents"]["value"]) if answer else ""

    def messages(self, file: Path, text: str) -> list[str]:
        """What is reported about a text."""
        uri = self.open(file, text)
        while uri not in self._diagnostics:
            self._serve(self._read())
        return [str(found["message"]) for found in self._diagnostics.pop(uri)]


@contextmanager
def language_server() -> Iterator[LanguageServer]:
    """Runs the server until the end of the block."""
    with subprocess.Popen(["node", PROGRAM, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield LanguageServer(process)
        finally:
            process.kill()
