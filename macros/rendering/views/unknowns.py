"""What the sources do not say, what nobody has established, and what they say unclearly."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.base import IdentifiedRecord, Nothing
from macros.models.dossier import Dossier
from macros.models.gap import Gap
from macros.models.source import NoteKind, Passage, Source
from macros.models.statement import Statement


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
