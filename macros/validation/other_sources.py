"""Comparing: checks, disagreements and later facts say whence they come, and no more than they may."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.words import words_of
from macros.models.afterwards import LaterFact
from macros.models.check import Check
from macros.models.date import HonestDate
from macros.models.source import Layer
from macros.models.uses import used_ids
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

MOST_WORDS_UNVERIFIED = 15
"""Words in a quotation that nothing can verify, because the source was seen in excerpt only."""

_SENTENCES_END = (". ", "! ", "? ")


def every_source_is_used(context: CheckContext) -> Iterator[Problem]:
    """A source on which nothing rests is no source of the dossier."""
    used = used_ids(context.dossier, "sources")
    for source in context.dossier.sources:
        if source.id not in used:
            hint = "use it in a check, a disagreement or a later fact, or drop it"
            yield context.problem(source, "nothing rests on it", "id", hint=hint)


def unverified_quotations_are_few_and_short(context: CheckContext) -> Iterator[Problem]:
    """From a source seen in excerpt there is one quotation in the whole dossier, of at most 15 words."""
    first: dict[str, Check | LaterFact] = {}
    for record in context.dossier.reports:
        for index, quote in enumerate(record.quotes):
            here = ("quotes", index)
            count = len(words_of(quote.fragment))
            if count > MOST_WORDS_UNVERIFIED:
                message = f"the quotation has {count} words; {MOST_WORDS_UNVERIFIED} are allowed"
                yield context.problem(record, message, *here, "fragment", hint="the source was seen in excerpt only")
            if quote.source not in record.sources:
                yield context.problem(record, f"'{quote.source}' is not among its sources", *here, "source")
            earlier = first.setdefault(quote.source, record)
            if earlier is not record or any(quote.source == other.source for other in record.quotes[:index]):
                message = f"'{quote.source}' is quoted a second time"
                yield context.problem(record, message, *here, hint=f"first in {context.whereabouts(earlier, 'quotes')}")


def a_disagreement_has_sides(context: CheckContext) -> Iterator[Problem]:
    """Each version says who holds it and what; the assessment is one sentence."""
    for disagreement in context.dossier.disagreements:
        for number, version in enumerate(disagreement.versions):
            here = ("versions", number)
            if bool(version.sources) != bool(version.says):
                missing = "sources" if version.says else "says"
                yield context.problem(disagreement, f"'{missing}' is missing", *here)
            elif not version.sources and not version.statements:
                yield context.problem(disagreement, "nobody holds this version", *here)
        if any(end in disagreement.assessment for end in _SENTENCES_END):
            hint = "say what can be said for each side in one"
            yield context.problem(disagreement, "the assessment is more than one sentence", "assessment", hint=hint)


def what_is_compared_has_a_title(context: CheckContext) -> Iterator[Problem]:
    """A statement that stands under a heading of its own on the page of checks, because no event tells it, has a title."""
    dossier = context.dossier
    told = {name for event in dossier.events for name in (event.id, *event.told_by)}
    # In an argument a title is missed in any case.
    told |= {name for _, step in dossier.inferences() for name in step.claims}
    targets = [*(check.target for check in dossier.checks), *(one.about[0] for one in dossier.disagreements)]
    for name in dict.fromkeys(targets):
        statement = dossier.statement.get(name)
        if statement and name not in told and not statement.title:
            hint = "say it in a few words, for the page on which it is compared"
            yield context.problem(statement, "'title' is missing in a statement that is compared", "id", hint=hint)


def dates_of_excerpts_agree(context: CheckContext) -> Iterator[Problem]:
    """Each date of a check or a later fact is one that a source of its own gives, and each date is taken up."""
    dossier = context.dossier
    taken: dict[str, set[str]] = {}
    for record in dossier.reports:
        given = {date.text for name in record.sources for date in dossier.source[name].dates}
        for field in ("date", "dating"):
            date = getattr(record, field, None)
            if isinstance(date, HonestDate):
                for name in record.sources:
                    taken.setdefault(name, set()).add(date.text)
                if date.text not in given:
                    hint = f"they give {', '.join(sorted(given))}" if given else "they give none"
                    yield context.problem(record, f"none of its sources gives the date {date.text}", field, hint=hint)
    for source in dossier.sources:
        for index, date in enumerate(source.dates if source.layer is not Layer.BASE else ()):
            if date in source.dates[:index]:
                yield context.problem(source, f"the date {date.text} is given twice", "dates", index)
            elif date.text not in taken.get(source.id, set()):
                yield context.problem(source, f"nothing takes up the date {date.text}", "dates", index)
