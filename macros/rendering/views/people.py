"""Who's who: everybody in the base layer, with the places where each of them speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor, ActorKind, Part, Role
from macros.models.dossier import Dossier
from macros.models.source import Passage, Source
from macros.models.statement import Statement

_PEOPLE = (ActorKind.PERSON, ActorKind.GROUP)


Heard = tuple[tuple[Source, tuple[Passage, ...]], ...]
"""Sources with passages of theirs, one for each paragraph."""


@dataclass(frozen=True)
class Person:
    """An actor with its office at the date, and where it is heard to speak or to relate what others said."""

    actor: Actor
    role: Role | None
    speaks_for: Actor | None
    speaks: Heard
    relates: Heard


@dataclass(frozen=True)
class PeopleView:
    """Who's who."""

    people: tuple[Person, ...]
    institutions: tuple[Person, ...]


def _heard(dossier: Dossier, statements: Iterable[Statement]) -> Heard:
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
    in_chain = [s for s in dossier.statements if any(level.speaker == actor.id for level in s.chain)]
    outlet = [s for s in dossier.statements if not s.chain and dossier.source[s.source].publisher == actor.id]
    speaks = [s for s in (*in_chain, *outlet) if dossier.speaker_of(s).id == actor.id]
    spoken = {s.id for s in speaks}
    return Person(
        actor=actor,
        role=actor.role_on(dossier.cover.as_of),
        speaks_for=dossier.actor[actor.of] if actor.of else None,
        speaks=_heard(dossier, speaks),
        relates=_heard(dossier, (s for s in in_chain if s.id not in spoken)),
    )


def people(dossier: Dossier) -> PeopleView:
    """Everybody in the base layer, persons apart from states and institutions, in the editor's order."""
    heard = {source.publisher for source in dossier.base_layer}
    heard |= {level.speaker for statement in dossier.statements for level in statement.chain}
    everybody = [_person(dossier, a) for a in dossier.actors if a.part is not Part.OUTLET or a.id in heard]
    return PeopleView(
        people=tuple(person for person in everybody if person.actor.kind in _PEOPLE),
        institutions=tuple(person for person in everybody if person.actor.kind not in _PEOPLE),
    )
