"""MkDocs-macros adapter: one macro for each kind of page, which leaves a mark; `macros.mkdocs` renders what it names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Registers the macros (called by mkdocs-macros-plugin).

    Args:
        env: The plugin.
    """
    # Imported here, so that an error in a view does not keep the page that reports it from being imported.
    from macros.mkdocs.marks import mark
    from macros.rendering.pages import NAMES

    register: Callable[[Callable[..., str], str], object] = env.macro
    for name in NAMES:
        register(partial(mark, name), name)


def on_pre_page_macros(env: MacrosPlugin) -> None:
    """Fills in a hand-written page (called by mkdocs-macros-plugin).

    Args:
        env: The plugin.
    """
    from macros.mkdocs.hand_written import fill_in

    fill_in(env)
