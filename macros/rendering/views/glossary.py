"""The glossary: terms in alphabetical order."""

from __future__ import annotations

from dataclasses import dataclass

from macros.models.dossier import Dossier
from macros.models.statement import Statement
from macros.models.term import Term
from macros.models.typography import folded


@dataclass(frozen=True)
class GlossaryEntry:
    """A term with the statements that use it."""

    term: Term
    statements: tuple[Statement, ...]


def glossary(dossier: Dossier) -> tuple[GlossaryEntry, ...]:
    """Terms in alphabetical order."""
    ordered = sorted(dossier.terms, key=lambda term: folded(term.term)[0])
    return tuple(GlossaryEntry(term, tuple(dossier.statement[name] for name in term.statements)) for term in ordered)
