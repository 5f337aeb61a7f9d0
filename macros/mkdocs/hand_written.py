"""Hand-written pages: their Jinja, and the places of their lines.

By itself, mkdocs-macros writes an error into the page, or ends the process. This module renders the page with the same
environment before the plugin does, and raises errors with the line of the page.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError
from mkdocs.utils import meta

from macros.mkdocs.failures import LocatedError, described, shown_path
from macros.problems.problem import Place, Problem

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page
    from mkdocs_macros.plugin import MacrosPlugin

_TEMPLATE = "<template>"
"""The file name that Jinja gives to a template without a file."""


def file_of(page: Page) -> str:
    """The file of a page, as problems show it; if it has no file, its name below `docs/`."""
    path = page.file.abs_src_path
    return shown_path(path) if path else page.file.src_uri


def place_in(page: Page, line: int) -> Place:
    """The place of a line of a page, in its file.

    Args:
        page: The page.
        line: The line, counted from 1 below the front matter.
    """
    source = page.file.content_string
    text, _ = meta.get_data(source)
    above = source.removesuffix(text).count("\n")
    return Place(file_of(page), above + line, 1)


def _title_line(page: Page) -> int:
    """The line of the title, counted from 1 below the front matter, so it is 0 or negative."""
    lines = page.file.content_string.splitlines()
    number = next((number for number, line in enumerate(lines, 1) if line.startswith("title:")), 1)
    return number - place_in(page, 0).line


def _failed_line(error: Exception) -> int:
    """The line of the page on which an error occurred."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 1 for frame in frames if frame.filename == _TEMPLATE), 1)


def _rendered(env: MacrosPlugin, text: str, first_line: int) -> str:
    if not env.has_j2(text):
        return text
    try:
        return env.env.from_string(text).render({**env.variables, **env.page.meta})
    except Exception as error:
        place = place_in(env.page, first_line + _failed_line(error) - 1)
        raise LocatedError([Problem(place, "", described(error))]) from error


def fill_in(env: MacrosPlugin) -> None:
    """Renders the Jinja of the current page, so that mkdocs-macros does not.

    Args:
        env: The plugin, which contains the page.

    Raises:
        LocatedError: An error in the page, with its line.
    """
    page = env.page
    if page.meta.get("render_macros") is not False:
        env.markdown = _rendered(env, env.markdown, 1)
        if page.title:
            page.title = _rendered(env, str(page.title), _title_line(page))
    # The plugin has nothing left to do.
    page.meta["render_macros"] = False
