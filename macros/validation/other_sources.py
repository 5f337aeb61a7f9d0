"""Checks of the records that compare sources: checks, disagreements and later facts."""

from __future__ import annotations

from collections.abc import Iterator

from macros.evidence.words import amount, words_of
from macros.models.afterwards import LaterFact
from macros.models.check import Check
from macros.models.date import HonestDate
from macros.problems.problem import MOST_PLACES, Problem, did_you_mean
from macros.validation.context import CheckContext

MOST_WORDS_UNVERIFIED = 15
"""Longest quotation, in words, from a source that was read only in excerpt. Such a quotation cannot be verified."""

_SENTENCES_END = (". ", "! ", "? ")


def unverified_quotations_are_few_and_short(context: CheckContext) -> Iterator[Problem]:
    """The whole dossier quotes a source read in excerpt at most once, with at most 15 words."""
    first: dict[str, Check | LaterFact] = {}
    for record in context.dossier.reports:
        for index, quote in enumerate(record.quotes):
            here = ("quotes", index)
            count = amount(words_of(quote.fragment))
            if count > MOST_WORDS_UNVERIFIED:
                message = f"the quotation has {count} words; at most {MOST_WORDS_UNVERIFIED} are allowed"
                yield context.problem(record, message, *here, "fragment", hint="the source was read only in excerpt")
            if quote.source not in record.sources:
                yield context.problem(record, f"'{quote.source}' is not among its sources", *here, "source")
            earlier = first.setdefault(quote.source, record)
            if earlier is not record or any(quote.source == other.source for other in record.quotes[:index]):
                message = f"'{quote.source}' is quoted a second time"
                yield context.problem(record, message, *here, hint=f"first in {context.whereabouts(earlier, 'quotes')}")


def a_disagreement_has_sides(context: CheckContext) -> Iterator[Problem]:
    """Each version has sources and what they say, or statements. The assessment is one sentence."""
    for disagreement in context.dossier.disagreements:
        for number, version in enumerate(disagreement.versions):
            here = ("versions", number)
            if bool(version.sources) != bool(version.says):
                missing = "sources" if version.says else "says"
                yield context.problem(disagreement, f"'{missing}' is missing", *here)
            elif not version.sources and not version.statements:
                yield context.problem(disagreement, "this version has no sources and no statements", *here)
        if any(end in disagreement.assessment for end in _SENTENCES_END):
            hint = "say in one sentence what supports each side"
            yield context.problem(disagreement, "the assessment is more than one sentence", "assessment", hint=hint)


def takeaways_are_of_compared_facts(context: CheckContext) -> Iterator[Problem]:
    """A takeaway is of a fact that the page of checks compares, and each fact has at most one."""
    dossier = context.dossier
    targets = [
        *(check.target for check in dossier.checks),
        *(one.about[0] for one in dossier.disagreements_with_others),
    ]
    compared = {dossier.compared_under(name) for name in targets}
    for cover in dossier.comparison:
        for index, takeaway in enumerate(cover.takeaways):
            if takeaway.fact not in compared:
                under = dossier.compared_under(takeaway.fact)
                hint = f"it is compared under '{under}'" if under in compared else did_you_mean(takeaway.fact, compared)
                message = f"no other source is compared under '{takeaway.fact}'"
                yield context.problem(cover, message, "takeaways", index, "fact", hint=hint)
            elif any(takeaway.fact == other.fact for other in cover.takeaways[:index]):
                yield context.problem(
                    cover, f"'{takeaway.fact}' has a second takeaway", "takeaways", index, "fact", hint="keep one"
                )


def what_is_compared_has_a_title(context: CheckContext) -> Iterator[Problem]:
    """A statement that is compared, and that no event uses, has a title for its heading on the page of checks."""
    dossier = context.dossier
    titled = {name for event in dossier.events for name in (event.id, *event.told_by)}
    # The checks of arguments already require a title of these.
    titled |= {name for _, step in dossier.inferences() for name in step.claims}
    targets = [
        *(check.target for check in dossier.checks),
        *(one.about[0] for one in dossier.disagreements_with_others),
    ]
    for name in dict.fromkeys(targets):
        statement = dossier.statement.get(name)
        if statement and name not in titled and not statement.title:
            hint = "write a few words for the page on which it is compared"
            yield context.problem(statement, "'title' is missing in a statement that is compared", "id", hint=hint)


def dates_of(record: Check | LaterFact) -> Iterator[tuple[str, HonestDate]]:
    """The dates of a check or a later fact, each with its field."""
    fields = ((field, getattr(record, field, None)) for field in ("date", "dating"))
    return ((field, date) for field, date in fields if isinstance(date, HonestDate))


def places_of_dates(context: CheckContext, record: Check | LaterFact) -> str:
    """Where the dates of the sources of a record are, because these can be wrong too."""
    sources = [context.dossier.source[name] for name in record.sources]
    return ", ".join([context.whereabouts(one, "dates") for one in sources if one.dates][:MOST_PLACES])


def dates_of_excerpts_agree(context: CheckContext) -> Iterator[Problem]:
    """Each date of a check or a later fact is given by one of its sources."""
    for record in context.dossier.reports:
        given = {date.text for name in record.sources for date in context.dossier.source[name].dates}
        for field, date in dates_of(record):
            if date.text not in given:
                hint = (
                    f"they give {', '.join(sorted(given))}, in {places_of_dates(context, record)}"
                    if given
                    else "they give none"
                )
                yield context.problem(record, f"none of its sources gives the date {date.text}", field, hint=hint)


def no_date_of_an_excerpt_is_given_twice(context: CheckContext) -> Iterator[Problem]:
    """Each date of an excerpt is given once."""
    for source in context.dossier.sources:
        for index, date in enumerate(source.dates):
            if date in source.dates[:index]:
                yield context.problem(source, f"the date {date.text} is given twice", "dates", index)
