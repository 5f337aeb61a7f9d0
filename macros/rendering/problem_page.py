"""The page that a live server shows in place of every other while the site cannot be built.

It stands apart from the other pages: whatever is broken, this one must show. So it has an environment of its own, and
knows neither the dossier nor the views.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from macros.problems.excerpt import excerpt
from macros.problems.problem import Problem, printable

TEMPLATES = Path(__file__).parent.parent / "templates"


@cache
def _template() -> Template:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # read once, while it is whole
    )
    made.filters["printable"] = printable
    made.globals["excerpt"] = excerpt
    return made.get_template("pages/problems.html.j2")


def problem_page(problems: Sequence[Problem]) -> str:
    """Renders a whole HTML document that lists problems.

    Args:
        problems: The problems, in order.
    """
    return _template().render(problems=problems)
