from __future__ import annotations

import pytest

from macros.mkdocs.answers import Answer, address_of, content_type, refusal


@pytest.mark.parametrize(
    "host", ["localhost:8000", "LOCALHOST", "127.0.0.1:1", "[::1]:8000", "[::1]", "desk.lan:8000", "desk.lan"]
)
def test_the_own_names_of_a_server_may_be_asked(host: str) -> None:
    assert refusal({"HTTP_HOST": host}, "desk.lan") is None


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "localhost.evil.example", "", "[::2]:8000"])
def test_a_foreign_name_is_refused(host: str) -> None:
    # Another site in the same browser could give its name the address of this machine (DNS rebinding).
    answer = refusal({"HTTP_HOST": host}, "localhost")
    assert answer is not None
    assert answer.status == "421 Misdirected Request"


def test_an_address_given_for_the_server_may_be_asked() -> None:
    assert refusal({"HTTP_HOST": "[fd00::7]:8000"}, "fd00::7") is None
    assert refusal({"HTTP_HOST": "192.168.0.7:8000"}, "192.168.0.7") is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_changed(method: str) -> None:
    answer = refusal({"REQUEST_METHOD": method, "HTTP_HOST": "localhost"}, "localhost")
    assert answer is not None
    assert answer.status == "405 Method Not Allowed"
    assert ("Allow", "GET, HEAD") in answer.headers


def test_the_answer_to_head_has_the_headers_and_no_body() -> None:
    sent: list[list[tuple[str, str]]] = []
    answer = Answer("200 OK", b"text")
    for method, body in (("GET", [b"text"]), ("HEAD", [])):
        assert list(answer.send({"REQUEST_METHOD": method}, lambda _, headers: sent.append(headers))) == body
    assert sent[0] == sent[1]
    assert ("Content-Length", "4") in sent[0]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("/", None), ("/x/", ""), ("/x", ""), ("/x/tracks/a/", "tracks/a/"), ("/x/a.css", "a.css"),
        ("/x/../../etc/passwd", "etc/passwd"), ("/x/..%2f", "..%2f"), ("/xyz", None), ("/x//a//", "a/"),
    ],
)  # fmt: skip
def test_an_address_lies_below_the_mount_path(path: str, address: str | None) -> None:
    assert address_of({"PATH_INFO": path}, "/x/") == address


@pytest.mark.parametrize(
    ("path", "kind"),
    [("a.js", "text/javascript; charset=utf-8"), ("a.css", "text/css; charset=utf-8"), ("a.svg", "image/svg+xml"),
     ("sitemap.xml.gz", "application/gzip"), ("a.unknown-kind", "application/octet-stream")],
)  # fmt: skip
def test_a_file_has_the_type_of_its_name(path: str, kind: str) -> None:
    assert content_type(path) == kind
