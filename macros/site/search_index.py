"""What the search knows: one entry for each thing that a reader may look for, where it stands best.

Material would make its entries from headings, and repeat a statement on each page that shows it. Ours lead to the anchor of
the person, event, term, question or statement itself. The search shows these texts as HTML, so they are escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from macros.models.actor import Actor
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.source import Layer
from macros.models.statement import Statement
from macros.models.typography import capital_first
from macros.rendering.addresses import SECTION_OF_PART, page_of

BEST = ("argument", "track", "mediator", "party", "timeline", "source")
"""Templates of pages on which a statement stands in its context, best first."""

TITLE_BOOST = 2
"""How much more a word counts in a title. Material says a thousand: then no statement would be found by its words."""

ACTOR_BOOST = 4
"""Who types a name looks for its bearer first, and then for what he or she said."""

OTHER_LAYERS_BOOST = 0.2
"""What the source says comes before what others say of it."""

_OTHER_LAYERS = frozenset({"checked/", "aftermath/", "evidence/"})

_SAID = "said-"
"""Begins the anchor of a statement."""


@dataclass(frozen=True)
class ShownPage:
    """A finished page.

    Attributes:
        address: From the root of the site.
        template: Stem of its template; empty where it has none.
        title: Escaped for HTML, as the headings are.
        headings: Of its sections.
        anchors: Every id, in the order of the page.
    """

    address: str
    template: str
    title: str
    headings: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found; all texts are escaped for HTML. What is boosted comes before what is as like."""

    location: str
    title: str
    text: str
    boost: float = 1


def _named(actor: Actor) -> str:
    """Every name by which somebody may be looked for."""
    others = dict.fromkeys((*actor.metonyms, *actor.spellings))
    name = capital_first(actor.name)
    return f"{name} ({', '.join(others)})" if others else name


def _speaker(dossier: Dossier, statement: Statement) -> str:
    return capital_first(dossier.speaker_of(statement).name)


def _rank(page: ShownPage) -> int:
    return BEST.index(page.template) if page.template in BEST else len(BEST)


def _statements(dossier: Dossier, pages: Sequence[ShownPage]) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for page in sorted(pages, key=_rank):
        for anchor in page.anchors:
            name = anchor.removeprefix(_SAID)
            if anchor.startswith(_SAID) and name not in seen:
                seen.add(name)
                statement = dossier.statement[name]
                yield f"{page.address}#{anchor}", _speaker(dossier, statement), statement.says


def _shown(dossier: Dossier, pages: Sequence[ShownPage]) -> list[Actor]:
    """Actors that have a page, or an entry among the people."""
    people = [frozenset(page.anchors) for page in pages if page.template == "people"]
    return [
        one for one in dossier.actors
        if one.part in SECTION_OF_PART or all(one.id in anchors for anchors in people)
    ]  # fmt: skip


def _publishers(dossier: Dossier, names: Sequence[str]) -> str:
    return ", ".join(dossier.actor[dossier.source[name].publisher].short for name in names)


def _compared(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """What other sources say, what came afterwards, and the sources that have no page of their own."""
    for check in dossier.checks:
        yield f"checked/#{check.id}", _publishers(dossier, check.sources), check.says
    for one in dossier.disagreements:
        yield f"checked/#{one.id}", one.topic, " ".join((*(v.says or "" for v in one.versions), one.assessment))
    for fact in dossier.later_facts:
        yield f"aftermath/#{fact.id}", _publishers(dossier, fact.sources), fact.says
    for source in dossier.sources:
        if source.layer is not Layer.BASE:
            title = "" if isinstance(source.title, Nothing) else source.title
            yield f"evidence/#{source.id}", dossier.actor[source.publisher].name, title


def _boost(location: str) -> float:
    return OTHER_LAYERS_BOOST if location.partition("#")[0] in _OTHER_LAYERS else 1


def search_entries(dossier: Dossier, pages: Sequence[ShownPage]) -> list[SearchEntry]:
    """Everything that can be found: pages, people, events, terms, open questions, statements.

    Args:
        dossier: The dossier.
        pages: Its finished pages.
    """
    found = [
        SearchEntry(page.address, page.title, ". ".join(page.headings), _boost(page.address)) for page in pages
    ]  # fmt: skip
    records = [
        *((page_of(one), _named(one), "; ".join(role.title for role in one.roles)) for one in _shown(dossier, pages)),
        *((page_of(event), event.title, event.date_in_words or "") for event in dossier.events),
        *((page_of(term), term.term, term.explanation) for term in dossier.terms),
        *((page_of(gap), gap.question, gap.remark) for gap in dossier.gaps),
        *_statements(dossier, pages),
        *_compared(dossier),
    ]
    actors = {page_of(one) for one in dossier.actors}
    pages_by_address = {entry.location for entry in found}
    for location, title, text in records:
        # Somebody with a page of their own is found as a section of it, so that all names lead there.
        place = f"{location}#content" if location in pages_by_address else location
        boost = ACTOR_BOOST if location in actors else _boost(location)
        found.append(SearchEntry(place, str(escape(title)), str(escape(text)), boost))
    return found
