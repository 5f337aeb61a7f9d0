"""Templates are compiled once, not once a build: a fifth of a build's time, Material's own templates included.

What was compiled is kept below `.cache/`, under a hash of the template's text, so that it can be neither stale nor in the way.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

FOLDER = Path(__file__).parent.parent.parent / ".cache" / "templates"


@cache
def template_cache() -> FileSystemBytecodeCache | None:
    """The store of compiled templates; None where the project cannot be written to."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        probe = FOLDER / "writable"
        probe.touch()
        probe.unlink()
    except OSError:
        return None
    return FileSystemBytecodeCache(str(FOLDER))
