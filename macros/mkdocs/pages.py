"""Adds the pages and files of a site to those of MkDocs, and to its nav."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.mkdocs.made_file import MadeFile
from macros.mkdocs.marks import Call
from macros.mkdocs.record_page import RecordPage
from macros.rendering.isolation import isolated
from macros.site.build import Site
from macros.site.page import Page
from macros.site.toc import Heading


def safe(text: str) -> Markup:
    """Escapes a text for HTML and for Jinja: mkdocs-macros renders titles as templates, and Material does not escape.

    A text that runs from right to left is isolated from what the frame writes beside it.
    """
    return Markup(str(escape(isolated(text))).replace("{", "&#123;").replace("}", "&#125;"))


def pages_by_file(site: Site) -> dict[str, Page]:
    """The pages that come from records, by the name that their file would have in `docs/`."""
    return {f"{page.address.rstrip('/')}.md": page for page in site.record_pages}


def _sections(config: MkDocsConfig) -> dict[str, list[Any]]:
    """The sections of the nav that contain pages from records, by the address of their first page."""
    children = [value for entry in config.nav or [] if isinstance(entry, dict) for value in entry.values()]
    return {value[0].removesuffix("index.md"): value for value in children if isinstance(value, list)}


def add_files(site: Site, pages: Mapping[str, Page], files: Files, config: MkDocsConfig, most_in_nav: int) -> None:
    """Adds the downloads and the pages that come from records, and removes the pages for which there are no records.

    If a section has too many pages, they are not in the nav. Material renders the nav on every page, so the time would
    grow with the square of their number, and nobody reads a list of a thousand entries.

    Args:
        site: The site.
        pages: The pages that come from records, by file.
        files: The files of MkDocs, which this changes.
        config: The configuration, whose nav this changes.
        most_in_nav: The number of pages of a section above which they are not in the nav.
    """
    absent = {f"{name}.md" for name in site.absent}
    for file in [file for file in files if file.src_uri in absent]:
        files.remove(file)
    config.nav = [entry for entry in config.nav or [] if absent.isdisjoint(map(str, entry.values()))]
    for made in (*site.exports, *site.drawings):
        files.append(MadeFile(made, config))
    sections = _sections(config)
    sizes = Counter(page.section for page in pages.values())
    for path, page in pages.items():
        file = File.generated(config, path, content=Call(page.template, (page.record_id,), 1).mark)
        files.append(file)
        RecordPage(safe(page.title), file, config)
        if sizes[page.section] > most_in_nav:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        elif page.section in sections:
            sections[page.section].append(path)


def give_sections(pages: Mapping[str, Page], nav: Navigation, files: Files) -> None:
    """Gives each page that is not in the nav its section, for the breadcrumbs.

    Args:
        pages: The pages that come from records, by file.
        nav: The nav.
        files: The files of MkDocs.
    """
    sections = {page.url: page.parent for page in nav.pages if page.parent}
    for path, generated in pages.items():
        file = files.src_uris[path]
        if file.page and file.inclusion is InclusionLevel.NOT_IN_NAV:
            file.page.parent = sections.get(generated.section)


def _link(heading: Heading) -> AnchorLink:
    link = AnchorLink(heading.name, heading.anchor, heading.level)
    link.children = [_link(child) for child in heading.children]
    return link


def table_of_contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """The headings of a page in the form of MkDocs."""
    links = [_link(heading) for heading in headings]
    for first in links[:1]:
        first.active = True  # type: ignore[attr-defined]  # as MkDocs does
    return TableOfContents(links)
