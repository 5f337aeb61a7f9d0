"""What the sources do not say, what nobody has established, and which passages are unclear."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.base import IdentifiedRecord, Nothing
from macros.models.dossier import Dossier
from macros.models.gap import Gap
from macros.models.source import NoteKind, Passage, Source
from macros.models.statement import Statement


@dataclass(frozen=True)
class NotedPassage:
    """A passage that is ambiguous or contains a slip."""

    source: Source
    passage: Passage


@dataclass(frozen=True)
class OpenQuestion:
    """A gap with the records on whose pages it is shown, and the statements that come closest to an answer."""

    gap: Gap
    about: tuple[IdentifiedRecord, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class UnknownsView:
    """The page of open questions.

    Attributes:
        silent: Questions to which the sources give no answer.
        unknown: Questions that nobody has answered.
        unclear: Ambiguous passages.
        slips: Passages that contain a slip.
    """

    silent: tuple[OpenQuestion, ...]
    unknown: tuple[OpenQuestion, ...]
    unclear: tuple[NotedPassage, ...]
    slips: tuple[NotedPassage, ...]


def _noted(dossier: Dossier, kind: NoteKind) -> tuple[NotedPassage, ...]:
    return tuple(
        NotedPassage(source, passage)
        for source in dossier.base_layer
        for passage in source.passages
        if any(note.kind is kind for note in passage.notes)
    )


def unknowns(dossier: Dossier) -> UnknownsView:
    """The gaps by kind of nothing, and the passages that are ambiguous or contain a slip."""
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
