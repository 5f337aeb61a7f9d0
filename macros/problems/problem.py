"""A problem in the data: its place, what is wrong, and the likely fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

MOST_CHOICES = 12
"""A hint lists at most this many names that editors chose."""

MOST_PLACES = 12
"""A problem lists at most this many other places where the same is wrong."""

NEAR = 0.75
"""From this likeness on (`difflib`), a word is probably a misspelt known one: "helt", "held". A smaller one suggests "argued" for
"accused", which is another word."""

LONGEST_NAME = 80
"""Longer texts are cut in messages. No id and no word of the data format is longer."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a seed file. Line and column count from 1; `width` is the number of wrong characters."""

    file: str
    line: int
    column: int
    width: int = field(default=1, compare=False)


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One line of a report about the data: something that is wrong (`Problem`) or not finished (`Task`).

    Attributes:
        place: Where it is.
        record: The record it belongs to, such as "event granada"; empty if it belongs to a whole file.
        message: What is wrong, or what is missing.
        hint: The likely fix, or what to do; empty if there is no good guess.
    """

    place: Place
    record: str
    message: str
    hint: str = ""

    @property
    def what(self) -> str:
        """The message with the record and the hint, but without the place."""
        record = f"{self.record}: " if self.record else ""
        hint = f" ({self.hint})" if self.hint else ""
        return printable(f"{record}{self.message}{hint}")

    def __str__(self) -> str:
        return f"{printable(self.place.file)}:{self.place.line}:{self.place.column}: {self.what}"


@dataclass(frozen=True, order=True, slots=True)
class Problem(Finding):
    """One thing that is wrong. No page is made until it is fixed."""


class DossierError(Exception):
    """A dossier that cannot be published. Its text lists all problems, one per line, the most basic first."""

    def __init__(self, *stages: Iterable[Problem]) -> None:
        """Orders the problems. If an early stage reports a place, later stages do not report it again.

        Args:
            stages: The problems of each stage, in order. Problems of an early stage can cause later ones.
        """
        reported: dict[Problem, None] = {}  # an ordered set
        for stage in stages:
            places = {problem.place for problem in reported}
            fresh = [problem for problem in sorted(stage) if problem.place not in places]
            reported |= dict.fromkeys(_one_for_each_cause(fresh))
        self.problems = tuple(reported)
        super().__init__("\n".join(map(str, self.problems)))


def _one_for_each_cause(problems: Iterable[Problem]) -> Iterator[Problem]:
    """One problem in place of several that say the same of other records, with all their places."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.message, problem.hint), []).append(problem)
    for (_, hint), (first, *others) in alike.items():
        places = dict.fromkeys(f"{one.place.file}:{one.place.line}" for one in others if one.place != first.place)
        yield replace(first, hint="; ".join(filter(None, (hint, _also(list(places))))))


def _also(places: list[str]) -> str:
    """Where else something is wrong in the same way."""
    if not places:
        return ""
    more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    where = "1 other place" if len(places) == 1 else f"{len(places)} other places"
    return f"and in {where}: {', '.join(places[:MOST_PLACES])}{more}"


def printable(text: str) -> str:
    """A text that is safe to print: control characters and the like are written as escapes."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def shortened(text: str) -> str:
    """A text, cut to the length that fits into a message."""
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 1]}…"


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that somebody probably meant; empty if none is near."""
    return next(iter(get_close_matches(word[:LONGEST_NAME], sorted(set(known)), n=1, cutoff=NEAR)), "")


def did_you_mean(word: str, known: Iterable[str], most: int = MOST_CHOICES) -> str:
    """A hint that names the nearest known word, or lists the choices if there are few.

    Args:
        word: What was written.
        known: What can be written.
        most: At most this many choices are listed.
    """
    choices = sorted(set(known))
    if near := nearest(word, choices):
        return f"did you mean '{near}'?"
    if 0 < len(choices) <= most:
        return f"one of: {', '.join(choices)}"
    return ""
