from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest

from macros.site.csp import script_hashes


def source(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("scripts", "allowed"),
    [
        ("<script>start(1)</script>", source("start(1)")),
        ("<script>\n  a < b && c;\n</script>", source("\n  a < b && c;\n")),
        ("\n<script>a</script>\n\n<script>b</script>\n", f"{source('a')} {source('b')}"),
        ('<script src="a.js"></script>', ""),
        ("", ""),
    ],
)
def test_a_policy_allows_the_scripts_of_a_template(scripts: str, allowed: str) -> None:
    assert script_hashes(scripts) == allowed
