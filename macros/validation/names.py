"""Finds the actors of a dossier in narrative: whom a text names, who speaks in it, and who refuses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from macros.evidence.cue_words import CueWords
from macros.models.actor import Actor
from macros.models.typography import capital_first

_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_FEWEST_LETTERS = 2


def names_of(actor: Actor) -> frozenset[str]:
    """Every recorded name of an actor, without an article. What is too short to be a name is left out."""
    names = (actor.name, actor.short, *actor.metonyms, *actor.spellings)
    plain = (_ARTICLE.sub("", name) for name in names)
    return frozenset(name for name in plain if sum(map(str.isalpha, name)) >= _FEWEST_LETTERS)


def _as_written(name: str) -> tuple[str, str]:
    """A name as it stands in and at the start of a sentence. "The keeper" is the keeper; "the Post" is not a post."""
    return name, capital_first(name)


class Names:
    """Finds the actors of a dossier in a text, by any of their recorded names, with or without an article."""

    def __init__(self, actors: Iterable[Actor], words: CueWords) -> None:
        """Prepares the patterns for all names.

        Args:
            actors: The actors.
            words: The word lists of the language.
        """
        self._actors: dict[str, set[str]] = {}
        for actor in actors:
            for written in (form for name in names_of(actor) for form in _as_written(name)):
                self._actors.setdefault(written, set()).add(actor.id)
        # The longest name first, so that a name that contains another one is found whole.
        spelt = sorted(self._actors, key=lambda name: (-len(name), name))
        names = "|".join(map(re.escape, spelt)) or "(?!)"
        one = rf"(?<!\w)({names})"
        apposition = r"(?:, [^,.;:]{1,80},)?"
        self._name = re.compile(rf"{one}(?:[’']s?)?(?!\w)")
        self._before = re.compile(rf"(?<!\w)(?:{words.not_speaking})(?: the)? $", re.IGNORECASE)
        self._after = re.compile(rf"[’']s? (?!own |(?:\w+ )?(?:{words.view}|of)\b)")
        self._speaker = (
            re.compile(rf"{one}(?!\w){apposition} (?:also |now |then )?(?i:{words.speech})(?!\w)"),
            re.compile(rf"{one} (?:and|or) (?:the )?(?:{names}) (?i:{words.speech})(?!\w)"),
            re.compile(rf"(?<!\w)(?i:{words.before_a_speaker}) (?:the )?{one}(?!\w)"),
            re.compile(rf"(?<!\w)(?i:{words.inverted}) (?:the )?{one}(?!\w)"),
            re.compile(rf"{one}[’']s? (?:own )?(?i:{words.view}|spokes\w+)(?!\w)"),
        )
        self._refuser = re.compile(rf"{one}(?!\w){apposition} (?:has |had )?(?i:{words.refusing})(?!\w)")

    def _called(self, found: Iterable[str]) -> Iterator[set[str]]:
        return (self._actors[name] for name in found)

    def in_text(self, text: str) -> frozenset[str]:
        """Ids of the actors that a text names."""
        return frozenset(actor for called in self._called(self._name.findall(text)) for actor in called)

    def as_speakers(self, text: str) -> frozenset[str]:
        """Ids of the actors that a text names as somebody who can speak: not "about Name", not "Name’s rival"."""
        found = (
            one[1]
            for one in self._name.finditer(text)
            if not self._before.search(text[: one.start()]) and not self._after.match(text, one.end(1))
        )
        return frozenset(actor for called in self._called(found) for actor in called)

    def speaking_in(self, text: str) -> list[set[str]]:
        """For each name that has a word of saying beside it, the ids of the actors with this name."""
        return [called for pattern in self._speaker for called in self._called(pattern.findall(text))]

    def refusing_in(self, text: str) -> list[set[str]]:
        """For each name that has a verb of not taking part beside it, the ids of the actors with this name."""
        return list(self._called(self._refuser.findall(text)))
