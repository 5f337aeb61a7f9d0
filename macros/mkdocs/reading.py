"""Reads the dossier and completes pages for the events of MkDocs. Every failure has its place."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from macros.loading.folder import seeds_folder
from macros.mkdocs.failures import LocatedError, described, place_of
from macros.mkdocs.hand_written import file_of, place_in
from macros.mkdocs.marks import Call, lost_calls, parted
from macros.problems.problem import DossierError, Place, Problem
from macros.problems.task import Task, left_to_do
from macros.problems.terminal import as_text, takes_colour
from macros.site.build import CallError, Site
from macros.site.page import RenderedPage
from macros.validation.pipeline import CheckedDossier, check_dossier

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

_LOST = "a macro must be called on a line of its own; is the line indented, or inside code?"


def checked_dossier(root: Path) -> CheckedDossier:
    """Reads the current dossier, and what is left to do in it.

    Args:
        root: The folder that contains `mkdocs.yml`.

    Raises:
        LocatedError: The dossier has problems. The text lists all of them.
    """
    try:
        return check_dossier(seeds_folder(root))
    except DossierError as wrong:
        text = as_text(wrong.problems, colour=takes_colour(sys.stderr))
        raise LocatedError(wrong.problems, f"The dossier has problems:\n{text}") from None


def say_what_is_left(tasks: Sequence[Task]) -> None:
    """Says in one line how much is left to do, and whether the site may be published.

    Args:
        tasks: What is left to do.

    Raises:
        LocatedError: The site must not be published yet. A live server shows it nevertheless.
    """
    line = f"{left_to_do(tasks)}{' To see the list: nox -s next' if tasks else ''}"
    if any(task.step.forbids for task in tasks):
        raise LocatedError((), line)
    print(line, file=sys.stderr)


def _pieces(site: Site, page: Page, html: str) -> Iterator[str]:
    for part in parted(html):
        if isinstance(part, Call):
            try:
                yield site.body(site.page_for(page.url, part.name, part.arguments))
            except CallError as wrong:
                raise LocatedError([Problem(place_in(page, part.line), "", str(wrong))]) from None
            except Exception as error:
                place = place_of(error) or place_in(page, part.line)
                raise LocatedError([Problem(place, f"page {page.file.src_uri}", described(error))]) from error
        else:
            yield part


def completed(site: Site, page: Page, markdown: str, html: str) -> RenderedPage:
    """A page in which every mark is replaced by what its macro names.

    Args:
        site: The site.
        page: The page.
        markdown: Its Markdown, with marks.
        html: The HTML that Markdown made.

    Raises:
        LocatedError: A macro is called in a wrong place or with wrong arguments, a view or template fails, or the page breaks
            a rule of evidence.
    """
    if lost := lost_calls(markdown, html):
        raise LocatedError(Problem(place_in(page, call.line), "", _LOST) for call in lost)
    by_hand = "".join(part for part in parted(html) if isinstance(part, str))
    rendered = site.read("".join(_pieces(site, page, html)), by_hand)
    if rendered.problems:
        raise LocatedError(Problem(Place(file_of(page), 1, 1), "", problem) for problem in rendered.problems)
    return rendered
