from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from macros.models.dossier import Dossier
from tests import links
from tests.conftest import DOSSIERS


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status = int(self.path.strip("/"))
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/200")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Keeps the test's output clean."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_each_state_is_reported(host: str) -> None:
    named = {f"{host}/{status}": ("some-source",) for status in (200, 301, 404, 410, 403)}
    named["http://127.0.0.1:9/"] = ("other-source",)  # nothing listens on the discard port
    found = links.findings(named)
    assert [one.state for one in found] == ["working", "moved", "gone", "gone", "turned away", "no answer"]
    report = links.report(found)
    assert report[0] == f"moved: {host}/301 (some-source) to {host}/200"
    assert report[1] == f"gone: {host}/404 (some-source) status 404"
    assert report[-1] == "6 addresses: 1 working, 1 moved, 2 gone, 1 turned away, 1 no answer"


def test_without_a_network_there_is_one_line_and_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(links, "request", lambda _: (links.State.NO_ANSWER, "no route"))
    assert links.main([str(DOSSIERS / "tiny" / "seeds")]) == 0
    assert capsys.readouterr().out == "no network: none of 6 addresses answered\n"


def test_every_source_is_requested(shipped: Dossier) -> None:
    assert {source.url for source in shipped.sources} < set(links.addresses(shipped))
