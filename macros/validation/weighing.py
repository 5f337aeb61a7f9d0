"""Weighings: when an event or a position changes, the inferences that speak of it are named, to be weighed again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b

from macros.loading.problem import Problem
from macros.models.argument import Inference
from macros.models.dossier import Dossier
from macros.models.event import Event
from macros.models.position import Position
from macros.models.weighing import Weighing
from macros.validation.checked import Checked

HINT = "weigh again whether it holds, then: nox -s weigh"


def key_of(record: Event | Position) -> str:
    """How a weighing calls a record."""
    if isinstance(record, Event):
        return record.id
    return "/".join(filter(None, (record.actor, record.issue, record.toward)))


def digest_of(record: Event | Position) -> str:
    """A hash of a record without its notes (BLAKE2b, 64 bits)."""
    values = record.model_dump(mode="json", exclude={"notes"})
    return blake2b(json.dumps(values, sort_keys=True).encode(), digest_size=8).hexdigest()


def spoken_of(dossier: Dossier, inference: Inference) -> dict[str, Event | Position]:
    """The events and positions of which the statements of an inference speak."""
    names = {*inference.premises, *inference.concedes, inference.conclusion}
    events = [
        event
        for event in dossier.events
        if event.id in names
        or names.intersection((*event.statements, *(refusal.statement for refusal in event.refusals)))
    ]
    positions = [position for position in dossier.positions if names.intersection(position.statements)]
    found: list[Event | Position] = [*events, *positions]
    return {key_of(record): record for record in found}


def weighings(dossier: Dossier) -> list[Weighing]:
    """What every inference speaks of, as it stands now."""
    return [
        Weighing(inference=inference.id, record=key, digest=digest_of(record))
        for _, inference in dossier.inferences()
        for key, record in spoken_of(dossier, inference).items()
    ]


def _changed(checked: Checked) -> Iterator[Problem]:
    """Records that are no longer as they were weighed, each told once with all inferences."""
    now = {weighing.record: weighing.digest for weighing in weighings(checked.dossier)}
    records: dict[str, Event | Position] = {}
    for _, inference in checked.dossier.inferences():
        records |= spoken_of(checked.dossier, inference)
    stale: dict[str, dict[str, None]] = {}  # an ordered set of inferences for each record
    for weighing in checked.dossier.weighings:
        if weighing.record in now and weighing.digest != now[weighing.record]:
            stale.setdefault(weighing.record, {})[weighing.inference] = None
    for key, names in stale.items():
        record = records[key]
        field = "id" if isinstance(record, Event) else "issue"
        told = ", ".join(f"'{name}'" for name in names)
        yield checked.problem(record, f"it has changed since these inferences were weighed: {told}", field, hint=HINT)


def inferences_are_weighed_anew(checked: Checked) -> Iterator[Problem]:
    """An event or position is as it was when the inferences that speak of it were last weighed.

    A dossier that keeps no weighings is not held to them.
    """
    kept = {(weighing.inference, weighing.record) for weighing in checked.dossier.weighings}
    if not kept:
        return
    yield from _changed(checked)
    now = {(weighing.inference, weighing.record) for weighing in weighings(checked.dossier)}
    told: set[tuple[str, str]] = set()
    for weighing in checked.dossier.weighings:
        if (weighing.inference, weighing.record) in told:
            yield checked.problem(weighing, "it is weighed twice", "inference", hint=HINT)
        told.add((weighing.inference, weighing.record))
        if (weighing.inference, weighing.record) not in now:
            message = f"the inference '{weighing.inference}' no longer speaks of '{weighing.record}'"
            yield checked.problem(weighing, message, "record", hint=HINT)
    for argument in checked.dossier.arguments:
        for index, inference in enumerate(argument.inferences):
            for name, key in sorted(now - kept):
                if name == inference.id:
                    message = f"the inference '{name}' speaks of '{key}', for which it was never weighed"
                    yield checked.problem(argument, message, "inferences", index, hint=HINT)


def as_seed(made: list[Weighing]) -> str:
    """Weighings as the text of a seed file."""
    lines = ["# Made by: nox -s weigh, once the inferences have been held against these records again."]
    for weighing in made:
        lines += [f"- inference: {weighing.inference}", f"  record: {weighing.record}", f"  digest: {weighing.digest}"]
    return "\n".join(lines) + "\n"
