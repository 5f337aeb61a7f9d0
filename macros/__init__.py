"""MkDocs-macros adapter: one macro for each page template, nothing else."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any


def define_env(env: Any) -> None:
    """Registers the page macros (called by mkdocs-macros-plugin).

    Args:
        env: The plugin, which offers `macro`, `page` and `project_dir`; it has no type of its own.
    """
    # Imported here, so that a mistake in a view does not keep the page that tells it from being imported.
    from macros.rendering.blocks import marked
    from macros.rendering.environment import VIEWS, render_page
    from macros.validation.pipeline import current_dossier

    dossier = current_dossier(Path(env.project_dir))

    def page_macro(template: str, *arguments: str) -> str:
        return marked(render_page(dossier, template, env.page.url, *arguments))

    for template in VIEWS:
        env.macro(partial(page_macro, template), template)
