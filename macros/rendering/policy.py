"""Which inline scripts a page may run: the hashes that its Content-Security-Policy lists.

The policy itself stands in the template of the page's head. The hashes can be computed only on the finished page, for the
scripts tell where the page stands (W3C, *Content Security Policy Level 3*, section 2.3.1).
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

PLACE = "script-hashes-of-this-page"
"""What the template writes where the hashes belong."""


_ELEMENT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
"""A script element. Nothing else of a page can hold this opening: texts and attributes are escaped."""


class _InlineScripts(HTMLParser):
    """Gathers the scripts that stand in a page; blocks of data, which do not run, are none."""

    def __init__(self) -> None:
        super().__init__()
        self._runs = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._runs = tag == "script" and "src" not in given and given.get("type") in (None, "text/javascript", "module")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # HTMLParser calls it so
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
    scripts.feed("".join(_ELEMENT.findall(html)))
    scripts.close()
    hashes = dict.fromkeys(b64encode(sha256(script.encode()).digest()).decode() for script in scripts.found)
    return html.replace(PLACE, " ".join(f"'sha256-{digest}'" for digest in hashes))
