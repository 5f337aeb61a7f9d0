"""Falsifications that no check can catch, because only a reader of the source can judge them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.loading.yaml_text import Value
from macros.models.event_kind import DONE, OPEN, STATUSES, TO_COME, UNTOLD, EventKind, EventStatus
from tests.seed_edits import Mutant, SeedFile, edit, scalars

POSITION_REMOVED = "position removed"
SAME_EXCERPT = "date of a report swapped for another that its source gives"
TURNED = "narrative, clause cites another statement of the same speaker"
NUMBER_OF_A_REPORT = "number of a report by another source changed"
_POSSIBLE = "status of an event changed for another that its date and its refusals allow"
_SWAPPED = "statement of a position swapped for another by the same speaker"

BEYOND = {
    POSITION_REMOVED: "who has no recorded position counts as silent; only a reader of the source misses one",
    TURNED: "whether a record says what a clause says of it, only a reader can tell",
    "manner of speech changed": "a fingerprint has the words of a passage, not its quotation marks; only words that we quote prove something",
    "kind of a statement changed": "whether a sentence is a report or an assessment is a reader's judgement",
    _POSSIBLE: "whether a deal was drafted or signed, or what came of a meeting, only a reader can tell",
    "answer to a critical question changed": "how far an argument meets a question is the editors' judgement",
    SAME_EXCERPT: "which of two dates of an excerpt belongs to a report only its reader can tell",
    NUMBER_OF_A_REPORT: "sources seen in excerpt have no fingerprint with which a number could be compared",
    _SWAPPED: "which words bear on an issue is a judgement",
    "meaning of a paraphrase turned round": "no check reads; quotations and dates are verified, the rest is the editors'",
    "relation of a check or a later fact changed": "whether a report agrees or differs is a reader's judgement",
    "word of an unverified quotation altered": "its source was seen in excerpt, and the page says so beside the quotation",
}
"""Falsifications that no check can catch, with the reason."""


def impossible_statuses(record: dict[str, Value]) -> set[str]:
    """The statuses that an event cannot have, because of its kind, its date or its refusals, and a misspelt one."""
    own = {*STATUSES[EventKind(str(record["kind"]))]}
    other = EventStatus.SIGNED if EventStatus.SIGNED not in own else EventStatus.PASSED
    is_off = any(field in record for field in ("refusals", "decliner"))
    done = (own & DONE) if is_off or record["status"] in OPEN else set()
    return {"helt", other, *(own & TO_COME), *(own & {EventStatus.DECLINED}), *done}


def judgements(file: SeedFile) -> Iterator[Mutant]:
    """Mutants of single records that no check can catch."""
    for path, text in scalars(file.tree.value):
        if file.kind == "events" and path[-1] == "status" and len(path) == 2:
            record = file.records[int(path[0])]
            assert isinstance(record, dict)
            possible = {*STATUSES[EventKind(str(record["kind"]))], *UNTOLD} - impossible_statuses(record) - {text}
            for status in sorted(possible):
                yield from edit(_POSSIBLE, file, path, text, status)
        if file.kind == "statements" and path[-1] == "kind" and len(path) == 2:
            yield from edit(
                "kind of a statement changed", file, path, text, "report" if text != "report" else "assessment"
            )
        if path[-1] == "answer":
            other = "partly" if text != "partly" else "addressed"
            yield from edit("answer to a critical question changed", file, path, text, other)
        if file.kind in {"checks", "later_facts"} and path[-1] == "relation":
            other = "context" if text != "context" else "mixed" if file.kind == "later_facts" else "contradicts"
            yield from edit("relation of a check or a later fact changed", file, path, text, other)
        if path[-1] == "fragment":
            word = text.split()[0]
            yield from edit("word of an unverified quotation altered", file, path, word, "falsified")
        if path[-1] == "says" and " not " in text:
            yield from edit("meaning of a paraphrase turned round", file, path, " not ", " surely ")


def swapped_evidence(files: list[SeedFile]) -> Iterator[Mutant]:
    """Replaces the first statement of each position by another one of the same speakers."""
    statements = [r for file in files if file.kind == "statements" for r in file.records if isinstance(r, dict)]
    chains = {str(r["id"]): _speakers(r) for r in statements}
    for file in files:
        for number, record in enumerate(file.records if file.kind == "positions" else []):
            names = record.get("statements", []) if isinstance(record, dict) else []
            first = str(names[0]) if names and isinstance(names, list) else ""
            other = next((n for n in chains if first and n not in names and chains[n] == chains[first]), None)
            if other:
                path = file.at(number, "statements", 0)
                yield from edit(_SWAPPED, file, path, first, other, f"statement {first}:")


def _speakers(statement: dict[str, Value]) -> list[str]:
    chain = statement.get("chain", [])
    return [str(level["speaker"]) for level in chain if isinstance(level, dict)]
