"""Ids: given once, and naming something that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from macros.loading.folder import RawRecord
from macros.loading.problem import Problem, did_you_mean
from macros.loading.yaml_text import Path, Value
from macros.models.base import Nothing
from macros.validation.checked import Checked

EACH = "*"
"""In a path: every item of a list."""

REFERENCES: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "dossier": (
        (("base_source",), ("sources",)),
        (("short_answer", EACH), ("statements",)),
    ),
    "sources": (
        (("publisher",), ("actors",)),
        (("passages", EACH, "voices", EACH), ("actors",)),
    ),
    "fingerprints": ((("source",), ("sources",)),),
    "actors": ((("of",), ("actors",)),),
    "tracks": (
        (("mediators", EACH), ("actors",)),
        (("statements", EACH), ("statements",)),
    ),
    "events": (
        (("track",), ("tracks",)),
        (("participants", EACH), ("actors",)),
        (("statements", EACH), ("statements",)),
        (("readings", EACH), ("statements",)),
        (("refusals", EACH, "by"), ("actors",)),
        (("refusals", EACH, "statement"), ("statements",)),
        (("refusals", EACH, "ground", EACH), ("statements",)),
    ),
    "statements": (
        (("source",), ("sources",)),
        (("chain", EACH, "speaker"), ("actors",)),
        (("chain", EACH, "to"), ("actors",)),
        (("rewords",), ("statements",)),
    ),
    "weighings": ((("inference",), ("inferences",)),),
    "positions": (
        (("actor",), ("actors",)),
        (("issue",), ("issues",)),
        (("toward",), ("actors",)),
        (("told_by", EACH), ("actors",)),
        (("statements", EACH), ("statements",)),
    ),
    "arguments": (
        (("speaker",), ("actors",)),
        (("gist", EACH), ("statements",)),
        (("conclusion",), ("statements",)),
        (("inferences", EACH, "premises", EACH), ("statements", "events")),
        (("inferences", EACH, "conclusion"), ("statements", "inferences")),
        (("inferences", EACH, "concedes", EACH), ("statements",)),
        (("inferences", EACH, "scheme"), ("schemes",)),
        (("inferences", EACH, "answers", EACH, "statements", EACH), ("statements",)),
    ),
    "terms": ((("statements", EACH), ("statements",)),),
    "gaps": (
        (("about", EACH), ("tracks", "events", "actors")),
        (("statements", EACH), ("statements",)),
    ),
    "checks": (
        (("target",), ("statements", "events")),
        (("sources", EACH), ("sources",)),
        (("quotes", EACH, "source"), ("sources",)),
    ),
    "disagreements": (
        (("about", EACH), ("statements", "events")),
        (("versions", EACH, "statements", EACH), ("statements",)),
        (("versions", EACH, "sources", EACH), ("sources",)),
    ),
    "aftermath": ((("claims", EACH, "claim"), ("statements", "inferences")),),
    "later_facts": (
        (("claim",), ("statements", "inferences")),
        (("sources", EACH), ("sources",)),
        (("quotes", EACH, "source"), ("sources",)),
    ),
}
"""For each kind of record: which of its fields hold ids, and of which kinds."""


OUTSIDE_THE_BASE = {
    "checks": "a check stands beside the base layer; no record of it may rest on one",
    "disagreements": "a disagreement stands beside the base layer; no record of it may rest on one",
    "later_facts": "it came afterwards; no record of the base layer may know of it",
}
"""Kinds of record that no other record names, with the reason."""


def _texts_at(value: Value, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text that a pattern reaches, with its path."""
    if not pattern:
        if isinstance(value, str):
            yield path, value
    elif pattern[0] == EACH:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _texts_at(item, pattern[1:], (*path, index))
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _texts_at(value[pattern[0]], pattern[1:], (*path, pattern[0]))


def _ids_by_kind(records: Iterable[RawRecord]) -> dict[str, set[str]]:
    known: dict[str, set[str]] = {}
    for raw in records:
        known.setdefault(raw.kind, set()).add(raw.id)
        if raw.kind == "arguments":
            known.setdefault("inferences", set()).update(name for _, name in _inferences(raw))
    return known


def _inferences(raw: RawRecord) -> Iterator[tuple[Path, str]]:
    """The ids of the inferences of an argument, with their paths."""
    yield from _texts_at(raw.value, ("inferences", EACH, "id"))


def ids_are_given_once(records: Sequence[RawRecord]) -> Iterator[Problem]:
    """An id names one record of the whole dossier, for it is also that record's address."""
    first: dict[str, tuple[RawRecord, Path]] = {}
    for raw in records:
        own: list[tuple[Path, str]] = [(("id",), raw.id)] if raw.id else []
        for path, name in (*own, *(_inferences(raw) if raw.kind == "arguments" else ())):
            if name in first:
                other, where = first[name]
                earlier = other.place(*where)
                hint = f"first to {other.name} in {earlier.file}:{earlier.line}"
                yield raw.problem(f"the id '{name}' is given twice", *path, hint=hint)
            else:
                first[name] = raw, path


def ids_name_something(records: Sequence[RawRecord]) -> Iterator[Problem]:
    """Every id that a record names exists and is of the right kind."""
    known = _ids_by_kind(records)
    for raw in records:
        for pattern, kinds in REFERENCES.get(raw.kind, ()):
            choices = set().union(*(known.get(kind, set()) for kind in kinds))
            for path, name in _texts_at(raw.value, pattern):
                if name not in choices and name not in set(Nothing):
                    wanted = " or ".join(kind.removesuffix("s") for kind in kinds)
                    other = next((layer for layer in OUTSIDE_THE_BASE if name in known.get(layer, ())), None)
                    hint = OUTSIDE_THE_BASE[other] if other else did_you_mean(name, choices)
                    yield raw.problem(f"there is no {wanted} '{name}'", *path, hint=hint)


def passages_exist(checked: Checked) -> Iterator[Problem]:
    """A statement names passages that its source has."""
    for statement in checked.dossier.statements:
        source = checked.dossier.source.get(statement.source)
        if source is None:
            continue
        addresses = {passage.address for passage in source.passages}
        for index, address in enumerate(statement.passages):
            if address not in addresses:
                hint = did_you_mean(address, addresses)
                yield checked.problem(
                    statement, f"'{source.id}' has no passage '{address}'", "passages", index, hint=hint
                )


def critical_questions_exist(checked: Checked) -> Iterator[Problem]:
    """An inference answers every critical question of its scheme, and no other."""
    for argument in checked.dossier.arguments:
        for number, inference in enumerate(argument.inferences):
            scheme = checked.dossier.scheme.get(inference.scheme)
            if scheme is None:
                continue
            asked = {question.id for question in scheme.questions}
            answered = [answer.question for answer in inference.answers]
            for index, name in enumerate(answered):
                if name not in asked:
                    message = f"the scheme '{scheme.id}' asks no question '{name}'"
                    yield checked.problem(
                        argument,
                        message,
                        "inferences",
                        number,
                        "answers",
                        index,
                        "question",
                        hint=did_you_mean(name, asked),
                    )
            # A question under a wrong name is told already.
            unanswered = asked.difference(answered) if asked.issuperset(answered) else set()
            for name in sorted(unanswered):
                message = f"inference {inference.id} leaves the critical question '{name}' unanswered"
                yield checked.problem(
                    argument, message, "inferences", number, hint="answer it, if only with not-addressed"
                )
