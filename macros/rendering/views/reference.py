"""Pages to look things up: people, glossary, evidence, what is not known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor, ActorKind, Part, Role
from macros.models.base import IdentifiedRecord, Nothing
from macros.models.dossier import Dossier
from macros.models.gap import Gap
from macros.models.source import NoteKind, Passage, Source
from macros.models.statement import Statement
from macros.models.term import Term

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


@dataclass(frozen=True)
class GlossaryEntry:
    """A term with the statements that use it."""

    term: Term
    statements: tuple[Statement, ...]


def glossary(dossier: Dossier) -> tuple[GlossaryEntry, ...]:
    """Terms in alphabetical order."""
    ordered = sorted(dossier.terms, key=lambda term: term.term.casefold())
    return tuple(GlossaryEntry(term, tuple(dossier.statement[name] for name in term.statements)) for term in ordered)


@dataclass(frozen=True)
class Unclear:
    """A passage that is unclear or holds a slip."""

    source: Source
    passage: Passage


@dataclass(frozen=True)
class OpenQuestion:
    """A gap with the records on whose pages it shows, and the statements that come nearest."""

    gap: Gap
    about: tuple[IdentifiedRecord, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class UnknownsView:
    """What the sources do not say, what nobody knew, and what they say unclearly."""

    silent: tuple[OpenQuestion, ...]
    unknown: tuple[OpenQuestion, ...]
    unclear: tuple[Unclear, ...]
    slips: tuple[Unclear, ...]


def _noted(dossier: Dossier, kind: NoteKind) -> tuple[Unclear, ...]:
    return tuple(
        Unclear(s, passage)
        for s in dossier.base_layer
        for passage in s.passages
        if any(note.kind is kind for note in passage.notes)
    )


def unknowns(dossier: Dossier) -> UnknownsView:
    """Gaps by kind of nothing, and the passages that can be read in two ways or hold a slip."""
    by_id: dict[str, IdentifiedRecord] = {**dossier.track, **dossier.event, **dossier.actor}
    questions = [
        OpenQuestion(
            gap, tuple(by_id[name] for name in gap.about), tuple(dossier.statement[name] for name in gap.statements)
        )
        for gap in dossier.gaps
    ]
    return UnknownsView(
        silent=tuple(question for question in questions if question.gap.nothing is Nothing.SILENT),
        unknown=tuple(question for question in questions if question.gap.nothing is Nothing.UNKNOWN),
        unclear=_noted(dossier, NoteKind.AMBIGUITY),
        slips=_noted(dossier, NoteKind.SLIP),
    )
