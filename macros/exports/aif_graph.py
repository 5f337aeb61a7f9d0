"""The lists of an AIF document, with ids, forms and names as tools expect them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from typing import Any

from macros.models.actor import Actor, ActorKind

_LARGEST = 2**30
"""Databases of arguments keep ids in 31 bits. This leaves room for the ids that tools add after the largest."""


class Form(Enum):
    """The forms of scheme node, with their type, their default text, and the number of their scheme in AIFdb."""

    INFERENCE = ("RA", "Default Inference", 72)
    CONFLICT = ("CA", "Default Conflict", 71)
    REPHRASE = ("MA", "Default Rephrase", 144)
    TRANSITION = ("TA", "Default Transition", 82)
    ASSERTING = ("YA", "Asserting", 74)
    ANALYSING = ("YA", "Analysing", 75)
    DISAGREEING = ("YA", "Disagreeing", 78)
    ARGUING = ("YA", "Arguing", 80)
    RESTATING = ("YA", "Restating", 101)


def _names(actor: Actor) -> tuple[str, str]:
    """The first name and the surname. Only the name of a person is split, as OVA does it: after the first word."""
    first, _, rest = actor.name.partition(" ")
    is_split = actor.kind is ActorKind.PERSON and rest and not first.islower()
    return (first, rest) if is_split else ("", actor.name)


@dataclass
class AifGraph:
    """An AIF document in the making. Its parts are named by keys, from which their ids follow.

    Tools read ids as numbers and count on from the largest, so ids are numerals. They follow from the key alone, so they stay the
    same when other records come and go, and a claim has the same id in every argument.

    Attributes:
        timestamp: The time stamp of every node.
    """

    timestamp: str
    _keys: dict[int, str] = field(default_factory=dict)
    _nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    _edges: dict[str, dict[str, Any]] = field(default_factory=dict)
    _locutions: dict[str, dict[str, Any]] = field(default_factory=dict)
    _participants: dict[int, dict[str, Any]] = field(default_factory=dict)
    _schemes: dict[str, str] = field(default_factory=dict)

    def number(self, key: str) -> int:
        """The number of a key. If two keys have the same hash, the second one takes the next free number."""
        number = int.from_bytes(sha256(key.encode()).digest()[:4], "big") % _LARGEST
        while self._keys.setdefault(number, key) != key:
            number += 1
        return number

    def node(self, key: str, kind: str, text: str) -> str:
        """Adds a node, and returns its id."""
        name = str(self.number(key))
        self._nodes.setdefault(name, {"nodeID": name, "text": text, "type": kind, "timestamp": self.timestamp})
        return name

    def scheme(self, key: str, form: Form, text: str = "") -> str:
        """Adds a scheme node, and returns its id."""
        kind, default, scheme = form.value
        name = self.node(key, kind, text or default)
        self._schemes[name] = str(scheme)
        return name

    def edge(self, tail: str, head: str) -> None:
        """Adds an edge between two nodes."""
        name = str(self.number(f"{tail} {head}"))
        self._edges[name] = {"edgeID": name, "fromID": tail, "toID": head, "formEdgeID": None}

    def link(self, tail: str, form: Form, head: str) -> None:
        """Adds a scheme node between two nodes: from what is said to what is thereby done."""
        between = self.scheme(f"{tail} {form.name} {head}", form)
        self.edge(tail, between)
        self.edge(between, head)

    def participant(self, key: str, first: str, last: str) -> None:
        """Adds a participant."""
        number = self.number(f"participant {key}")
        self._participants[number] = {"participantID": number, "firstname": first, "surname": last}

    def actor(self, actor: Actor) -> None:
        """Adds an actor as a participant."""
        self.participant(actor.id, *_names(actor))

    def name_of(self, participant: str) -> str:
        """The whole name of a participant."""
        found = self._participants[self.number(f"participant {participant}")]
        return f"{found['firstname']} {found['surname']}".strip()

    def locution(self, key: str, participant: str, text: str) -> str:
        """Adds what a participant says, and returns its id. The text begins with the name, because OVA reads it there."""
        name = self.node(key, "L", f"{self.name_of(participant)} : {text}")
        person = self.number(f"participant {participant}")
        times = {"timestamp": self.timestamp, "start": None, "end": None, "source": None}
        self._locutions[name] = {"nodeID": name, "personID": person, **times}
        return name

    def document(self) -> dict[str, Any]:
        """The lists of the document."""
        return {
            "nodes": list(self._nodes.values()),
            "edges": list(self._edges.values()),
            "schemefulfillments": [{"nodeID": name, "schemeID": number} for name, number in self._schemes.items()],
            "participants": list(self._participants.values()),
            "locutions": list(self._locutions.values()),
        }
