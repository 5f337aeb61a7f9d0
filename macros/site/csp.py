"""The inline scripts that a page may run: hashes for its Content-Security-Policy.

The policy is in the template of the page's head. That template gets the hashes from the text of the scripts themselves, never
from the finished page, which may contain a script that somebody else wrote (W3C, *Content Security Policy Level 3*, section
2.3.1).
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def script_hashes(html: str) -> str:
    """The sources of a policy that allow the inline scripts of a template.

    Args:
        html: What the template has rendered: script elements without attributes.
    """
    digests = (sha256(script.encode()).digest() for script in _SCRIPT.findall(html))
    return " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)
