"""Whether a server of this process shows the pages. Other modules are imported again when the code changes; MkDocs is not."""

from __future__ import annotations

from mkdocs.commands import serve

PREVIEW = "dossier_preview"
"""Where the preview in force is kept, in the module that serves."""


def is_served() -> bool:
    """Whether a server of this process shows the pages."""
    return PREVIEW in vars(serve)
