"""Permanent addresses of pages and records, and links between them that work below any host path."""

from __future__ import annotations

import posixpath

from macros.models.actor import Actor, Part
from macros.models.afterwards import LaterFact
from macros.models.argument import Argument, Inference
from macros.models.base import IdentifiedRecord
from macros.models.check import Check, Disagreement
from macros.models.event import Event
from macros.models.gap import Gap
from macros.models.source import Layer, Source
from macros.models.term import Term
from macros.models.track import Track

SECTION_OF_PART = {Part.MEDIATOR: "mediators", Part.PARTY: "parties"}
"""The section in which actors of a part have pages of their own."""

ANCHORED: dict[type[IdentifiedRecord], str] = {
    Event: "timeline/",
    Argument: "argument/",
    Inference: "argument/",
    Term: "glossary/",
    Gap: "unknowns/",
    Check: "checked/",
    Disagreement: "checked/",
    LaterFact: "aftermath/",
}
"""Kinds of record that are anchored entries of a page."""


def page_of(record: IdentifiedRecord) -> str:
    """The address, from the root of the site, of the page or anchor that shows a record.

    Raises:
        TypeError: Records of this kind have no address of their own.
    """
    match record:
        case Track():
            return f"tracks/{record.id}/"
        case Actor() if record.part in SECTION_OF_PART:
            return f"{SECTION_OF_PART[record.part]}/{record.id}/"
        case Actor():
            return f"people/#{record.id}"
        case Source() if record.layer is Layer.BASE:
            return f"evidence/{record.id}/"
        case Source():
            return f"evidence/#{record.id}"
    if type(record) in ANCHORED:
        return f"{ANCHORED[type(record)]}#{record.id}"
    raise TypeError(f"a {type(record).__name__} has no address of its own")


def relative(target: str, page: str) -> str:
    """A link from one page to another, relative so that the site can live below any path.

    Args:
        target: Address from the root of the site, perhaps with an anchor, as `tracks/x/#y`.
        page: Address of the page on which the link stands, as `argument/`; empty for the home page.
    """
    path, mark, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    step = posixpath.relpath(f"/{path}", f"/{page}")
    step = "./" if step == "." else step + ("/" if path.endswith("/") or not path else "")
    return f"{step}{mark}{anchor}"
