"""What has changed in the format of seed files, one step a function: what an editor must do by hand, a step does in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from macros.loading.text_edits import Node, TextEdits
from macros.models.base import Nothing
from macros.models.cover import FORMAT
from macros.models.kinds import COVER


@dataclass(frozen=True)
class SeedText:
    """A seed file that is being migrated.

    Attributes:
        kind: The kind of its records.
        file: Its name as messages show it.
        node: Its value, with the places of everything in it.
        edits: What is changed in it.
    """

    kind: str
    file: str
    node: Node
    edits: TextEdits

    @property
    def records(self) -> tuple[Node, ...]:
        """The nodes of its records."""
        return (self.node,) if self.kind == COVER.name else self.node.items


@dataclass(frozen=True)
class Undecided:
    """Something that only an editor can decide.

    Attributes:
        seed: The file.
        node: The value that it is about.
        question: What to decide.
    """

    seed: SeedText
    node: Node
    question: str

    def __str__(self) -> str:
        return f"{self.seed.file}:{self.seed.edits.line_of(self.node.start)}: {self.question}"


Step: TypeAlias = Callable[[SeedText], Iterator[Undecided]]


def quoted_voices_are_inside_others(seed: SeedText) -> Iterator[Undecided]:
    """Voices of a passage: `[a, b]` now means that both speak side by side. Formerly it meant that `a` quotes `b`."""
    for record in seed.records if seed.kind == "sources" else ():
        passages = record.fields.get("passages")
        for passage in passages.items if passages else ():
            voices = passage.fields.get("voices")
            if voices and len(voices.items) > 1 and all(isinstance(item.value, str) for item in voices.items):
                *outer, innermost = [str(item.value) for item in voices.items]
                seed.edits.replace(voices, f"[{{by: {innermost}, through: [{', '.join(outer)}]}}]")
                if not voices.is_flow:
                    yield Undecided(seed, voices, "the list of voices is in one line now; a comment in it was removed")


def silence_is_not_recorded(seed: SeedText) -> Iterator[Undecided]:
    """Positions: whoever has none is silent, so `nothing: silent` says nothing, unless the issue has no other position.

    A position with a comment in it stays.
    """
    if seed.kind != "positions":
        return
    silent = {number for number, record in enumerate(seed.records) if _value(record, "nothing") == Nothing.SILENT}
    spoken_of = {_value(record, "issue") for number, record in enumerate(seed.records) if number not in silent}
    removed = [
        number
        for number in sorted(silent)
        if _value(record := seed.records[number], "issue") in spoken_of
        and " #" not in seed.edits.text[record.start : record.end]
    ]
    seed.edits.remove_items(seed.node, removed)
    yield from ()


_STATUSES_OF_KINDS = {
    "announcement": {"held": "made", "not-held": "not-made"},
    "military-operation": {"held": "happened", "not-held": "did-not-happen"},
}
"""By kind, the statuses that have another name."""


def events_have_statuses_of_their_kind(seed: SeedText) -> Iterator[Undecided]:
    """Events: what is no meeting is not "held", and only what can be declined has a decliner and a ground."""
    for record in seed.records if seed.kind == "events" else ():
        renamed = _STATUSES_OF_KINDS.get(str(_value(record, "kind")), {})
        old = str(_value(record, "status"))
        if new := renamed.get(old):
            seed.edits.replace(record.fields["status"], new)
        if renamed and old == "declined":
            question = (
                f"an event of the kind '{_value(record, 'kind')}' cannot be 'declined': choose another kind or status"
            )
            yield Undecided(seed, record.fields["status"], question)
        for field in ("decliner", "ground"):
            if renamed and field in record.fields:
                seed.edits.remove_field(record, field)


def the_cover_names_the_format(seed: SeedText) -> Iterator[Undecided]:
    """The cover: `format` is its first field."""
    if seed.kind == COVER.name:
        if written := seed.node.fields.get("format"):
            seed.edits.replace(written, FORMAT)
        else:
            seed.edits.put_before(seed.node, "format", FORMAT)
    yield from ()


def _value(record: Node, field: str) -> object:
    return record.fields[field].value if field in record.fields else None


STEPS: tuple[Step, ...] = (
    the_cover_names_the_format,
    silence_is_not_recorded,
    quoted_voices_are_inside_others,
    events_have_statuses_of_their_kind,
)
"""The steps from format 1 to format 2."""
