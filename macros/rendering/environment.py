"""The Jinja environments of our own templates: everything from a record is escaped, and an undefined name raises.

This module imports neither records nor views, so an error in one of them cannot break the page that reports it.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined

TEMPLATES = Path(__file__).parent.parent / "templates"


def new_environment(*, bytecode_cache: BytecodeCache | None = None, auto_reload: bool = True) -> Environment:
    """Makes an environment for the templates below `macros/templates`.

    Args:
        bytecode_cache: The store of compiled templates, if there is one.
        auto_reload: Whether a template that changes is read again.
    """
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=bytecode_cache,
        auto_reload=auto_reload,
    )
