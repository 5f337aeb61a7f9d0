"""Checks of actors: what can be said of a group, and of somebody whom the source does not name."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.actor import ActorKind
from macros.models.kinds import pages_of
from macros.problems.problem import Problem
from macros.validation.context import CheckContext


def an_unnamed_actor_has_neither_role_nor_page(context: CheckContext) -> Iterator[Problem]:
    """Who is not named has no office and no page of their own; what the source says of them is a description."""
    for actor in context.dossier.actors:
        if not actor.is_unnamed:
            if actor.described:
                hint = "write a role, or kind: unnamed"
                yield context.problem(actor, "only an unnamed actor has 'described'", "described", hint=hint)
            continue
        if actor.roles:
            hint = "write what the source says of them in 'described'"
            yield context.problem(actor, "an unnamed actor has a role", "roles", hint=hint)
        for part in pages_of(actor):
            hint = "write another kind, or set 'of' to the actor for whom they speak"
            yield context.problem(actor, f"an unnamed actor has a page as a {part}", "part", hint=hint)


def only_a_group_has_members(context: CheckContext) -> Iterator[Problem]:
    """Members are of a group, and nobody is a member of himself."""
    for actor in context.dossier.actors:
        if actor.members and actor.kind is not ActorKind.GROUP:
            hint = "write kind: group, or remove them"
            yield context.problem(actor, f"it has members, but its kind is '{actor.kind}'", "members", hint=hint)
        for index, name in enumerate(actor.members):
            if name == actor.id:
                yield context.problem(actor, "it is a member of itself", "members", index)
