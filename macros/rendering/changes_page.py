"""The page that shows a reviewer what an edit changes, with the old and the new sentence side by side."""

from __future__ import annotations

from macros.problems.problem import printable
from macros.rendering.environment import new_environment


def changes_page(report: object) -> str:
    """Renders a whole HTML document. It loads nothing, so that it can be attached to a message.

    Args:
        report: What has changed (`macros.desk.changes.report`).
    """
    environment = new_environment()
    environment.filters["printable"] = printable
    return environment.get_template("pages/changes.html.j2").render(report=report)
