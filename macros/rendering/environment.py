"""Our own Jinja environment, and the one function that renders a page's body.

Everything from a record is escaped by the environment; an undefined name raises. The body is one block of
HTML that starts at column 0, so Markdown passes it through verbatim (Python-Markdown, raw HTML blocks).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError

from macros.evidence.quotations import parted
from macros.models.base import IdentifiedRecord, Nothing
from macros.models.dossier import Dossier
from macros.models.typography import capital_first, lower_first
from macros.rendering.addresses import page_of, relative
from macros.rendering.attribution import Attribution
from macros.rendering.other_sources import OtherSources
from macros.rendering.prose import Prose
from macros.rendering.template_cache import template_cache
from macros.rendering.views import (
    about,
    aftermath,
    argument,
    cross_check,
    data,
    evidence,
    glossary,
    home,
    meetings,
    people,
    positions,
    timeline,
    unknowns,
)

TEMPLATES = Path(__file__).parent.parent / "templates"

VIEWS: dict[str, Callable[..., Any]] = {
    "home": home.home,
    "tracks": meetings.tracks,
    "track": meetings.track,
    "mediators": positions.mediators,
    "mediator": positions.mediator,
    "parties": positions.parties,
    "party": positions.party,
    "argument": argument.arguments,
    "timeline": timeline.timeline_page,
    "people": people.people,
    "glossary": glossary.glossary,
    "evidence": evidence.evidence,
    "source": evidence.source,
    "unknowns": unknowns.unknowns,
    "data": data.data,
    "about": about.about,
    "checked": cross_check.cross_check,
    "aftermath": aftermath.aftermath,
}
"""For each page macro, the view that selects and orders what its template shows."""


@cache
def language_name(tag: str) -> str:
    """The English name of a language (Unicode CLDR, through Babel); the tag itself where CLDR has none."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def record_name(record: IdentifiedRecord) -> str:
    """How a link calls a record: its name, title, question or term."""
    for field in ("name", "title", "question", "term"):
        name = getattr(record, field, None)
        if name:
            return capital_first(name)
    return record.id


@cache
def environment() -> Environment:
    """The environment of our own templates; autoescaping, and strict about undefined names."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=template_cache(),
    )
    made.filters["capital_first"] = capital_first
    made.filters["lower_first"] = lower_first
    made.filters["language_name"] = language_name
    made.filters["record_name"] = record_name
    made.filters["parted"] = parted
    made.tests["nothing"] = lambda value: isinstance(value, Nothing)
    return made


def _links(page: str) -> dict[str, Callable[..., str]]:
    def link(target: str | IdentifiedRecord) -> str:
        return relative(target if isinstance(target, str) else page_of(target), page)

    return {"link": link}


def render_page(dossier: Dossier, template: str, page: str, *arguments: str) -> str:
    """Renders the body of one page.

    Args:
        dossier: The dossier.
        template: Stem of the template, which is also the name of the view and of the macro.
        page: Address of the page from the root of the site; links are made relative to it.
        arguments: What the view asks for beside the dossier: the id of the record that the page shows, where it shows one.

    Returns:
        One block of HTML.
    """
    context = {
        "dossier": dossier,
        "cover": dossier.cover,
        "introduction": dossier.cover.introductions.get(template),  # type: ignore[call-overload]
        "view": VIEWS[template](dossier, *arguments),
        "attribution": Attribution(dossier),
        "prose": Prose(dossier),
        "cross_check": OtherSources(dossier),
        **_links(page),
    }
    try:
        html = environment().get_template(f"pages/{template}.html.j2").render(context)
    except TemplateSyntaxError as broken:
        # Of Jinja's own error mkdocs-macros would think that the line is one of the page.
        raise SyntaxError(broken.message or "", (broken.filename, broken.lineno, None, None)) from None
    # A blank line would not end the block, but a line with four spaces after one could be read as code.
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def render_map(dossier: Dossier, view: argument.ArgumentView) -> str:
    """Renders the map of an argument as an SVG file."""
    return environment().get_template("drawings/argument_map.svg.j2").render(dossier=dossier, view=view).lstrip()


def drawings(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every drawing that is a file of its own: its address and its content."""
    for view in argument.arguments(dossier):
        yield f"argument/{view.argument.id}.svg", render_map(dossier, view)


def render_part(dossier: Dossier, part: str) -> str:
    """Renders a part that stands outside the body of a page, as the line below the site's name."""
    return environment().get_template(f"parts/{part}.html.j2").render(dossier=dossier, cover=dossier.cover).strip()
