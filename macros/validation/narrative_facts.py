"""What a clause of narrative must share with the records that it cites: doubt, dates, numbers, quotations, denial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from macros.evidence.placing import phrases_of
from macros.evidence.quotations import quotations_in, without_quotations
from macros.evidence.verification import check_quotation
from macros.evidence.written_dates import (
    DateParts,
    dates_in,
    parts_of,
    parts_of_a_time,
    parts_of_moment,
    plain,
    says_part_of_a_time,
    without_dates,
)
from macros.evidence.written_numbers import numbers_in
from macros.models.date import Form, HonestDate
from macros.validation.clauses import Clause

Finding = tuple[str, str]
"""A message and a hint."""


def _keeps_doubt(clause: Clause) -> Iterator[Finding]:
    for doubt in dict.fromkeys(doubt for one in clause.cited for doubt in one.doubts):
        if not re.search(rf"(?<!\w){re.escape(doubt)}(?!\w)", clause.text, re.IGNORECASE):
            yield f"the words of doubt '{doubt}' are missing", f"write '{doubt}'"


def _certain_parts(dates: Iterable[HonestDate]) -> set[DateParts]:
    """The parts of the moments that are certain. Of a range of possible days, no day is."""
    moments = (moment for when in dates if when.form is not Form.ONE_OF for moment in when.moments)
    return {parts_of_moment(moment) for moment in moments if not moment.approximate and not moment.uncertain}


def _our_words(clause: Clause) -> str:
    """The words of a clause outside quotations, which are compared with the passage itself."""
    return plain(" … ".join(without_quotations(clause.text)))


def _has_true_dates(clause: Clause) -> Iterator[Finding]:
    words, text = clause.words, _our_words(clause)
    dates = [when for one in clause.cited for when in one.dates]
    # A day that our words for a record name is as certain as they say; `paraphrases` and `hindsight` check them.
    in_words = {found.parts for one in clause.cited for text_ in one.texts for found in dates_in(text_, words)}
    certain, given = _certain_parts(dates) | in_words, parts_of(dates) | in_words
    said = parts_of(when for one in clause.cited for when in one.said_on)
    said_on = re.compile(rf"\b(?:{words.speech}) (?:\w+ )?on $", re.IGNORECASE)
    for found in dates_in(text, words):
        if not found.is_among(given):
            what = f"the day '{found.text}'" if found.has_day else f"'{found.text}'"
            yield f"no cited record gives {what}", "cite the record that gives it"
        elif found.has_day and not found.is_among(certain) and not words.hedges.search(clause.text):
            yield f"the cited records do not give '{found.text}' as certain", "write 'about' or 'possibly'"
        is_said = found.has_day and said and said_on.search(text[: found.start])
        if is_said and not clause.is_of_reports and not found.is_among(said):
            yield f"nobody in the cited records said it on '{found.text}'", "check which date is which"


def _without_speakers(clause: Clause, text: str) -> str:
    """The text without the speakers. They must be named, and a name can have a number or a denial: "two diplomats"."""
    speakers = [clause.dossier.actor[name] for one in clause.cited for name in one.speakers]
    for name in sorted({name for actor in speakers for name in (actor.name, actor.short)}, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "…", text, flags=re.IGNORECASE)
    return text


def _has_true_numbers(clause: Clause) -> Iterator[Finding]:
    words, text = clause.words, _without_speakers(clause, _our_words(clause))
    texts = [text_ for one in clause.cited for text_ in one.texts]
    # The number of a day counts nothing else.
    known = {need for one in texts for needs in numbers_in(without_dates(one, words), words).values() for need in needs}
    for number, needs in numbers_in(without_dates(text, words), words).items():
        if not needs <= known:
            yield f"no cited record gives '{number}'", "cite the record that gives it, or leave it out"
    for part in parts_of_a_time(text, words):
        if not says_part_of_a_time(part, " ".join(texts)):
            yield f"no cited record says '{part}'", "be no more precise than the record"


def _quotes_truly(clause: Clause) -> Iterator[Finding]:
    dossier = clause.dossier
    if clause.text.count("“") != clause.text.count("”"):
        yield "a quotation is not complete", "put the citation after the closing mark"
        return
    for quotation in quotations_in(clause.text):
        if "[" in quotation.text:
            yield f"words are added to the quotation {quotation}", "quote without square brackets"
            continue
        if any(not dossier.unverified_sources.isdisjoint(one.passages) for one in clause.cited):
            continue  # a task says that the fingerprint must be made before anybody publishes this
        findings = [
            check_quotation(quotation, addresses, dossier.fingerprint[source], phrases_of(dossier, source))
            for one in clause.cited
            for source, addresses in one.passages.items()
            if source in dossier.fingerprint
        ]
        if not findings:
            yield f"no cited record can verify the quotation {quotation}", "cite the statement that it comes from"
        elif None not in findings and findings[0]:
            yield findings[0].message, findings[0].hint


def _denies_alike(clause: Clause) -> Iterator[Finding]:
    words, citations = clause.words, clause.segment.citations
    pairs = [(citation, one) for citation, one in zip(citations, clause.cited, strict=True) if not one.is_nothing]
    if len(pairs) < len(citations) and not words.unsaid.search(clause.text):
        names = " and ".join(f"@{c.name}" for c, one in zip(citations, clause.cited, strict=True) if one.is_nothing)
        hint = "write 'does not say', 'is not known' or another such phrase"
        yield f"{names} says only that something is not said or not known", hint
    elif len(pairs) < len(citations) and not words.unsaid.search(words.unknown.sub("", clause.text)):
        silent = [c.name for c, one in zip(citations, clause.cited, strict=True) if one.is_silent]
        if silent:
            hint = "write 'does not say' or another such phrase: somebody may know it"
            yield f"@{silent[0]} says only that the source does not say it", hint
    elif pairs:
        denied = words.negations.search(_without_speakers(clause, clause.text))
        confirm = "compare them; if both mean the same, write [@{}, negation]"
        unlike = [citation.name for citation, one in pairs if one.denies(words) and not citation.is_negation_checked]
        if denied and not any(
            one.denies(words) or one.may_deny or citation.is_negation_checked for citation, one in pairs
        ):
            names = " and ".join(f"@{citation.name}" for citation, _ in pairs)
            do = "do" if len(pairs) > 1 else "does"
            yield f"'{denied.group()}' denies something, but {names} {do} not", confirm.format(pairs[0][0].name)
        elif not denied and unlike:
            yield f"@{unlike[0]} denies something, but these words do not", confirm.format(unlike[0])


FACTS: tuple[Callable[[Clause], Iterator[Finding]], ...] = (
    _keeps_doubt,
    _has_true_dates,
    _has_true_numbers,
    _quotes_truly,
    _denies_alike,
)
"""The rules about what is said, not about who says it."""
