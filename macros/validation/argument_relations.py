"""Checks of how the parts of an argument are connected: no circles, no loose ends, and relations to things of the right kind."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from macros.models.argument import Argument, Exclusion, Relation
from macros.models.references import named_by
from macros.problems.problem import Problem
from macros.validation.arguments import steps
from macros.validation.context import CheckContext


def no_argument_goes_in_a_circle(context: CheckContext) -> Iterator[Problem]:
    """No claim and no step supports itself through others. Rivals may attack each other, so only support counts."""
    for argument in context.dossier.arguments:
        graph: TopologicalSorter[str] = TopologicalSorter()
        for inference in argument.inferences:
            if inference.relation is Relation.SUPPORT:
                # The conclusion can be a step, so in the graph a step comes between its premises and its conclusion.
                graph.add(inference.conclusion, inference.id)
                graph.add(inference.id, *inference.premises)
        try:
            graph.prepare()
        except CycleError as circle:
            yield _circle(context, argument, list(reversed(circle.args[1])))


def _circle(context: CheckContext, argument: Argument, found: list[str]) -> Problem:
    names = {step.id for step in argument.inferences}
    # Show the circle from claim to claim, as a reader sees it, and its steps if they are what closes it.
    claims = [name for name in found if name not in names]
    ring = claims if len(set(claims)) > 1 else found
    ring = ring if ring[0] == ring[-1] else [*ring, ring[0]]
    index = next(i for i, step in enumerate(argument.inferences) if {step.id, *step.premises} & set(ring))
    return context.problem(argument, f"the argument is circular: {' → '.join(ring)}", "inferences", index, "premises")


def relations_have_targets_of_the_right_kind(context: CheckContext) -> Iterator[Problem]:
    """Claims are supported or attacked; steps are supported or undercut by other steps."""
    for argument, index, inference in steps(context):
        target = inference.conclusion
        is_step = target in context.dossier.inference
        if inference.relation is Relation.UNDERCUT and (kind := _kind_of_claim(context, target)):
            message = f"is {kind}; only a step can be undercut"
            hint = "name the step that it casts doubt on, or write relation: attack"
        elif inference.relation is Relation.ATTACK and is_step:
            message, hint = "is a step; only a claim can be attacked", "write relation: undercut, or name a claim"
        elif target == inference.id:
            message, hint = "is the step itself", "name another step, or a claim"
        else:
            continue
        yield context.problem(argument, f"'{target}' {message}", "inferences", index, "conclusion", hint=hint)


def _kind_of_claim(context: CheckContext, name: str) -> str:
    """Whether a name is that of a claim, in words; empty if it is not, or if the record is invalid."""
    if name in context.dossier.statement:
        return "a statement"
    return "an unstated claim" if name in context.dossier.unstated else ""


def every_step_leads_somewhere(context: CheckContext) -> Iterator[Problem]:
    """The conclusion of a step is used in the argument, is the main conclusion, or is marked with `beside: yes`."""
    for argument, index, inference in steps(context):
        leads_on = inference.conclusion in _used_in(argument) or inference.conclusion in context.dossier.inference
        if not argument.aim_of(inference):
            message = f"inference {inference.id} leads nowhere: it is about steps that are about it"
            yield context.problem(
                argument, message, "inferences", index, "conclusion", hint="name another step, or a claim"
            )
        elif not leads_on and not inference.beside:
            message = f"inference {inference.id} leads nowhere: nothing uses '{inference.conclusion}'"
            hint = "use it as a premise, or write beside: yes"
            yield context.problem(argument, message, "inferences", index, "conclusion", hint=hint)
        elif leads_on and inference.beside:
            message = f"inference {inference.id} has 'beside: yes', but its conclusion '{inference.conclusion}' is used"
            yield context.problem(argument, message, "inferences", index, "beside")


def _used_in(argument: Argument) -> set[str]:
    """The claims of an argument that lead on: premises, the main conclusion, and what excludes other claims."""
    premises = {name for step in argument.inferences for name in step.premises}
    return premises | {argument.conclusion} | {name for one in argument.oppositions for name in one.claims}


def an_argument_uses_its_own_parts(context: CheckContext) -> Iterator[Problem]:
    """An argument names no step and no unstated claim of another argument, and uses each of its unstated claims."""
    dossier = context.dossier
    for argument in dossier.arguments:
        own = {part.id for part in (*argument.inferences, *argument.unstated)}
        for _, path, name in named_by(argument):
            if name not in own and (name in dossier.inference or name in dossier.unstated):
                kind = "a step" if name in dossier.inference else "an unstated claim"
                yield context.problem(argument, f"'{name}' is {kind} of another argument", *path)
        for index, claim in enumerate(argument.unstated):
            if claim.id not in argument.claims:
                yield context.problem(
                    argument, f"nothing uses the unstated claim '{claim.id}'", "unstated", index, "id"
                )


def oppositions_are_of_pairs(context: CheckContext) -> Iterator[Problem]:
    """Only two claims are contradictory, and a pair of claims is given once."""
    for argument in context.dossier.arguments:
        seen: set[frozenset[str]] = set()
        for number, one in enumerate(argument.oppositions):
            here = ("oppositions", number)
            if one.kind is Exclusion.CONTRADICTORY and len(one.claims) != 2:
                hint = "write kind: contrary if at most one of them is true"
                yield context.problem(argument, "only two claims can be contradictory", *here, "claims", hint=hint)
            pairs = set(map(frozenset, one.pairs))
            if pairs & seen:
                yield context.problem(argument, "two of these claims are already in an opposition", *here, "claims")
            seen |= pairs
