from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from macros.site.csp import PLACE, with_script_hashes


def source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("scripts", "allowed"),
    [
        ("<script>start(1)</script>", source("start(1)")),
        ("<script>\n  a < b && c;\n</script>", source("\n  a < b && c;\n")),
        ("<script>a</script><p>text</p><script>b</script>", f"{source('a')} {source('b')}"),
        ("<script>a</script><script>a</script>", source("a")),
        ('<script type="module">a</script>', source("a")),
        ('<script src="a.js"></script>', ""),
        ('<script type="application/json">{"a": 1}</script>', ""),
        ("<p>no script</p>", ""),
        ("<SCRIPT>a</SCRIPT >", source("a")),
        ("<!-- <script> --><script>a</script>", source("a")),
        ("<!-- <script>a</script> -->", ""),
        ('<a title="<script>">x</a><script>a</script>', source("a")),
        ("<style>/*<script>*/</style><script>a</script>", source("a")),
        ('<script data-x="</script>">a</script>', source("a")),
        (
            '<script>a = "<!--"</script><script>b</script>',
            f"{source('a = ' + chr(34) + '<!--' + chr(34))} {source('b')}",
        ),
    ],
)
def test_a_policy_allows_exactly_the_scripts_of_its_page(scripts: str, allowed: str) -> None:
    page = f"<meta content='script-src {PLACE}'>{scripts}"
    assert with_script_hashes(page) == f"<meta content='script-src {allowed}'>{scripts}"
