from __future__ import annotations

import pytest

from macros.problems.problem import Place
from macros.problems.task import Step, Task, in_order, left_to_do


def task(step: Step, line: int = 1) -> Task:
    return Task(Place("seeds/gaps.yml", line, 1), "gap one", "it is not finished", step=step)


def test_tasks_are_in_the_order_of_the_work_and_then_of_the_file() -> None:
    tasks = [task(Step.STORY, 1), task(Step.PASSAGES, 9), task(Step.PASSAGES, 2), task(Step.PASSAGES, 9)]
    found = in_order(tasks)
    assert [(one.step, one.place.line) for one in found] == [
        (Step.PASSAGES, 2),
        (Step.PASSAGES, 9),
        (Step.STORY, 1),
    ]


def test_a_task_is_shown_as_a_problem_is() -> None:
    assert str(task(Step.STORY, 7)) == "seeds/gaps.yml:7:1: gap one: it is not finished"


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ([], "Nothing is left to do: the dossier may be published."),
        ([Step.STORY], "1 thing is left to do; the dossier may be published."),
        ([Step.STORY, Step.USES], "2 things are left to do; the dossier may be published."),
        ([Step.WORDS], "1 thing is left to do before the dossier may be published."),
        ([Step.WORDS, Step.GUESSES], "2 things are left to do before the dossier may be published."),
        ([Step.WORDS, Step.USES], "2 things are left to do, 1 of them before the dossier may be published."),
    ],
)
def test_one_line_says_how_much_is_left_and_whether_the_dossier_may_be_published(steps: list[Step], line: str) -> None:
    assert left_to_do(task(step) for step in steps) == line
