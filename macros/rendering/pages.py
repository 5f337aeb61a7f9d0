"""Renders the bodies of pages: each is one block of HTML, made by one template from one view."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from jinja2 import Environment

from macros.evidence.quotations import parted
from macros.exports.files import ExportedFile
from macros.models.actor import Actor
from macros.models.argument import Argument
from macros.models.base import IdentifiedRecord, Nothing
from macros.models.dossier import Dossier
from macros.models.kinds import address_of, pages_of
from macros.models.typography import capital_first, lower_first, together
from macros.rendering.addresses import relative
from macros.rendering.attribution import Attribution
from macros.rendering.environment import new_environment
from macros.rendering.isolation import bare, is_foreign, is_mostly_from_left, isolated, with_elements
from macros.rendering.narrative import NarrativeReader
from macros.rendering.other_sources import OtherSources
from macros.rendering.prose import Prose
from macros.rendering.template_cache import template_cache
from macros.rendering.text_width import wrap
from macros.rendering.views import (
    about,
    aftermath,
    argument,
    cross_check,
    data,
    disagreements,
    evidence,
    glossary,
    home,
    people,
    positions,
    timeline,
    track_page,
    track_strip,
    unknowns,
)

WHOLE: dict[str, Callable[[Dossier], object]] = {
    "home": home.home,
    "tracks": track_strip.tracks,
    "mediators": positions.mediators,
    "parties": positions.parties,
    "argument": argument.arguments,
    "timeline": timeline.timeline_page,
    "people": people.people,
    "glossary": glossary.glossary,
    "evidence": evidence.evidence,
    "unknowns": unknowns.unknowns,
    "about": about.about,
    "disagreements": disagreements.disagreements,
    "checked": cross_check.cross_check,
    "aftermath": aftermath.aftermath,
}
"""The view of each page about the whole dossier. A view selects and sorts what the template shows."""

DATA = "data"
"""The page of downloads. Its view also needs the files."""

OF_RECORDS: dict[str, Callable[[Dossier, str], object]] = {
    "track": track_page.track,
    "mediator": positions.mediator,
    "party": positions.party,
    "source": evidence.source,
    "one_argument": argument.one_argument,
}
"""The view of each kind of page about one record."""

NAMES = (*WHOLE, DATA, *OF_RECORDS)
"""The names of all kinds of page: each is the stem of a template and the name of a macro."""


@cache
def language_name(tag: str) -> str:
    """The English name of a language (Unicode CLDR, through Babel); the tag itself if CLDR has none."""
    # Importing Babel takes long, and few templates need it.
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def record_name(record: IdentifiedRecord) -> str:
    """The text of a link to a record: its name, title, question, topic or term."""
    for field in ("name", "title", "question", "topic", "term"):
        name = getattr(record, field, None)
        if name:
            return capital_first(name)
    return record.id


@cache
def environment() -> Environment:
    """The environment of the templates of pages."""
    made = new_environment(bytecode_cache=template_cache())
    made.filters |= {
        "capital_first": capital_first,
        "lower_first": lower_first,
        "in_lines": lambda text, columns: wrap(bare(text), columns),
        "isolated": isolated,
        "language_name": language_name,
        "record_name": record_name,
        "together": together,
        "parted": parted,
    }
    made.tests |= {
        "nothing": lambda value: isinstance(value, Nothing),
        "foreign": is_foreign,
        "mostly_from_left": is_mostly_from_left,
    }
    made.finalize = isolated
    return made


def _link(dossier: Dossier, page: str, target: str | IdentifiedRecord, part: str = "") -> str:
    """A link from a page to an address or to a record; to the page of an actor as a party or a mediator, if it has one."""
    if isinstance(target, str):
        return relative(target, page)
    own = {str(one): address for one, address in pages_of(target).items()} if isinstance(target, Actor) else {}
    return relative(own.get(part) or address_of(target, dossier), page)


class PageRenderer:
    """Renders the bodies of the pages of one dossier."""

    def __init__(self, dossier: Dossier, files: Callable[[], Sequence[ExportedFile]]) -> None:
        """Renders nothing yet.

        Args:
            dossier: The dossier.
            files: Returns the files that readers can download. It is called only for the page that lists them.
        """
        self._dossier = dossier
        self._files = files

    def _view(self, template: str, record_id: str) -> object:
        if template == DATA:
            return data.data(self._dossier, self._files())
        return OF_RECORDS[template](self._dossier, record_id) if record_id else WHOLE[template](self._dossier)

    def body(self, template: str, address: str, record_id: str = "") -> str:
        """Renders the body of one page.

        Args:
            template: The kind of page, one of `NAMES`.
            address: Address of the page from the root of the site; links are made relative to it.
            record_id: Id of the record that the page shows, if it shows one.

        Returns:
            One block of HTML.
        """
        dossier = self._dossier
        html = (
            environment()
            .get_template(f"pages/{template}.html.j2")
            .render(
                dossier=dossier,
                cover=dossier.cover,
                introduction=dossier.cover.introductions.get(template),  # type: ignore[call-overload]
                view=self._view(template, record_id),
                link=partial(_link, dossier, address),
                # These keep track of what a page has shown, so each page needs new ones.
                attribution=Attribution(dossier),
                prose=Prose(dossier),
                clauses=NarrativeReader(dossier).paragraphs,
                cross_check=OtherSources(dossier),
            )
        )
        return "\n".join(line.strip() for line in with_elements(html).splitlines() if line.strip())


def render_map(dossier: Dossier, shown: Argument) -> str:
    """Renders the map of an argument as an SVG file."""
    view = argument.argument(dossier, shown)
    drawing = environment().get_template("drawings/argument_map.svg.j2")
    page = relative(address_of(shown, dossier).partition("#")[0], "argument/")
    return drawing.render(dossier=dossier, view=view, page=page).lstrip()


def drawings(dossier: Dossier) -> Iterator[ExportedFile]:
    """Every drawing that is a separate file."""
    for one in dossier.arguments:
        yield ExportedFile(f"argument/{one.id}.svg", partial(render_map, dossier, one))


def render_part(dossier: Dossier, part: str) -> str:
    """Renders a part outside the body of a page, such as the line below the site's name."""
    html = environment().get_template(f"parts/{part}.html.j2").render(dossier=dossier, cover=dossier.cover)
    return with_elements(html).strip()
