"""Checks of narrative: who speaks in each clause, and whether the records that it cites say so. See DESIGN, section 5."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from macros.evidence.cue_words import CUE_WORDS
from macros.models.actor import Part
from macros.models.citation import cited_in
from macros.models.event import Event
from macros.models.kinds import pages_of
from macros.models.uses import narratives
from macros.models.verb import Verb
from macros.problems.problem import Problem, shortened
from macros.validation.clauses import Clause, clauses
from macros.validation.context import CheckContext
from macros.validation.names import Names
from macros.validation.narrative_facts import FACTS, Finding


def _is_cited(clause: Clause) -> Iterator[Finding]:
    if not clause.segment.citations:
        yield "it cites nothing", "end the sentence with the records that prove it: [@id]"
    elif not re.search(r"\w", clause.text):
        yield "a citation without words", "write what the record says, or put both citations together: [@id; @id]"


def _has_speakers(clause: Clause) -> Iterator[Finding]:
    denied = clause.words.negations.search(clause.text)
    needed = [*clause.chains(), *((one.refusers,) for one in clause.cited if denied and one.refusers)]
    for chains in dict.fromkeys(needed):
        if not any(all(clause.names(name) for name in chain) for chain in chains):
            missing = sorted(name for name in chains[0] if not clause.names(name))
            named = " and ".join(clause.dossier.actor[name].short for name in missing)
            hint = f"name {named}, or cite other records"
            if clause.has_pronoun and len(clause.antecedents) > 1:
                could = " or ".join(sorted(clause.dossier.actor[name].short for name in clause.antecedents))
                hint = f"the pronoun could mean {could}; write the name"
            are = "are" if len(missing) > 1 else "is"
            yield f"{' and '.join(map(repr, missing))}, whose words these are, {are} not named", hint


def _has_no_other_speaker(clause: Clause) -> Iterator[Finding]:
    publishers = {name for one in clause.cited for all_ in one.publishers for name in all_}
    allowed = {name for one in clause.cited for name in one.speakers} | publishers
    for one in clause.cited:
        texts = " ".join(one.texts)
        # What a report says of somebody's words has no chain. A statement, too, can mention that somebody spoke.
        speaking = set().union(*clause.actors.speaking_in(texts))
        allowed |= speaking or (clause.actors.in_text(texts) if one.is_report else set())
    for called in clause.actors.speaking_in(clause.text):
        if called.isdisjoint(allowed):
            name = min(called)
            yield f"'{name}' speaks here, but not in the cited records", "cite what this actor said, or reword"
    events = [one.record for one in clause.cited if isinstance(one.record, Event)]
    refusers = {refusal.by for event in events for refusal in event.refusals}
    for called in clause.actors.refusing_in(clause.text) if refusers else ():
        if called.isdisjoint(refusers):
            name = min(called)
            yield f"'{name}' refuses here, but not in the cited event", "name who declined, or reword"


def _has_outlet(clause: Clause) -> Iterator[Finding]:
    in_paragraph = clause.actors.in_text(clause.paragraph) | {clause.dossier.base_source.publisher}
    in_sentence = clause.actors.in_text(clause.so_far)
    for one in clause.cited:
        for publishers in one.publishers:
            if (in_sentence if one.is_report else in_paragraph).isdisjoint(publishers):
                names = " or ".join(dict.fromkeys(clause.dossier.actor[name].short for name in publishers))
                where = "sentence" if one.is_report else "paragraph"
                yield f"the {where} does not name who published it", f"name {names}"
    known = {name for one in clause.cited for all_ in one.publishers for name in all_}
    known |= {name for one in clause.cited for name in clause.actors.in_text(" ".join(one.texts))}
    for name in sorted(clause.actors.in_text(clause.text) - known) if clause.is_of_reports else ():
        if clause.dossier.actor[name].plays(Part.OUTLET):
            yield f"'{name}' did not publish what is cited", "leave it out, or cite its report"


def _has_cue(clause: Clause) -> Iterator[Finding]:
    if (clause.speakers or clause.is_of_reports) and not clause.words.cues.search(clause.so_far):
        yield "no word shows that somebody says it", "write 'says', 'according to' or another verb of saying"


def _has_the_right_verb(clause: Clause) -> Iterator[Finding]:
    verbs = {level.verb for one in clause.cited for statement in one.statements for level in statement.chain}
    kinds = [statement.kind for one in clause.cited for statement in one.statements]
    known = " ".join([*kinds, *(text for one in clause.cited for text in one.texts)]).casefold()
    strong = (verb.stem for verb in Verb if verb.is_strong and verb not in verbs and verb.stem not in known)
    for stem in strong if not any(one.is_nothing for one in clause.cited) else ():
        if found := re.search(rf"\b{stem}\w*", clause.text, re.IGNORECASE):
            yield f"'{found.group()}' says more than the cited records", "write 'said', or the verb of the record"


RULES: tuple[Callable[[Clause], Iterator[Finding]], ...] = (
    _is_cited,
    _has_speakers,
    _has_no_other_speaker,
    _has_outlet,
    _has_cue,
    _has_the_right_verb,
    *FACTS,
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


def only_actors_with_a_page_have_a_summary(context: CheckContext) -> Iterator[Problem]:
    """The summary of an actor is shown on its page, so only mediators and parties have one."""
    for actor in context.dossier.actors:
        if actor.summary and not pages_of(actor):
            hint = "remove it, or set part to mediator or party"
            yield context.problem(actor, "only mediators and parties have a summary", "summary", hint=hint)


def the_background_is_of_other_sources(context: CheckContext) -> Iterator[Problem]:
    """The background cites at least one check, because pages label it as from other sources."""
    checks = {check.id for check in context.dossier.checks}
    for cover in context.dossier.comparison:
        if cover.background and checks.isdisjoint(cited_in(cover.background)):
            hint = "cite what others report"
            yield context.problem(cover, "the background cites no check", "background", hint=hint)


def _short(text: str) -> str:
    words = text.split()
    return shortened(text) if len(words) < 10 else f"{' '.join(words[:4])} … {' '.join(words[-4:])}"
