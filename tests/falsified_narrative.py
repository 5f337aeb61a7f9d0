"""The falsifications of narrative that `nox -s mutants` plants: each breaks one clause of the prose in one way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.evidence.cue_words import ENGLISH
from macros.evidence.quotations import quotations_in
from macros.loading.yaml_text import FieldPath
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS
from macros.models.references import references
from macros.models.statement import Statement
from macros.validation.clauses import Clause, clauses
from macros.validation.names import Names
from macros.validation.pipeline import open_dossier
from macros.validation.references import texts_at
from tests.seed_edits import Mutant, SeedFile
from tests.uncatchable import TURNED


@dataclass(frozen=True)
class Place:
    """A clause in its file."""

    file: SeedFile
    path: FieldPath
    clause: Clause

    def edit(self, operator: str, old: str, new: str) -> Iterator[Mutant]:
        """The mutant that replaces words of the clause, which may be on several lines of the file."""
        line = self.file.tree.places.of_value(self.path).line
        start = sum(map(len, self.file.text.splitlines(keepends=True)[: line - 1]))
        here = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", self.clause.text)
        before = _pattern(self.clause.text[: here.start()]) if here else ""
        found = re.compile(rf"({before}\s*)(?<!\w){_pattern(old)}(?!\w)").search(self.file.text, start)
        assert found, (self.file.name, line, old)
        text = self.file.text[: found.end(1)] + new + self.file.text[found.end() :]
        yield Mutant(f"narrative, {operator}", self.file.name, text, (f"{self.file.name}:{line}",))

    def cite(self, operator: str, old: str, new: str) -> Iterator[Mutant]:
        """The mutant that replaces the citation of the clause."""
        yield from self.edit(operator, f"{self.clause.text} {old}", f"{self.clause.text} {new}".rstrip())

    @property
    def citation(self) -> str:
        """The citation as the file has it."""
        items = (
            f"@{one.name}{', negation' if one.is_negation_checked else ''}" for one in self.clause.segment.citations
        )
        return f"[{'; '.join(items)}]"


def _pattern(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def _places(dossier: Dossier, actors: Names, file: SeedFile) -> Iterator[Place]:
    fields = [one.pattern[:-1] for one in references(FILE_KINDS[file.kind].model) if one.is_cited]
    for number, record in enumerate(file.records if fields else ()):
        for path, text in (found for field in fields for found in texts_at(record, field)):
            for clause in clauses(dossier, ENGLISH, actors, text):
                yield Place(file, file.at(number, *path), clause)


def _citations(place: Place) -> Iterator[Mutant]:
    """The citation left out, a clause without one added, a later record cited, or one that another speaker said."""
    clause = place.clause
    cited = place.citation
    if clause.segment.is_last:
        yield from place.cite("citation left out", cited, "")
        yield from place.cite("last clause without citation", cited, f"{cited}, and everybody agreed")
    later = clause.dossier.later_facts[:1] if place.file.kind not in {"aftermath"} else ()
    for fact in later:
        yield from place.cite("hindsight cited", cited, f"[@{fact.id}]")
    statements = [one.record for one in clause.cited if isinstance(one.record, Statement)]
    if len(statements) == len(clause.cited) == 1:
        said = statements[0]
        speakers = {name for level in said.path for name in level}
        for other in clause.dossier.statements:
            theirs = {name for level in other.path for name in level}
            if theirs and other.id != said.id and not any(map(clause.names, theirs)):
                yield from place.cite("statement of another speaker cited", cited, f"[@{other.id}]")
                break
        for other in clause.dossier.statements:
            if other.id != said.id and speakers and {name for level in other.path for name in level} == speakers:
                yield from place.cite(TURNED.removeprefix("narrative, "), cited, f"[@{other.id}, negation]")
                break


def _speakers(place: Place, strangers: list[str]) -> Iterator[Mutant]:
    """A speaker replaced by somebody else, or by a pronoun that could mean two."""
    clause = place.clause
    for speaker in sorted(clause.speakers):
        actor = clause.dossier.actor[speaker]
        for name in sorted({actor.name, actor.short, *actor.metonyms}, key=len, reverse=True):
            if clause.so_far.count(name) == clause.text.count(name) == 1 and clause.meant != speaker:
                rest = clause.so_far.replace(name, "")
                if speaker in clause.actors.in_text(rest):
                    continue  # another of its names is in the same sentence
                stranger = next(one for one in strangers if one not in clause.paragraph and name not in one)
                yield from place.edit("speaker replaced", name, stranger)
                if len({one for before in clause.before for one in before.speakers}) > 1:
                    yield from place.edit("pronoun that could mean two", name, "he")
                break


def _words(place: Place) -> Iterator[Mutant]:
    """A cue, a word of doubt, a word of a quotation or a negation changed, left out or added."""
    clause = place.clause
    text = clause.text
    needs_cue = bool(clause.speakers) or clause.is_of_reports
    cues = [found.group() for found in ENGLISH.cues.finditer(clause.so_far)]
    if needs_cue and len(cues) == 1 and cues[0] in text and "“" not in text:
        yield from place.edit("cue left out", cues[0], "perhaps")
    for one in clause.cited:
        for doubt in one.doubts:
            yield from place.edit("doubt left out", doubt, "certainly")
    for quotation in quotations_in(text):
        word = max(quotation.text.split(), key=len)
        yield from place.edit("word of a quotation altered", word, "falsified")
    if not any(citation.is_negation_checked for citation in clause.segment.citations):
        if not any(one.denies(ENGLISH) for one in clause.cited):
            yield from place.cite("negation added", place.citation, f"no longer {place.citation}")
        denials = [found.group() for found in ENGLISH.negations.finditer(text)]
        if len(denials) == 1 and all(one.denies(ENGLISH) for one in clause.cited):
            yield from place.edit("negation left out", denials[0], "surely")


def _dates(place: Place) -> Iterator[Mutant]:
    """A day, a month, a part of it, a year or a number changed."""
    text = place.clause.text
    months = "|".join(ENGLISH.months)
    for found in re.finditer(rf"\b(\d{{1,2}}) ({months})\b", text):
        yield from place.edit("day changed", found.group(), f"{31 if found[1] != '31' else 30} {found[2]}")
    for found in dict.fromkeys(re.findall(rf"\b(?:{months})\b", text)):
        yield from place.edit("month changed", found, "February" if found != "February" else "August")
    for found in re.finditer(rf"\b(?:end|beginning|late|early)(?=(?: of)? (?:{months})\b)", text):
        yield from place.edit("part of a time changed", found.group(), "middle")
    for found in re.finditer(r"\b(?:1|2)\d{3}\b", text):
        yield from place.edit("year changed", found.group(), "1875")
    for found in re.finditer(rf"\b(?:{'|'.join(ENGLISH.numbers)})\b", text):
        yield from place.edit("number changed", found.group(), "eleven")


def _outlets(place: Place) -> Iterator[Mutant]:
    """Who published it, left out."""
    clause = place.clause
    for one in clause.cited if clause.is_of_reports else ():
        publishers = {name for all_ in one.publishers for name in all_}
        named = [name for name in publishers if name in clause.actors.in_text(clause.paragraph)]
        if len(named) == 1:
            actor = clause.dossier.actor[named[0]]
            for name in sorted({actor.name, actor.short, *actor.spellings}, key=len, reverse=True):
                bare = re.sub(r"^(?:the|an?) ", "", name, flags=re.IGNORECASE)
                if clause.paragraph.count(bare) == clause.text.count(bare) == 1:
                    yield from place.edit("outlet not named", bare, "paper")
                    break


def falsified_narrative(folder: Path, files: list[SeedFile], phrase: str, loaded: str) -> Iterator[Mutant]:
    """Every falsification of the narratives of a dossier, in a fixed order.

    Args:
        folder: The folder of the dossier, which must be valid.
        files: Its seed files.
        phrase: Eight or more words of its source in a row.
        loaded: A word that takes a side.
    """
    dossier = open_dossier(folder)
    actors = Names(dossier.actors, ENGLISH)
    strangers = [actor.name for actor in dossier.actors if actor.kind == "person"]
    for file in files:
        for place in _places(dossier, actors, file):
            yield from _citations(place)
            yield from _speakers(place, strangers)
            yield from _words(place)
            yield from _dates(place)
            yield from _outlets(place)
            yield from place.cite("sentence borrowed", place.citation, f"{phrase} {place.citation}")
            yield from place.cite("loaded word used", place.citation, f"{loaded} {place.citation}")
