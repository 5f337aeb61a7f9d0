"""A mistake in the data, with its place and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

MOST_CHOICES = 12
"""Of more words a hint does not tell all."""

LONGEST_NAME = 80
"""Longer texts are cut in messages; no id and no word of ours is longer."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a seed file; line and column count from 1, and `width` characters are meant."""

    file: str
    line: int
    column: int
    width: int = field(default=1, compare=False)


@dataclass(frozen=True, order=True, slots=True)
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

    @property
    def what(self) -> str:
        """What is wrong, with the record and the hint but without the place."""
        record = f"{self.record}: " if self.record else ""
        hint = f" ({self.hint})" if self.hint else ""
        return printable(f"{record}{self.message}{hint}")

    def __str__(self) -> str:
        return f"{printable(self.place.file)}:{self.place.line}:{self.place.column}: {self.what}"


class DossierError(Exception):
    """A dossier that cannot be published; its text lists all problems, one a line, the most basic first."""

    def __init__(self, *stages: Iterable[Problem]) -> None:
        """Puts the problems in order; what a place is told for once is not told again by a later step.

        Args:
            stages: Problems that were found at one step each; those of an early step may explain later ones.
        """
        told: dict[Problem, None] = {}  # an ordered set
        for stage in stages:
            places = {problem.place for problem in told}
            told |= dict.fromkeys(problem for problem in sorted(stage) if problem.place not in places)
        self.problems = tuple(told)
        super().__init__("\n".join(map(str, self.problems)))


def printable(text: str) -> str:
    """Text that no terminal obeys: control characters and the like are written as escapes."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def shortened(text: str) -> str:
    """As much of a text as a message needs to name it."""
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known word, or lists the choices where there are few."""
    choices = sorted(set(known))
    word = word[:LONGEST_NAME]
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if 0 < len(choices) <= MOST_CHOICES:
        return f"one of: {', '.join(choices)}"
    return ""
