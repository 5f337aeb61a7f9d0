"""The page that a live server shows in place of every other page if the site cannot be built.

It must work even if other code is broken. So it imports neither the dossier nor the views, and reads its template only once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Template

from macros.problems.excerpt import excerpt
from macros.problems.problem import Problem, printable
from macros.rendering.environment import new_environment


@cache
def _template() -> Template:
    environment = new_environment(auto_reload=False)
    environment.filters["printable"] = printable
    environment.globals["excerpt"] = excerpt
    return environment.get_template("pages/problems.html.j2")


def problem_page(problems: Sequence[Problem]) -> str:
    """Renders a whole HTML document that lists problems.

    Args:
        problems: The problems, in order.
    """
    return _template().render(problems=problems)
