"""A mistake in the data, with its place and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Place:
    """A place in a seed file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        place: Where it stands.
        record: Which record it belongs to, as "event granada"; empty where the file itself is wrong.
        message: What is wrong.
        hint: What was probably meant; empty where we have no good guess.
    """

    place: Place
    record: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        record = f"{self.record}: " if self.record else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place.file}:{self.place.line}:{self.place.column}: {record}{self.message}{hint}"


class DossierError(Exception):
    """A dossier that cannot be published; its text lists all problems, one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or lists the choices where there are few."""
    choices = sorted(set(known))
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if 0 < len(choices) <= 8:
        return f"one of: {', '.join(choices)}"
    return ""
