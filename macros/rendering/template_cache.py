"""Keeps compiled templates between builds, including those of Material. Compiling takes a fifth of a build.

The cache in `.cache/` uses a hash of the text of a template as its key, so a changed template is compiled again.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import FileSystemBytecodeCache

FOLDER = Path(__file__).parent.parent.parent / ".cache" / "templates"


@cache
def template_cache() -> FileSystemBytecodeCache | None:
    """The store of compiled templates; None if the project folder is not writable."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        probe = FOLDER / "writable"
        probe.touch()
        probe.unlink()
    except OSError:
        return None
    return FileSystemBytecodeCache(str(FOLDER))
