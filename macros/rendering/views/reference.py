"""Pages to look things up: people, glossary, evidence, what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.models.actor import Actor, ActorKind, Role
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
        for s in dossier.sources
        if s.id in found
    )


def _person(dossier: Dossier, actor: Actor) -> Person:
    in_chain = [s for s in dossier.statements if any(level.speaker == actor.id for level in s.chain)]
    outlet = [s for s in dossier.statements if not s.chain and dossier.source[s.source].publisher == actor.id]
    speaks = [s for s in (*in_chain, *outlet) if dossier.speaker_of(s) == actor]
    return Person(
        actor=actor,
        role=actor.role_on(dossier.cover.as_of),
        speaks_for=dossier.actor[actor.of] if actor.of else None,
        speaks=_heard(dossier, speaks),
        relates=_heard(dossier, (s for s in in_chain if s not in speaks)),
    )


def people(dossier: Dossier) -> PeopleView:
    """Everybody, persons apart from states and institutions, in the editor's order."""
    everybody = [_person(dossier, actor) for actor in dossier.actors]
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
class PassageUse:
    """A passage with everything that rests on it."""

    passage: Passage
    statements: tuple[tuple[Statement, tuple[IdentifiedRecord, ...]], ...]


@dataclass(frozen=True)
class Paragraph:
    """The passages of one paragraph; the number is None outside the paragraphs."""

    number: int | None
    uses: tuple[PassageUse, ...]


@dataclass(frozen=True)
class SourceView:
    """A source, passage by passage."""

    source: Source
    publisher: Actor
    paragraphs: tuple[Paragraph, ...]
    used: int
    left_out: int


def _users(dossier: Dossier, statement: Statement) -> tuple[IdentifiedRecord, ...]:
    """The records with an address of their own in which a statement is used."""
    name = statement.id
    positions = [p for p in dossier.positions if name in p.statements]
    actors = {p.actor for p in positions} | {p.toward for p in positions}
    return (
        *(track for track in dossier.tracks if name in track.statements),
        *(event for event in dossier.events if name in (*event.statements, *event.readings)),
        *(actor for actor in dossier.actors if actor.id in actors),
        *(step for _, step in dossier.inferences() if name in (*step.premises, step.conclusion, *step.concedes)),
        *(gap for gap in dossier.gaps if name in gap.statements),
    )


def source(dossier: Dossier, source_id: str) -> SourceView:
    """One source with what the dossier takes from each passage."""
    shown = dossier.source[source_id]
    grouped: dict[int | None, list[PassageUse]] = {}
    for passage in shown.passages:
        uses = tuple((s, _users(dossier, s)) for s in dossier.statements_in(shown, passage))
        grouped.setdefault(passage.paragraph, []).append(PassageUse(passage, uses))
    left_out = sum(1 for passage in shown.passages if passage.left_out)
    return SourceView(
        source=shown,
        publisher=dossier.actor[shown.publisher],
        paragraphs=tuple(Paragraph(number, tuple(uses)) for number, uses in grouped.items()),
        used=len(shown.passages) - left_out,
        left_out=left_out,
    )


@dataclass(frozen=True)
class SourceRow:
    """One line of the list of sources."""

    source: Source
    publisher: Actor
    statements: int


def evidence(dossier: Dossier) -> tuple[SourceRow, ...]:
    """All sources, with how many statements rest on each."""
    count = Counter(statement.source for statement in dossier.statements)
    return tuple(SourceRow(s, dossier.actor[s.publisher], count[s.id]) for s in dossier.sources)


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
        for s in dossier.sources
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
