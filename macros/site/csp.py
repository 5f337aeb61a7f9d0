"""The inline scripts that a page may run: hashes for its Content-Security-Policy.

The policy itself is in the template of the page's head. The hashes can be computed only on the finished page, because the
scripts contain the address of the page (W3C, *Content Security Policy Level 3*, section 2.3.1).
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

PLACE = "script-hashes-of-this-page"
"""The text that the template writes in place of the hashes."""


_TAG = r"""(?:"[^"]*"|'[^']*'|[^>"'])*+>"""
_PIECE = re.compile(
    rf"<!--.*?-->|<(style|textarea|title)\b{_TAG}.*?</\1\s*>|(<script\b{_TAG}.*?</script\s*>)|<[a-z]{_TAG}",
    re.DOTALL | re.IGNORECASE,
)
"""A script, or something that can contain the text of a script tag but is not a script. This is faster than parsing the page."""


class _InlineScripts(HTMLParser):
    """Gathers the inline scripts of a page. Blocks of data do not run, so they are not scripts."""

    def __init__(self) -> None:
        super().__init__()
        self._runs = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._runs = tag == "script" and "src" not in given and given.get("type") in (None, "text/javascript", "module")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the signature is that of HTMLParser
        self._runs = False

    def handle_data(self, data: str) -> None:
        if self._runs:
            self.found.append(data)


def with_script_hashes(html: str) -> str:
    """Writes the hashes of a page's own scripts into its policy.

    Args:
        html: The whole page, with `PLACE` in its policy.
    """
    scripts = _InlineScripts()
    scripts.feed("".join(found[2] for found in _PIECE.finditer(html) if found[2]))
    scripts.close()
    hashes = dict.fromkeys(b64encode(sha256(script.encode()).digest()).decode() for script in scripts.found)
    return html.replace(PLACE, " ".join(f"'sha256-{digest}'" for digest in hashes))
