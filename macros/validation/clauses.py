"""The clauses of a narrative in their surroundings: what each cites, whom its sentence names, whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.evidence.cue_words import CueWords
from macros.models.actor import ActorKind
from macros.models.dossier import Dossier
from macros.models.narrative import Segment, paragraphs_of
from macros.validation.cited import Cited, cited
from macros.validation.names import Names

_LIKE_A_PERSON = (ActorKind.PERSON, ActorKind.GROUP)
_PEOPLE = (ActorKind.PERSON,)
_STATES = (ActorKind.STATE,)


@dataclass(frozen=True)
class Clause:
    """A segment in its surroundings.

    Attributes:
        dossier: The dossier.
        words: The word lists of the language.
        actors: Finds the actors of the dossier.
        segment: The segment.
        cited: The records that it cites.
        so_far: The sentence up to the citation.
        before: The clauses that can introduce whom a pronoun means: the earlier ones of the sentence, or those of the
            sentence before.
        paragraph: The text of the paragraph.
    """

    dossier: Dossier
    words: CueWords
    actors: Names
    segment: Segment
    cited: tuple[Cited, ...]
    so_far: str
    before: tuple[Clause, ...]
    paragraph: str

    @property
    def text(self) -> str:
        """The words of the segment."""
        return self.segment.text

    def chains(self) -> Iterator[tuple[frozenset[str], ...]]:
        """For each record that is said by somebody, the alternatives of speakers."""
        return (one.chains for one in self.cited if all(one.chains))

    @property
    def is_of_reports(self) -> bool:
        """Whether it cites checks or later facts."""
        return any(one.is_report for one in self.cited)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Everybody whose words the cited records hold."""
        return frozenset(name for chains in self.chains() for chain in chains for name in chain)

    @cached_property
    def named(self) -> frozenset[str]:
        """The actors that the sentence names up to here, and who can be its speakers."""
        return self.actors.as_speakers(self.so_far)

    @cached_property
    def antecedents(self) -> frozenset[str]:
        """The actors that a pronoun could mean: the speakers of the clauses before, and others of their kind."""
        speakers = {name for clause in self.before for name in clause.speakers}
        if not speakers:
            return frozenset()
        are_people = any(self.dossier.actor[name].kind in _LIKE_A_PERSON for name in speakers)
        named = {name for clause in self.before for name in clause.actors.in_text(clause.text)}
        rivals = {name for name in named if self.dossier.actor[name].kind in (_PEOPLE if are_people else _STATES)}
        return frozenset(speakers | rivals)

    @cached_property
    def meant(self) -> str | None:
        """The actor that a pronoun means: the only one that it could mean."""
        return next(iter(self.antecedents)) if len(self.antecedents) == 1 and self.has_pronoun else None

    @cached_property
    def has_pronoun(self) -> bool:
        """Whether a pronoun is the subject of a word of saying, or somebody's view is named by one."""
        words = self.words
        are_people = any(self.dossier.actor[name].kind in _LIKE_A_PERSON for name in self.antecedents)
        subject, owner = (words.he, words.his) if are_people else (words.it, words.its)
        says = rf"\b(?:{subject})\b(?: \w+){{0,2}} {words.cues.pattern}"
        return bool(re.search(rf"{says}|\b(?:{owner})\b (?:own )?(?:{words.view})\b", self.so_far, re.IGNORECASE))

    def names(self, actor: str) -> bool:
        """Whether the sentence names an actor up to here, or means it by a pronoun."""
        return actor in self.named or actor == self.meant


def clauses(dossier: Dossier, words: CueWords, actors: Names, text: str) -> Iterator[Clause]:
    """The clauses of a narrative, each in its surroundings.

    Args:
        dossier: The dossier.
        words: The word lists of the language.
        actors: Finds the actors of the dossier.
        text: The narrative with its citations.
    """
    for paragraph in paragraphs_of(text):
        whole = " ".join(segment.text for segment in paragraph)
        sentence: list[Clause] = []
        previous: tuple[Clause, ...] = ()
        for segment in paragraph:
            found = tuple(cited(dossier, citation.name) for citation in segment.citations)
            so_far = " ".join([*(clause.text for clause in sentence), segment.text])
            before = tuple(sentence) if any(clause.speakers for clause in sentence) else (*previous, *sentence)
            clause = Clause(dossier, words, actors, segment, found, so_far, before, whole)
            yield clause
            sentence.append(clause)
            if segment.is_last:
                # A sentence without a speaker, such as one about what is not said, does not change whom "he" means.
                previous = tuple(sentence) if any(one.speakers for one in sentence) else (*previous, *sentence)
                sentence = []
