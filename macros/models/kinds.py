"""The kinds of record, each declared once: its file, its model, its name in messages, and where pages show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from macros.models.actor import Actor, Part
from macros.models.afterwards import Aftermath, LaterFact
from macros.models.argument import Argument, Inference, Scheme, Unstated
from macros.models.base import IdentifiedRecord, Record
from macros.models.check import Check, Disagreement
from macros.models.comparison import Comparison
from macros.models.cover import Cover
from macros.models.event import Event
from macros.models.fingerprint import Fingerprint
from macros.models.gap import Gap
from macros.models.guard import Guard
from macros.models.loaded_word import LoadedWord
from macros.models.position import Issue, Position
from macros.models.review import Review
from macros.models.source import Layer, Source
from macros.models.statement import Statement
from macros.models.term import Term
from macros.models.track import Track

if TYPE_CHECKING:
    from macros.models.dossier import Dossier

SECTION_OF_PART = {Part.MEDIATOR: "mediators", Part.PARTY: "parties"}
"""For each part whose actors have their own pages, the section of these pages."""


@dataclass(frozen=True)
class Kind:
    """One kind of record.

    Attributes:
        name: Name of the seed file (or folder) that holds the records, and of the attribute of `Dossier`.
        model: The model of one record.
        singular: Name of one record in messages.
        address: Where the site shows a record: a pattern with `{id}`, or a function of the record and its dossier. Empty
            if the records have no page or anchor of their own.
        layer: The layer to which the records belong. Their sources must be of that layer. A use outside the base layer
            does not count as a use in it. None if the records belong to no single layer.
        layer_follows: Which layer a record belongs to, if its content decides that and not its kind.
        is_exported: Whether readers can download the records. Records that only the checks use are not exported, and
            what they name does not count as used.
        is_searchable: Whether the search finds the records.
        is_fact: Whether a change of such a record requires a new review of the inferences that are based on it.
    """

    name: str
    model: type[Record]
    singular: str
    address: str | Callable[[Any, Dossier], str] = ""
    layer: Layer | None = None
    layer_follows: Callable[[Any], Layer] | None = None
    is_exported: bool = True
    is_searchable: bool = False
    is_fact: bool = False

    def layer_of(self, record: Record) -> Layer | None:
        """The layer of one record of this kind."""
        return self.layer_follows(record) if self.layer_follows else self.layer


def pages_of(actor: Actor) -> dict[Part, str]:
    """The addresses of an actor's own pages, by the part to which they belong, the main part first.

    A page stays where it is if the actor gets another part.
    """
    return {part: f"{SECTION_OF_PART[part]}/{actor.id}/" for part in actor.part if part in SECTION_OF_PART}


def _of_actor(actor: Actor, _: Dossier) -> str:
    return next(iter(pages_of(actor).values()), f"people/#{actor.id}")


def _of_source(source: Source, _: Dossier) -> str:
    if source.layer is Layer.BASE:
        return f"evidence/{source.id}/"
    # Titles of later sources can say how things went on, so they are listed on the page of later events only.
    return f"aftermath/#{source.id}" if source.layer is Layer.AFTERWARDS else f"evidence/#{source.id}"


def _of_argument(argument: Argument, dossier: Dossier) -> str:
    # A single argument needs no index, so the first page of the section shows it.
    return f"argument/{argument.id}/" if dossier.has_several_arguments else f"argument/#{argument.id}"


def _of_inference(inference: Inference, dossier: Dossier) -> str:
    page = _of_argument(dossier.argument_of[inference.id], dossier).partition("#")[0]
    return f"{page}#{inference.id}"


def _of_disagreement(one: Disagreement, _: Dossier) -> str:
    return f"{'disagreements' if one.is_within_base else 'checked'}/#{one.id}"


def _layer_of_disagreement(one: Disagreement) -> Layer:
    return Layer.BASE if one.is_within_base else Layer.OTHER


COVER = Kind("dossier", Cover, "dossier", layer=Layer.BASE)
"""The cover: the only file that holds one record instead of a list."""

INFERENCES = Kind("inferences", Inference, "inference", _of_inference, Layer.BASE)
"""Inferences are parts of an argument, and have their own ids and addresses."""

UNSTATED = Kind("unstated", Unstated, "unstated claim", layer=Layer.BASE)
"""Unstated claims are parts of an argument too. Several steps can show one, so it has no address of its own."""

RECORD_KINDS = {
    kind.name: kind
    for kind in (
        Kind("sources", Source, "source", _of_source, layer_follows=attrgetter("layer"), is_searchable=True),
        Kind("fingerprints", Fingerprint, "fingerprint", is_exported=False),
        Kind("actors", Actor, "actor", _of_actor, is_searchable=True),
        Kind("tracks", Track, "track", "tracks/{id}/", Layer.BASE),
        Kind("events", Event, "event", "timeline/#{id}", Layer.BASE, is_searchable=True, is_fact=True),
        Kind("statements", Statement, "statement", layer=Layer.BASE, is_searchable=True),
        Kind("issues", Issue, "issue", layer=Layer.BASE),
        Kind("positions", Position, "position", layer=Layer.BASE, is_fact=True),
        Kind("schemes", Scheme, "scheme", layer=Layer.BASE),
        Kind("arguments", Argument, "argument", _of_argument, Layer.BASE),
        Kind("terms", Term, "term", "glossary/#{id}", Layer.BASE, is_searchable=True),
        Kind("gaps", Gap, "gap", "unknowns/#{id}", Layer.BASE, is_searchable=True),
        Kind("loaded_words", LoadedWord, "loaded word", is_exported=False),
        Kind("guards", Guard, "guard", is_exported=False),
        Kind("reviews", Review, "review", is_exported=False),
        Kind("checks", Check, "check", "checked/#{id}", Layer.OTHER, is_searchable=True),
        Kind(
            "disagreements",
            Disagreement,
            "disagreement",
            _of_disagreement,
            Layer.OTHER,
            _layer_of_disagreement,
            is_searchable=True,
        ),
        Kind("comparison", Comparison, "comparison", layer=Layer.OTHER),
        Kind("aftermath", Aftermath, "aftermath", layer=Layer.AFTERWARDS),
        Kind("later_facts", LaterFact, "later fact", "aftermath/#{id}", Layer.AFTERWARDS, is_searchable=True),
    )
}
"""The kinds that a dossier holds as lists, by name, in reading order."""

FILE_KINDS = {COVER.name: COVER, **RECORD_KINDS}
"""The kinds that have a seed file."""

ALL_KINDS = {**FILE_KINDS, INFERENCES.name: INFERENCES, UNSTATED.name: UNSTATED}
"""Every kind of record."""

_KIND_OF_MODEL = {kind.model: kind for kind in ALL_KINDS.values()}


def kind_of_model(model: type[Record]) -> Kind:
    """The kind whose records a model describes."""
    return _KIND_OF_MODEL[model]


def has_address(record: Record) -> bool:
    """Whether the record has a page or an anchor of its own."""
    return type(record) in _KIND_OF_MODEL and bool(kind_of_model(type(record)).address)


def address_of(record: IdentifiedRecord, dossier: Dossier) -> str:
    """The address, from the root of the site, of the page or anchor that shows a record.

    Args:
        record: The record.
        dossier: The dossier to which it belongs: an argument has a page of its own only beside others.

    Raises:
        TypeError: Records of this kind have no address of their own.
    """
    if not has_address(record):
        raise TypeError(f"a {type(record).__name__} has no address of its own")
    address = kind_of_model(type(record)).address
    return address.format(id=record.id) if isinstance(address, str) else address(record, dossier)
