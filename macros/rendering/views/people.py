"""Who's who: everybody in the base layer, with the passages in which each of them speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.evidence.naming import is_written
from macros.models.actor import Actor, ActorKind, Part, Role
from macros.models.dossier import Dossier
from macros.models.kinds import pages_of
from macros.models.source import Passage, Source
from macros.models.statement import Statement

_INSTITUTIONS = (ActorKind.INSTITUTION, ActorKind.STATE)


PassagesBySource = tuple[tuple[Source, tuple[Passage, ...]], ...]
"""Sources, each with some of its passages, at most one for each paragraph."""


@dataclass(frozen=True)
class Person:
    """An entry of who's who.

    Attributes:
        actor: The actor.
        role: The role of the actor on the as-of date.
        in_source: The names of places by which a source calls the actor.
        also_called: Other names of places by which it is called, which may be in no source.
        also_written: Other spellings of its name, which may be in no source.
        speaks_for: The actor for whom this one speaks.
        pages: The addresses of its own pages, by its part.
        members: Those who belong to it.
        groups: The groups to which it belongs.
        published: The sources of the base layer that the actor published.
        reports: The passages in which the actor, as the publisher, cites nobody else.
        speaks: The passages that give what the actor said.
        relates: The passages in which the actor reports what others said.
    """

    actor: Actor
    role: Role | None
    in_source: tuple[str, ...]
    also_called: tuple[str, ...]
    also_written: tuple[str, ...]
    speaks_for: Actor | None
    pages: dict[Part, str]
    members: tuple[Actor, ...]
    groups: tuple[Actor, ...]
    published: tuple[Source, ...]
    reports: PassagesBySource
    speaks: PassagesBySource
    relates: PassagesBySource


@dataclass(frozen=True)
class PeopleView:
    """Who's who."""

    people: tuple[Person, ...]
    groups: tuple[Person, ...]
    unnamed: tuple[Person, ...]
    institutions: tuple[Person, ...]


def _passages_by_source(dossier: Dossier, statements: Iterable[Statement]) -> PassagesBySource:
    found: dict[str, dict[int | None, Passage]] = {}
    for statement in statements:
        passage = dossier.main_passage(statement)
        found.setdefault(statement.source, {}).setdefault(passage.paragraph, passage)
    return tuple(
        (s, tuple(passage for _, passage in sorted(found[s.id].items(), key=lambda item: item[0] or 0)))
        for s in dossier.base_layer
        if s.id in found
    )


def _person(dossier: Dossier, actor: Actor) -> Person:
    speaks = [s for s in dossier.statements if actor in dossier.speakers_of(s)]
    own = {s.id for s in speaks}
    relates = [s for s in dossier.statements if s.id not in own and any(actor.id in together for together in s.path)]
    in_source = tuple(name for name in actor.metonyms if is_written(dossier, name))
    return Person(
        actor=actor,
        role=actor.role_on(dossier.cover.as_of),
        in_source=in_source,
        also_called=tuple(name for name in actor.metonyms if name not in in_source),
        also_written=tuple(name for name in actor.spellings if name not in in_source),
        speaks_for=dossier.actor[actor.of] if actor.of else None,
        pages=pages_of(actor),
        members=tuple(dossier.actor[name] for name in actor.members),
        groups=tuple(group for group in dossier.actors if actor.id in group.members),
        published=tuple(source for source in dossier.base_layer if source.publisher == actor.id),
        reports=_passages_by_source(dossier, (s for s in speaks if not s.chain)),
        speaks=_passages_by_source(dossier, (s for s in speaks if s.chain)),
        relates=_passages_by_source(dossier, relates),
    )


def people(dossier: Dossier) -> PeopleView:
    """Everybody in the base layer, in the editor's order: people, groups, those whom no source names, states and institutions."""
    in_base_layer = {source.publisher for source in dossier.base_layer}
    in_base_layer |= {name for statement in dossier.statements for together in statement.path for name in together}
    everybody = [_person(dossier, a) for a in dossier.actors if a.part != (Part.OUTLET,) or a.id in in_base_layer]
    return PeopleView(
        people=tuple(person for person in everybody if person.actor.kind is ActorKind.PERSON),
        groups=tuple(person for person in everybody if person.actor.kind is ActorKind.GROUP),
        unnamed=tuple(person for person in everybody if person.actor.is_unnamed),
        institutions=tuple(person for person in everybody if person.actor.kind in _INSTITUTIONS),
    )
