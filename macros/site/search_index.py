"""The entries of the search: one for each thing that a reader can look for, at the place that shows it best.

Entries lead to the anchor of the person, event, term, question or statement itself. The search shows these texts as HTML, so
they are escaped. The search itself is `docs/assets/search.js`; it finds words in every spelling, so the entries need only one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from markupsafe import escape

from macros.models.actor import Actor
from macros.models.afterwards import LaterFact
from macros.models.base import IdentifiedRecord, Nothing, Record
from macros.models.check import Check, Disagreement
from macros.models.content import content_of
from macros.models.dossier import Dossier
from macros.models.kinds import RECORD_KINDS, address_of, pages_of
from macros.models.references import own_references
from macros.models.source import Layer, Source
from macros.models.typography import capital_first, together
from macros.rendering.pages import record_name

BEST = ("argument", "one_argument", "track", "mediator", "party", "timeline", "source")
"""Templates of pages that show a statement in its context, best first."""

ACTOR_BOOST = 4
"""A reader who types a name looks for the person first, and then for statements of that person."""

OTHER_LAYERS_BOOST = 0.2
"""The base layer comes before the other layers."""

_OTHER_LAYERS = frozenset({"checked/", "aftermath/", "evidence/"})

_SAID = "said-"
"""The start of the anchor of a statement."""


@dataclass(frozen=True)
class ShownPage:
    """A finished page.

    Attributes:
        address: From the root of the site.
        template: Stem of its template; empty if it has none.
        title: Escaped for HTML, as the headings are.
        headings: The headings of its sections.
        anchors: Every id, in the order of the page.
    """

    address: str
    template: str
    title: str
    headings: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class SearchEntry:
    """One entry; all texts are escaped for HTML. Of two equally good matches, the one with the higher boost comes first."""

    location: str
    title: str
    text: str
    boost: float = 1


Words: TypeAlias = "tuple[str, str]"
"""The title and the text of an entry."""


def _rank(page: ShownPage) -> int:
    return BEST.index(page.template) if page.template in BEST else len(BEST)


def _of_actor(_: Dossier, actor: Actor) -> Words:
    """Every name by which readers may look for an actor."""
    others = dict.fromkeys((*actor.metonyms, *actor.spellings))
    name = capital_first(actor.name)
    return f"{name} ({', '.join(others)})" if others else name, "; ".join(role.title for role in actor.roles)


def _of_report(dossier: Dossier, report: Check | LaterFact) -> Words:
    publishers = (dossier.actor[dossier.source[name].publisher].short for name in report.sources)
    return ", ".join(publishers), report.says


def _of_disagreement(_: Dossier, one: Disagreement) -> Words:
    return one.topic, " ".join((*(version.says or "" for version in one.versions), one.assessment))


def _of_source(dossier: Dossier, source: Source) -> Words:
    return dossier.actor[source.publisher].name, "" if isinstance(source.title, Nothing) else source.title


WORDS: dict[str, Callable[[Dossier, Any], Words]] = {
    "actors": _of_actor,
    "events": lambda _, event: (
        event.title,
        " ".join(filter(None, (event.series, event.repeats, event.date_in_words))),
    ),
    "terms": lambda _, term: (term.term, term.explanation),
    "gaps": lambda _, gap: (gap.question, gap.remark),
    "statements": lambda dossier, one: (
        capital_first(together([a.name for a in dossier.speakers_of(one)])),
        content_of(dossier, one),
    ),
    "checks": _of_report,
    "disagreements": _of_disagreement,
    "later_facts": _of_report,
    "sources": _of_source,
}
"""By kind, the words of an entry, in the order of the index. For other kinds, these are the name and all texts of the record."""


def _plain_words(_: Dossier, record: IdentifiedRecord) -> Words:
    # Nobody searches for the ids of other records.
    ids = {"id", *(reference.pattern[0] for reference in own_references(type(record)))}
    values = [getattr(record, name) for name in type(record).model_fields if name not in ids]
    texts = [text for value in values for text in (value if isinstance(value, tuple) else [value])]
    return record_name(record), " ".join(text for text in texts if type(text) is str)


def _is_listed(record: Record, people: Sequence[frozenset[str]]) -> bool:
    """Whether a record has an entry. Actors that no page shows have none, and sources with their own page have none."""
    if isinstance(record, Actor):
        return bool(pages_of(record)) or all(record.id in anchors for anchors in people)
    return not isinstance(record, Source) or record.layer is not Layer.BASE


def _places(dossier: Dossier, kind: str, pages: Sequence[ShownPage]) -> Iterator[tuple[str, IdentifiedRecord]]:
    """The records of a kind that have an entry, each with the address of the entry."""
    if kind != "statements":
        people = [frozenset(page.anchors) for page in pages if page.template == "people"]
        for record in dossier.of_kind(kind):
            if isinstance(record, IdentifiedRecord) and _is_listed(record, people):
                yield address_of(record, dossier), record
        return
    # A statement has no address of its own. Its entry leads to the page that shows it best.
    seen: set[str] = set()
    for page in sorted(pages, key=_rank):
        for anchor in page.anchors:
            name = anchor.removeprefix(_SAID)
            if anchor.startswith(_SAID) and name not in seen:
                seen.add(name)
                yield f"{page.address}#{anchor}", dossier.statement[name]


def _records(dossier: Dossier, pages: Sequence[ShownPage]) -> Iterator[tuple[str, str, str]]:
    """The address, title and text of the entry of every record."""
    for kind in [*WORDS, *(name for name in RECORD_KINDS if name not in WORDS)]:
        words = WORDS.get(kind, _plain_words)
        for place, record in _places(dossier, kind, pages) if RECORD_KINDS[kind].is_searchable else ():
            yield (place, *words(dossier, record))


def _boost(location: str) -> float:
    return OTHER_LAYERS_BOOST if location.partition("#")[0] in _OTHER_LAYERS else 1


def search_entries(dossier: Dossier, pages: Sequence[ShownPage]) -> list[SearchEntry]:
    """The entries of the search: pages, and records of every searchable kind.

    Args:
        dossier: The dossier.
        pages: Its finished pages.
    """
    found = [
        SearchEntry(page.address, page.title, ". ".join(page.headings), _boost(page.address)) for page in pages
    ]  # fmt: skip
    actors = {address_of(one, dossier) for one in dossier.actors}
    pages_by_address = {entry.location for entry in found}
    for location, title, text in _records(dossier, pages):
        # An actor with a page of their own is a section of that page, so that all names lead there.
        place = f"{location}#content" if location in pages_by_address else location
        boost = ACTOR_BOOST if location in actors else _boost(location)
        found.append(SearchEntry(place, str(escape(title)), str(escape(text)), boost))
    return found
