"""What a clause of narrative must share with the records that it cites: doubt, dates, numbers, quotations, denial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from macros.evidence.quotations import check_quotation, quotations_in
from macros.models.date import Form, HonestDate, Moment, Precision
from macros.validation.clauses import Clause

Finding = tuple[str, str]
"""A message and a hint."""

Day = tuple[str, str]
"""A day and the name of its month, as a text names them."""


def _keeps_doubt(clause: Clause) -> Iterator[Finding]:
    for doubt in dict.fromkeys(doubt for one in clause.cited for doubt in one.doubts):
        if not re.search(rf"(?<!\w){re.escape(doubt)}(?!\w)", clause.text, re.IGNORECASE):
            yield f"the words of doubt '{doubt}' are missing", f"write '{doubt}'"


_GIVEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def _days_of(clause: Clause, moments: Iterable[Moment]) -> set[Day]:
    days = [moment.first for moment in moments if moment.precision is Precision.DAY]
    return {(str(day.day), clause.words.months[day.month - 1]) for day in days}


def _moments(dates: Iterable[HonestDate]) -> list[Moment]:
    return [moment for when in dates for moment in when.moments]


def _certain(dates: Iterable[HonestDate]) -> Iterator[Moment]:
    moments = _moments(when for when in dates if when.form is not Form.ONE_OF)
    return (moment for moment in moments if not moment.approximate and not moment.uncertain)


def _with_whole_days(clause: Clause) -> str:
    """The text with "27 to 29 June" written as "27 June to 29 June"."""
    months = "|".join(clause.words.months)
    return re.sub(rf"\b(\d{{1,2}})( to | and |[–-])(?=\d{{1,2}} ({months})\b)", r"\1 \3\2", clause.text)


def _has_true_days(clause: Clause) -> Iterator[Finding]:
    text = _with_whole_days(clause)
    a_day, dates = clause.words.a_day, [when for one in clause.cited for when in one.dates]
    texts = " ".join(text for one in clause.cited for text in one.texts)
    # A day that our words for a record name is as certain as they say; `passage_agreement` and `wording` check them.
    certain = _days_of(clause, _certain(dates)) | set(a_day.findall(texts))
    days = certain | _days_of(clause, _moments(dates))
    for found in a_day.finditer(text):
        if found.groups() not in days:
            yield f"no cited record gives the day '{found.group()}'", "cite the record that gives it"
        elif found.groups() not in certain and not clause.words.hedges.search(clause.text):
            yield f"the cited records do not give '{found.group()}' as certain", "write 'about' or 'possibly'"
    said = _days_of(clause, _moments(when for one in clause.cited for when in one.said_on))
    said_on = re.compile(rf"\b(?:{clause.words.speech}) (?:\w+ )?on {a_day.pattern}", re.IGNORECASE)
    for found in said_on.finditer(clause.text) if said and not clause.is_of_reports else ():
        if found.groups() not in said:
            yield f"nobody in the cited records said it on '{' '.join(found.groups())}'", "check which date is which"


def _has_true_numbers(clause: Clause) -> Iterator[Finding]:
    words, months = clause.words, "|".join(clause.words.months)
    texts = " ".join(text for one in clause.cited for text in one.texts)
    given = [part for one in clause.cited for when in one.dates for part in _GIVEN.findall(when.text)]
    known = {words.months[int(month) - 1].casefold() for _, month, _ in given if month} | {year for year, _, _ in given}
    # The number of a day counts nothing else.
    plain_texts = clause.words.a_day.sub(r"\2", texts)
    known |= {word.casefold() for word in re.findall(r"\d+(?:[.,]\d+)*|\w+", plain_texts)}
    known |= {words.numbers[word] for word in known & words.numbers.keys()}
    rest = clause.words.a_day.sub("", _with_whole_days(clause))
    spoken = "|".join(words.numbers)
    for number in re.findall(rf"\b({months}|(?i:{spoken})|\d+(?:[.,]\d+)*)(?:m|bn|k|%)?\b", rest):
        plain = number.casefold()
        if known.isdisjoint((plain, words.numbers.get(plain, plain))):
            yield f"no cited record gives '{number}'", "cite the record that gives it, or leave it out"
    in_words = texts.casefold()
    for part in re.findall(rf"({words.part_of_a_time.pattern})(?= (?:{months}))", rest, re.IGNORECASE):
        if part.casefold().split()[-1 if part.split()[0] in {"early", "late", "mid"} else -2] not in in_words:
            yield f"no cited record says '{part}'", "be no more precise than the record"


def _quotes_truly(clause: Clause) -> Iterator[Finding]:
    dossier = clause.dossier
    if clause.text.count("“") != clause.text.count("”"):
        yield "a quotation is not complete", "put the citation after the closing mark"
        return
    for quotation in quotations_in(clause.text):
        if "[" in quotation.text:
            yield f"words are added to the quotation {quotation}", "quote without square brackets"
        findings = [
            check_quotation(quotation, addresses, dossier.fingerprint[source])
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
    elif pairs:
        denied = words.negations.search(clause.text)
        confirm = "compare them; if both mean the same, write [@{}, negation]"
        unlike = [citation.name for citation, one in pairs if one.denies(words) and not citation.is_negation_checked]
        if denied and not any(one.denies(words) or citation.is_negation_checked for citation, one in pairs):
            names = " and ".join(f"@{citation.name}" for citation, _ in pairs)
            do = "do" if len(pairs) > 1 else "does"
            yield f"'{denied.group()}' denies something, but {names} {do} not", confirm.format(pairs[0][0].name)
        elif not denied and unlike:
            yield f"@{unlike[0]} denies something, but these words do not", confirm.format(unlike[0])


FACTS: tuple[Callable[[Clause], Iterator[Finding]], ...] = (
    _keeps_doubt,
    _has_true_days,
    _has_true_numbers,
    _quotes_truly,
    _denies_alike,
)
"""The rules about what is said, not about who says it."""
