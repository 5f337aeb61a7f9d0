"""Links between pages that work below any host path."""

from __future__ import annotations

import posixpath


def relative(target: str, page: str) -> str:
    """A link from one page to another, relative so that the site can live below any path.

    Args:
        target: Address from the root of the site, perhaps with an anchor, as `tracks/x/#y`.
        page: Address of the page that contains the link, such as `argument/`; empty for the home page.
    """
    path, mark, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    step = posixpath.relpath(f"/{path}", f"/{page}")
    step = "./" if step == "." else step + ("/" if path.endswith("/") or not path else "")
    return f"{step}{mark}{anchor}"
