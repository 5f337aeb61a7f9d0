from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.models.web_address import WebAddress, shown_host


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a?b=c#d",
        "http://x.example",
        "https://x.example:8443/",
        "https://ünï.example/é",
        "https://пример.рф/статья",
        "https://例え.example/%E8%A8%98%E4%BA%8B",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://web.archive.org/web/2023/https://x.example/a",
        "https://X.Example/",
        "https://straße.example/17/",
        "https://xn--strae-oqa.example/",
        "https://x.example/caf%E9/",
        "https://x.example/%E2%9D%A4%EF%B8%8F",
        "https://x.example/a,b(c)'d;e@f",
    ],
)
def test_web_addresses_are_accepted(address: str) -> None:
    assert TypeAdapter(WebAddress).validate_python(address) == address


SPACES = "an address must not contain spaces, quotes, brackets or control characters"
NO_HOST = "an address must start with https:// or http:// and contain a host"
INVALID = "the host or the port of the address is not valid; a port is at most 65535"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("javascript:alert(1)", NO_HOST),
        ("JaVaScRiPt:alert(1)", NO_HOST),
        ("data:text/html,x", NO_HOST),
        ("//x.example", NO_HOST),
        ("/path", NO_HOST),
        ("x.example", NO_HOST),
        ("https://", NO_HOST),
        ("https:///path", NO_HOST),
        ("ftp://x.example", NO_HOST),
        ("mailto:a@b.example", NO_HOST),
        ("https://x.example/a b", SPACES),
        ("https://x.example/\na", SPACES),
        ("java\tscript:alert(1)", SPACES),
        ('https://x.example/"onclick=', SPACES),
        ("https://x.example/<b>", SPACES),
        ("https://x.example/a\N{NO-BREAK SPACE}b", SPACES),
        ("https://xn--a.example/", "'xn--a' is not the name of a host"),
        ("https://x.example\\@evil.example", SPACES),
        (
            "https://www.herald.example:x@evil.example/",
            "what stands before the @ is a user name; the host is 'evil.example'",
        ),
        (
            "https://www.herald.example@evil.example/",
            "what stands before the @ is a user name; the host is 'evil.example'",
        ),
        (
            "https://user:password@x.example/",
            "what stands before the @ is a user name; the host is 'x.example'",
        ),
        ("https://0x7f.1/", "'0x7f.1' is a number; write the name of the host"),
        ("https://0x7f000001/", "'0x7f000001' is a number; write the name of the host"),
        ("https://127.0.0.1/", "'127.0.0.1' is a number; write the name of the host"),
        ("https://2130706433/", "'2130706433' is a number; write the name of the host"),
        ("https://[::1]/", "'::1' is a number; write the name of the host"),
        ("https://[::1/", INVALID),
        ("https://x.example:99999/", INVALID),
        ("https://x.example:0/", "0 is not a port"),
        ("https://x.example:abc/", INVALID),
        ("https://localhost/", "'localhost' is not the name of a host"),
        ("https://x..example/", "'x..example' is not the name of a host"),
        ("https://-x.example/", "'-x.example' is not the name of a host"),
        ("https://x%2eexample.org/", "'x%2eexample.org' is not the name of a host"),
        ("https://♥‎.example/", "the address contains U+200E (LEFT-TO-RIGHT MARK), which readers cannot see"),
        ("https://é\u0301\u0301---.example/", "'é\u0301\u0301---.example' is not the name of a host"),
        ("https://ｘ.example/", "'ｘ.example' is written with unusual characters; type it again"),
        ("https://herаld.example/", "'herаld.example' mixes letters of several alphabets, which imitates another host"),
        (
            "https://xn--herld-6ve.example/",
            "'xn--herld-6ve.example' mixes letters of several alphabets, which imitates another host",
        ),
        (
            "https://x.example/a\u202eb",
            "the address contains U+202E (RIGHT-TO-LEFT OVERRIDE), which readers cannot see",
        ),
        (
            "https://x.example/a%E2%80%AEb",
            "the address contains U+202E (RIGHT-TO-LEFT OVERRIDE), which readers cannot see",
        ),
    ],
)
def test_an_address_that_hides_something_is_refused_with_the_reason(address: str, reason: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(WebAddress).validate_python(address)
    assert refused.value.errors()[0]["msg"] == f"Value error, {reason}"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.herald.example/17", "herald.example"),
        ("https://пример.рф/", "пример.рф"),
        ("https://ünï.example/", "ünï.example"),
        ("https://пример.example/", "xn--e1afmkfd.example"),
    ],
)
def test_a_host_with_letters_of_two_alphabets_is_shown_as_punycode(address: str, shown: str) -> None:
    assert shown_host(address) == shown
