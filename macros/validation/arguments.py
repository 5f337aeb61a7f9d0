"""Arguments: no circles, and a conclusion that something supports."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from macros.loading.problem import Problem
from macros.models.argument import Relation
from macros.validation.checked import Checked


def no_argument_goes_in_a_circle(checked: Checked) -> Iterator[Problem]:
    """No statement supports itself through other statements."""
    for argument in checked.dossier.arguments:
        graph: TopologicalSorter[str] = TopologicalSorter()
        for inference in argument.inferences:
            graph.add(inference.conclusion, *inference.premises)
        try:
            graph.prepare()
        except CycleError as circle:
            ring = list(reversed(circle.args[1]))
            index = next(
                i
                for i, step in enumerate(argument.inferences)
                if step.conclusion in ring and set(step.premises) & set(ring)
            )
            message = f"the argument goes in a circle: {' → '.join(ring)}"
            yield checked.problem(argument, message, "inferences", index, "premises")


def the_argument_is_its_speakers(checked: Checked) -> Iterator[Problem]:
    """Whoever makes the argument is the one who states its conclusion."""
    for argument in checked.dossier.arguments:
        conclusion = checked.dossier.statement.get(argument.conclusion)
        if conclusion and conclusion.source in checked.dossier.source:
            outlet = checked.dossier.source[conclusion.source].publisher
            speaker = conclusion.chain[-1].speaker if conclusion.chain else outlet
            if speaker != argument.speaker:
                message = f"its conclusion '{conclusion.id}' is said by '{speaker}', not by '{argument.speaker}'"
                yield checked.problem(argument, message, "speaker")


def the_conclusion_is_supported(checked: Checked) -> Iterator[Problem]:
    """Some inference supports the conclusion of the argument."""
    for argument in checked.dossier.arguments:
        supported = {step.conclusion for step in argument.inferences if step.relation is Relation.SUPPORT}
        if argument.conclusion not in supported:
            yield checked.problem(
                argument, f"no inference supports the conclusion '{argument.conclusion}'", "conclusion"
            )
