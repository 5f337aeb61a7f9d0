"""Tasks: what is not finished in a dossier. Unfinished is not wrong: pages are made, and the list says what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from macros.problems.problem import Finding


class Step(Enum):
    """The steps of the work on a dossier, in the order in which an editor takes them.

    Attributes:
        heading: What the editor does in this step.
        forbids: Whether the dossier must not be published before the step is done, because a page would show as checked what
            nobody has checked, or leave out a sentence without a reason.
    """

    PASSAGES = "Use each passage and its dates, or say why it is left out", True
    WORDS = "Write what was said", True
    GUESSES = "Confirm what was guessed", True
    QUOTATIONS = "Make the fingerprint, so that quotations are verified", True
    ANSWER = "Answer the question of the dossier", True
    USES = "Use these records, or remove them", False
    POSITIONS = "Record the positions", False
    STORY = "Tell the story", False
    INTRODUCTIONS = "Introduce the pages", False

    def __init__(self, heading: str, forbids: bool) -> None:  # noqa: FBT001  (an Enum passes the values of a member by position)
        self.heading = heading
        self.forbids = forbids


@dataclass(frozen=True, order=True, slots=True, kw_only=True)
class Task(Finding):
    """One thing that is left to do.

    Attributes:
        step: The step of the work to which it belongs.
        address: The page that shows the record, from the root of the site.
    """

    step: Step
    address: str = ""


def in_order(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Tasks in the order of the work, and those of a step in the order of the files."""
    steps = list(Step)
    return tuple(sorted(set(tasks), key=lambda task: (steps.index(task.step), task.place, task.record, task.message)))


def left_to_do(tasks: Iterable[Task]) -> str:
    """How much is left, and whether the dossier may be published, in one line.

    Args:
        tasks: What is left to do.
    """
    found = list(tasks)
    first = sum(task.step.forbids for task in found)
    if not found:
        return "Nothing is left to do: the dossier may be published."
    things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    if not first:
        return f"{things} left to do; the dossier may be published."
    some = f", {first} of them" if first < len(found) else ""
    return f"{things} left to do{some} before the dossier may be published."
