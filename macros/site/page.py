"""The pages of the site, before and after they are rendered."""

from __future__ import annotations

from dataclasses import dataclass

from macros.site.toc import Heading


@dataclass(frozen=True)
class Page:
    """A page of the site. Its texts are plain, not yet escaped.

    Attributes:
        address: From the root of the site, such as `tracks/x/`; empty for the home page.
        template: The kind of page: stem of its template, and name of its macro. Empty for a page that shows no records.
        description: One sentence for search engines and link previews.
        record_id: Id of the record that the page shows; empty for a page about the whole dossier.
        title: Name of the record; empty if the hand-written page has its own title.
    """

    address: str
    template: str
    description: str
    record_id: str = ""
    title: str = ""

    @property
    def section(self) -> str:
        """Address of the first page of its section of the nav."""
        return f"{self.address.split('/')[0]}/" if self.record_id else self.address

    @property
    def is_wide(self) -> bool:
        """Whether a page of a record needs the room that the lists at both sides would take."""
        return self.template == "one_argument"


@dataclass(frozen=True)
class RenderedPage:
    """The content of a finished page.

    Attributes:
        html: The content.
        headings: Its sections, with those below them.
        anchors: Every id, in the order of the page.
        problems: Violations of the rules of evidence.
    """

    html: str
    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    problems: tuple[str, ...]
