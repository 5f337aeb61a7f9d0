"""Checks of reviews: if an event or a position changes, its inferences are reported until they are reviewed again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b

from macros.models.base import IdentifiedRecord, Record
from macros.models.dossier import Dossier
from macros.models.references import own_references
from macros.models.review import Review
from macros.models.uses import facts_of_inferences, key_of
from macros.problems.problem import Problem
from macros.validation.context import CheckContext

HINT = "check that the inference still holds, then run: nox -s review"


def is_outdated_review(problem: Problem) -> bool:
    """Whether a problem only says that inferences were not reviewed after a change. Its hint can also name other places."""
    return problem.hint.startswith(HINT)


def digest_of(record: Record) -> str:
    """A hash of what is recorded in a record, without its notes (BLAKE2b, 64 bits)."""
    # Fields that an editor left out do not count, so that a new field of the model does not make every review out of date.
    values = record.model_dump(mode="json", exclude={"notes"}, exclude_defaults=True)
    return blake2b(json.dumps(values, sort_keys=True).encode(), digest_size=8).hexdigest()


def current_reviews(dossier: Dossier) -> list[Review]:
    """A review of every inference against the facts as they are now."""
    return [
        Review(inference=inference, record=key_of(record), digest=digest_of(record))
        for inference, records in facts_of_inferences(dossier).items()
        for record in records
    ]


def _changed(context: CheckContext, now: list[Review]) -> Iterator[Problem]:
    """Records that have changed since the review, each reported once with all its inferences."""
    digests = {review.record: review.digest for review in now}
    stale: dict[str, dict[str, None]] = {}  # an ordered set of inferences for each record
    for review in context.dossier.reviews:
        if review.digest != digests.get(review.record, review.digest):
            stale.setdefault(review.record, {})[review.inference] = None
    if not stale:
        return
    facts = {key_of(fact): fact for facts in facts_of_inferences(context.dossier).values() for fact in facts}
    for key, names in stale.items():
        record = facts[key]
        field = "id" if isinstance(record, IdentifiedRecord) else own_references(type(record))[0].pattern[0]
        listed = ", ".join(f"'{name}'" for name in names)
        yield context.problem(
            record, f"it has changed since these inferences were reviewed: {listed}", field, hint=HINT
        )


def inferences_are_reviewed_after_a_change(context: CheckContext) -> Iterator[Problem]:
    """An event or position is as it was when the inferences that rest on it were last reviewed.

    A dossier without reviews is not checked.
    """
    kept = {(review.inference, review.record) for review in context.dossier.reviews}
    if not kept:
        return
    current = current_reviews(context.dossier)
    yield from _changed(context, current)
    now = {(review.inference, review.record) for review in current}
    seen: set[tuple[str, str]] = set()
    for review in context.dossier.reviews:
        if (review.inference, review.record) in seen:
            yield context.problem(review, "the review is listed twice", "inference", hint=HINT)
        seen.add((review.inference, review.record))
        if (review.inference, review.record) not in now:
            yield context.problem(review, "the inference no longer rests on this record", "record", hint=HINT)
    for argument in context.dossier.arguments:
        for index, inference in enumerate(argument.inferences):
            for name, key in sorted(now - kept):
                if name == inference.id:
                    message = f"the inference '{name}' rests on '{key}', but was never reviewed against it"
                    yield context.problem(argument, message, "inferences", index, hint=HINT)


def as_seed(reviews: list[Review]) -> str:
    """Reviews as the text of a seed file."""
    lines = ["# Made by: nox -s review, after the inferences were checked against these records."]
    for review in reviews:
        lines += [f"- inference: {review.inference}", f"  record: {review.record}", f"  digest: {review.digest}"]
    return "\n".join(lines) + "\n"
