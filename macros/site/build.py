"""The whole site of a dossier, without a site engine: any engine can write or serve these pages and files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from macros.exports.files import ExportedFile, files
from macros.models.actor import Part
from macros.models.base import Nothing
from macros.models.dossier import Dossier
from macros.models.kinds import address_of, pages_of
from macros.models.typography import capital_first
from macros.problems.problem import did_you_mean, shortened
from macros.proofreading.proofreader import Proofreader
from macros.rendering.pages import DATA, OF_RECORDS, WHOLE, PageRenderer, drawings, render_part
from macros.site.page import Page, RenderedPage
from macros.site.toc import contents

_ID = re.compile(r'\sid="([^"]+)"')


class CallError(Exception):
    """A page calls a macro with wrong arguments. The text says what is wrong, with a suggestion if there is one."""


def _records(dossier: Dossier) -> Iterator[tuple[str, str, str, str]]:
    """Every record with a page of its own: template, address, id, name."""
    for track in dossier.tracks:
        yield "track", address_of(track, dossier), track.id, track.title
    for template, part in (("mediator", Part.MEDIATOR), ("party", Part.PARTY)):
        for actor in dossier.playing(part):
            yield template, pages_of(actor)[part], actor.id, capital_first(actor.name)
    for source in dossier.base_layer:
        title = f"Untitled report, {source.issued.text}" if isinstance(source.title, Nothing) else source.title
        yield "source", address_of(source, dossier), source.id, title
    for argument in dossier.arguments if dossier.has_several_arguments else ():
        yield "one_argument", address_of(argument, dossier), argument.id, argument.title


class Site:
    """The pages and files of one dossier. Results that several of them need are kept here, as long as the object exists."""

    def __init__(self, dossier: Dossier, site_url: str = "") -> None:
        """Renders nothing yet.

        Args:
            dossier: The dossier.
            site_url: The address of the site, which some files contain; empty if it is not known.
        """
        self.dossier = dossier
        self._site_url = site_url
        self._renderer = PageRenderer(dossier, lambda: self.exports)

    @cached_property
    def standing_lines(self) -> dict[str, str]:
        """The lines of which every page has one at its top: `strapline`, or `hindsight` on the page of later events."""
        names = ("strapline", "hindsight") if self.dossier.aftermath else ("strapline",)
        return {name: render_part(self.dossier, name) for name in names}

    @cached_property
    def _proofreader(self) -> Proofreader:
        return Proofreader(self.dossier, self.standing_lines.values())

    @cached_property
    def exports(self) -> tuple[ExportedFile, ...]:
        """Every file that readers can download."""
        return tuple(files(self.dossier, self._site_url))

    @cached_property
    def drawings(self) -> tuple[ExportedFile, ...]:
        """Every drawing that pages show."""
        return tuple(drawings(self.dossier))

    @cached_property
    def record_pages(self) -> tuple[Page, ...]:
        """The pages that come from records, in the dossier's order."""
        return tuple(
            Page(address, template, f"{title}: {self.dossier.cover.description}", record_id, title)
            for template, address, record_id, title in _records(self.dossier)
        )

    @cached_property
    def whole_pages(self) -> tuple[Page, ...]:
        """The pages about the whole dossier, at the addresses to which other pages link."""
        names = [name for name in (*WHOLE, DATA) if name not in self.absent]
        return tuple(self.whole_page("" if name == "home" else f"{name}/", name) for name in names)

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page."""
        return (*self.whole_pages, *self.record_pages)

    @cached_property
    def absent(self) -> frozenset[str]:
        """Names of the pages that are left out, because the dossier has no records for them."""
        return frozenset(self.dossier.absent_pages)

    def whole_page(self, address: str, template: str = "") -> Page:
        """A page that does not come from a record.

        Args:
            address: Its address.
            template: The kind of page; empty for a page that shows no records.
        """
        cover = self.dossier.cover
        # Without an introduction, the name of the page makes its description different from that of other pages.
        known_by = "" if template in ("", "home") else f"{capital_first(template)}: "
        introduction: str | None = cover.introductions.get(template)  # type: ignore[call-overload]
        return Page(address, template, introduction or f"{known_by}{cover.description}")

    def page_for(self, address: str, name: str, arguments: Sequence[str] = ()) -> Page:
        """A page of any kind, for any address.

        Args:
            address: The address at which it is shown.
            name: The kind of page.
            arguments: The id of the record, for a page about one record; otherwise empty.

        Raises:
            CallError: The arguments are wrong, or there is no such record.
        """
        if name not in OF_RECORDS:
            if arguments:
                raise CallError(f"{name}() takes no argument")
            return self.whole_page(address, name)
        if len(arguments) != 1:
            raise CallError(f"{name}() takes one argument, the id of a {name}")
        known = {page.record_id: page for page in self.record_pages if page.template == name}
        if arguments[0] not in known:
            hint = did_you_mean(arguments[0], known)
            raise CallError(f"there is no {name} '{shortened(arguments[0])}'{hint and f' ({hint})'}")
        return replace(known[arguments[0]], address=address)

    def body(self, page: Page) -> str:
        """Renders the body of a page: one block of HTML.

        Args:
            page: The page.
        """
        return self._renderer.body(page.template, page.address, page.record_id)

    def read(self, html: str, hand_written: str) -> RenderedPage:
        """Proofreads the content of a page, and lists its sections and anchors.

        Args:
            html: The content.
            hand_written: The part of it that was written by hand. Only this part can borrow words: everything else is made of
                texts that were checked one by one, and a name with its role is not a borrowed sentence.
        """
        problems = (*self._proofreader.problems(html), *self._proofreader.borrowed(hand_written))
        return RenderedPage(html, contents(html), tuple(_ID.findall(html)), problems)

    def render(self, page: Page) -> RenderedPage:
        """Renders a page, and proofreads it.

        Args:
            page: The page.
        """
        return self.read(self.body(page), hand_written="")
