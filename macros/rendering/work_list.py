"""The list of what is left to do, which a live server shows in the corner of every page. No build has it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from macros.problems.problem import printable
from macros.problems.task import Task, left_to_do
from macros.rendering.environment import new_environment

_HEAD, _BODY = b"</head>", b"</body>"


class WorkList:
    """What is left to do, ready for every page."""

    def __init__(self, tasks: Sequence[Task], root: str) -> None:
        """Renders the list.

        Args:
            tasks: What is left to do, in the order of the work.
            root: The path of the front page on the server.
        """
        environment = new_environment(auto_reload=False)
        environment.filters["printable"] = printable
        steps = [(step, tuple(found)) for step, found in groupby(tasks, key=lambda task: task.step)]
        made = environment.get_template("parts/work_list.html.j2").render(
            steps=steps, count=len(tasks), line=left_to_do(tasks), root=root
        )
        self._list = made.encode()
        self._style = environment.get_template("parts/work_list.css.j2").render().encode()

    def added_to(self, page: bytes) -> bytes:
        """A page with the list at its end.

        Args:
            page: A whole HTML document.
        """
        if not self._list:
            return page
        styled = page.replace(_HEAD, b"<style>%b</style>%b" % (self._style, _HEAD), 1)
        start = styled.rfind(_BODY)
        return styled if start < 0 else styled[:start] + self._list + styled[start:]
