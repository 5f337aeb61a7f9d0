"""Checks of narrative: every clause of the prose is proved by the records that it cites. See DESIGN, section 5."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.evidence.cue_words import CUE_WORDS, CueWords
from macros.evidence.quotations import check_quotation, quotations_in
from macros.models.actor import ActorKind
from macros.models.afterwards import LaterFact
from macros.models.check import Check
from macros.models.dossier import Dossier
from macros.models.narrative import Segment, paragraphs_of
from macros.models.uses import narratives
from macros.problems.problem import Problem, shortened
from macros.validation.cited import Cited, Names, cited
from macros.validation.context import CheckContext

Finding = tuple[str, str]
"""A message and a hint."""


@dataclass(frozen=True)
class Clause:
    """A segment in its surroundings.

    Attributes:
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
        return any(isinstance(one.record, (Check, LaterFact)) for one in self.cited)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Everybody whose words the cited records hold."""
        return frozenset(name for chains in self.chains() for chain in chains for name in chain)

    @cached_property
    def named(self) -> frozenset[str]:
        """The actors that the sentence names up to here."""
        return self.actors.in_text(self.so_far)

    @cached_property
    def meant(self) -> str | None:
        """The actor that a pronoun means: the one speaker, and the only person, of the clauses before."""
        speakers = {name for clause in self.before for name in clause.speakers}
        people = {
            name for clause in self.before for name in clause.named if self.dossier.actor[name].kind is ActorKind.PERSON
        }
        if len(speakers) != 1 or people - speakers:
            return None
        (speaker,) = speakers
        is_person = self.dossier.actor[speaker].kind in (ActorKind.PERSON, ActorKind.GROUP)
        pronouns = self.words.of_a_person if is_person else self.words.of_others
        return speaker if pronouns.search(self.so_far) else None

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


def _is_cited(clause: Clause) -> Iterator[Finding]:
    if not clause.segment.citations:
        yield "it cites nothing", "end it with the records that prove it: [@id]"


def _has_speakers(clause: Clause) -> Iterator[Finding]:
    for chains in clause.chains():
        if not any(all(clause.names(name) for name in chain) for chain in chains):
            missing = sorted(name for name in chains[0] if not clause.names(name))
            named = " and ".join(clause.dossier.actor[name].short for name in missing)
            hint = f"name {named}, or cite other records"
            are = "are" if len(missing) > 1 else "is"
            yield f"{' and '.join(map(repr, missing))}, whose words these are, {are} not named", hint


def _has_no_other_speaker(clause: Clause) -> Iterator[Finding]:
    allowed = {name for one in clause.cited for name in one.speakers}
    allowed |= {name for one in clause.cited for publishers in one.publishers for name in publishers}
    for one in clause.cited:
        told = " ".join(one.texts)
        # What a report says of somebody's words has no chain of its own. A statement can mention that somebody spoke.
        is_report = isinstance(one.record, (Check, LaterFact))
        allowed |= clause.actors.in_text(told) if is_report else set().union(*clause.actors.speaking_in(told))
    for called in clause.actors.speaking_in(clause.text):
        if called.isdisjoint(allowed):
            name = min(called)
            yield f"'{name}' speaks here, but not in the cited records", "cite what this actor said, or reword"


def _has_outlet(clause: Clause) -> Iterator[Finding]:
    named = clause.actors.in_text(clause.paragraph) | {clause.dossier.base_source.publisher}
    for publishers in (all_ for one in clause.cited for all_ in one.publishers):
        if named.isdisjoint(publishers):
            names = " or ".join(dict.fromkeys(clause.dossier.actor[name].short for name in publishers))
            yield "the paragraph does not name who published it", f"name {names}"


def _has_cue(clause: Clause) -> Iterator[Finding]:
    if (clause.speakers or clause.is_of_reports) and not clause.words.cues.search(clause.so_far):
        yield "no word shows that somebody says it", "write 'says', 'according to' or another verb of saying"


def _keeps_doubt(clause: Clause) -> Iterator[Finding]:
    for one in clause.cited:
        for doubt in one.doubts:
            if doubt.casefold() not in clause.text.casefold():
                yield f"the words of doubt '{doubt}' are missing", f"write '{doubt}'"


_GIVEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def _days_given(clause: Clause, *, certain: bool) -> set[tuple[str, str]]:
    """Days and months of the dates of the cited records: all, or only those that the records give as certain."""
    dates = (when.text for one in clause.cited for when in one.dates if when.is_exact or not certain)
    found = {(int(d), int(m)) for text in dates for _, m, d in _GIVEN.findall(text) if d}
    return {(str(day), clause.words.months[month - 1]) for day, month in found}


def _has_true_dates(clause: Clause) -> Iterator[Finding]:
    words = clause.words
    months = "|".join(words.months)
    a_day = re.compile(rf"\b(\d{{1,2}}) ({months})\b")
    texts = " ".join(text for one in clause.cited for text in one.texts)
    # A day that our words for a record name is as certain as they say; `passage_agreement` and `wording` check them.
    certain = _days_given(clause, certain=True) | set(a_day.findall(texts))
    days = certain | _days_given(clause, certain=False)
    for found in a_day.finditer(clause.text):
        if found.groups() not in days:
            yield f"no cited record gives the day '{found.group()}'", "cite the record that gives it"
        elif found.groups() not in certain and not words.hedges.search(clause.text):
            yield f"the cited records do not give '{found.group()}' as certain", "write 'about' or 'possibly'"
    given = [part for one in clause.cited for when in one.dates for part in _GIVEN.findall(when.text)]
    known = {part for pair in days for part in pair} | {year for year, _, _ in given}
    known |= {words.months[int(month) - 1] for _, month, _ in given if month}
    known |= set(re.findall(r"\d+(?:[.,]\d+)*|\w+", texts))
    known |= {words.numbers[word] for word in known & words.numbers.keys()}
    rest = a_day.sub("", clause.text)
    for number in re.findall(rf"\b(?:{months}|{'|'.join(words.numbers)}|\d+(?:[.,]\d+)*)\b", rest):
        if known.isdisjoint((number, words.numbers.get(number, number))):
            yield f"no cited record gives '{number}'", "cite the record that gives it, or leave it out"


def _quotes_truly(clause: Clause) -> Iterator[Finding]:
    dossier = clause.dossier
    for quotation in quotations_in(clause.text):
        places = [(source, addresses) for one in clause.cited for source, addresses in one.passages.items()]
        findings = [
            check_quotation(quotation, addresses, dossier.fingerprint[source])
            for source, addresses in places
            if source in dossier.fingerprint
        ]
        if not findings:
            yield f"no cited record can verify the quotation “{quotation}”", "cite the statement that it comes from"
        elif None not in findings and findings[0]:
            yield findings[0].message, findings[0].hint


def _denies_alike(clause: Clause) -> Iterator[Finding]:
    if any(citation.is_negation_checked for citation in clause.segment.citations):
        return
    denied = clause.words.negations.search(clause.text)
    in_records = [one.denies(clause.words) for one in clause.cited]
    names = " and ".join(f"@{citation.name}" for citation in clause.segment.citations)
    confirm = f"compare them; if both mean the same, write [@{clause.segment.citations[0].name}, negation]"
    if denied and not any(in_records):
        yield f"'{denied.group()}' denies something, but {names} {'do' if len(in_records) > 1 else 'does'} not", confirm
    elif not denied and all(in_records):
        yield f"{names} {'deny' if len(in_records) > 1 else 'denies'} something, but these words do not", confirm


RULES: tuple[Callable[[Clause], Iterator[Finding]], ...] = (
    _is_cited,
    _has_speakers,
    _has_no_other_speaker,
    _has_outlet,
    _has_cue,
    _keeps_doubt,
    _has_true_dates,
    _quotes_truly,
    _denies_alike,
)
"""The rules of narrative. Borrowed words and loaded words are checked in all our texts alike."""


def _found(clause: Clause) -> Iterable[Finding]:
    # What is compared with the cited records needs some.
    rules = RULES if clause.segment.citations else (_is_cited,)
    return (finding for rule in rules for finding in rule(clause))


def narrative_is_proved(context: CheckContext) -> Iterator[Problem]:
    """Each clause of a narrative keeps every rule. One check for all rules, so that a clause is reported in one place."""
    words = CUE_WORDS["en"]
    actors = Names(context.dossier.actors, words)
    for record, path, text in narratives(context.dossier):
        for clause in clauses(context.dossier, words, actors, text):
            for message, hint in _found(clause):
                yield context.problem(record, f"“{_short(clause.text)}”: {message}", *path, hint=hint)


def _short(text: str) -> str:
    words = text.split()
    return shortened(text) if len(words) < 10 else f"{' '.join(words[:4])} … {' '.join(words[-4:])}"
