"""The outline of an argument: each point with the steps for and against it, as nested lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.argument import Argument
from macros.rendering.views.argument_points import Point
from macros.rendering.views.argument_steps import Step


@dataclass(frozen=True)
class OutlineStep:
    """A step in the outline.

    Attributes:
        step: The step.
        grounds: The entries of its premises.
        about: The steps that support or undercut it.
    """

    step: Step
    grounds: tuple[OutlineEntry, ...]
    about: tuple[OutlineStep, ...]


@dataclass(frozen=True)
class OutlineEntry:
    """An entry of the outline: a point of the argument, with the steps for or against it.

    Attributes:
        point: The point.
        steps: Each step that leads to the point. Empty if an earlier entry of the outline shows these steps.
        shown_in: The first of these steps if an earlier entry shows them, otherwise None.
    """

    point: Point
    steps: tuple[OutlineStep, ...]
    shown_in: Step | None


class Outline:
    """Makes the entries of an outline. A point and a step are shown in full where they first occur."""

    def __init__(self, known_points: dict[str, Point], steps: tuple[Step, ...]) -> None:
        self._points = known_points
        self._steps = steps
        self._seen: set[str] = set()

    def _leading_to(self, name: str) -> list[Step]:
        return [step for step in self._steps if step.inference.conclusion == name]

    def _step(self, step: Step) -> OutlineStep:
        self._seen.add(step.inference.id)
        grounds = tuple(self.entry(premise) for premise in step.inference.premises)
        about = [other for other in self._leading_to(step.inference.id) if other.inference.id not in self._seen]
        return OutlineStep(step, grounds, tuple(self._step(other) for other in about))

    def entry(self, name: str) -> OutlineEntry:
        """The entry of a point, with the steps that lead to it."""
        leading, is_repeated = self._leading_to(name), name in self._seen
        self._seen.add(name)
        steps = () if is_repeated else tuple(self._step(step) for step in leading)
        return OutlineEntry(self._points[name], steps, leading[0] if leading and is_repeated else None)

    def rest(self, names: Iterable[str]) -> tuple[OutlineEntry, ...]:
        """The entries of the points among some names that no earlier entry shows."""
        return tuple(self.entry(name) for name in names if name in self._points and name not in self._seen)


def ends(argument: Argument) -> list[str]:
    """Ids of the conclusions that may be outside the main line, those first that lead no further."""
    excluding = {name for one in argument.oppositions for name in one.claims}
    steps = sorted(argument.inferences, key=lambda step: (not step.beside, step.conclusion not in excluding))
    return [step.conclusion for step in steps]
