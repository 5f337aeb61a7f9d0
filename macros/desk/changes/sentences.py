"""Compares the sentences of two states of a site, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

from macros.rendering.pages import DATA
from macros.site.build import Site

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "tspan", "wbr"}
)  # fmt: skip
_UNREAD = frozenset({"script", "style"})

_END_OF_SENTENCE = re.compile(r"(?<=[.!?…][”)\]’])\s+(?=[\W\d]*[^\W\d_a-z])|(?<=[.!?…])\s+(?=[\W\d]*[^\W\d_a-z])")
"""A blank after the end of a sentence and before a capital, or a letter of a script without capitals."""

ALIKE = 0.5
"""From this likeness of their words on (`difflib`), two sentences at the same place of a page are the old and the new form of one."""


LONGEST = 2_000
"""A longer sentence is cut."""


@dataclass(frozen=True)
class SentenceChange:
    """A sentence that is not as it was.

    Attributes:
        before: The sentence before; empty if it is new.
        after: The sentence now; empty if it was removed.
        pages: The addresses of the pages that show it, from the root of the site.
    """

    before: str
    after: str
    pages: tuple[str, ...]

    @property
    def marked(self) -> tuple[list[tuple[bool, str]], list[tuple[bool, str]]]:
        """Both sentences in pieces, each with whether it is only in this one."""
        old, new = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (self.before, self.after))
        before: list[tuple[bool, str]] = []
        after: list[tuple[bool, str]] = []
        for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            before += [(kind != "equal", "".join(old[i:j]))] if i < j else []
            after += [(kind != "equal", "".join(new[k:m]))] if k < m else []
        return before, after


class _Blocks(HTMLParser):
    """Collects the text of a page, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._text: list[str] = []
        self._unread = 0

    def _break(self) -> None:
        if text := " ".join("".join(self._text).split()):
            self.blocks.append(text)
        self._text.clear()

    def _meet(self, tag: str, attributes: Iterable[str] = ()) -> None:
        if tag not in _INLINE or "popover" in attributes:
            self._break()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element (`HTMLParser`)."""
        self._unread += tag in _UNREAD
        self._meet(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Closes an element (`HTMLParser`)."""
        self._unread -= tag in _UNREAD
        self._meet(tag)

    def handle_data(self, data: str) -> None:
        """Collects text (`HTMLParser`)."""
        if not self._unread:
            self._text.append(data)

    def close(self) -> None:
        """Ends the last block (`HTMLParser`)."""
        super().close()
        self._break()


def sentences(html: str) -> list[str]:
    """The sentences of a page, in order. Cells, headings and labels count as sentences.

    Args:
        html: The content of the page.
    """
    parser = _Blocks()
    parser.feed(html)
    parser.close()
    return [sentence for block in parser.blocks for sentence in _END_OF_SENTENCE.split(block)]


def _paired(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Old and new forms of the sentences at one place; a sentence without another form stands alone."""
    start = 0
    for old in before:
        likeness = (
            (SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio(), -place)
            for place, new in enumerate(after[start:], start)
        )
        best, place = max(likeness, default=(0.0, 0))
        if best < ALIKE:
            yield old, ""
            continue
        yield from (("", new) for new in after[start:-place])
        yield old, after[-place]
        start = 1 - place
    yield from (("", new) for new in after[start:])


def _of_page(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from _paired(before[i:j], after[k:m])


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"


def _read(site: Site | None) -> dict[str, list[str]]:
    # The page of downloads shows the sizes of files, which say nothing.
    pages = site.pages if site else ()
    return {page.address: sentences(site.body(page)) for page in pages if site and page.template != DATA}


def sentence_changes(before: Site | None, after: Site | None) -> list[SentenceChange]:
    """Every sentence that differs between two states of a site, once, with all pages that show it.

    Args:
        before: One state; None if there was none.
        after: A later one; None if there is none.
    """
    old, new = _read(before), _read(after)
    found: dict[tuple[str, str], dict[str, None]] = {}
    for address in dict.fromkeys((*new, *old)):
        for pair in _of_page(old.get(address, []), new.get(address, [])):
            found.setdefault(pair, {})[address] = None
    return [SentenceChange(_cut(was), _cut(now), tuple(pages)) for (was, now), pages in found.items()]
