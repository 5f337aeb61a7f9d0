"""The text of a finished page: running text, quotations and statements."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "button", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time", "wbr"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_QUOTING = frozenset({"blockquote", "q"})
_WORKS = frozenset({"cite", "script", "style"})
"""Titles of works may repeat the words of a source. Scripts and styles are not text."""


@dataclass
class Shown:
    """A statement on the page: the text of its container, and of the sentence inside.

    Attributes:
        name: Id of the statement.
        lead: The text of the line above the list, if the statement is in a list of statements with one such line.
        whole: The text of the container.
        sentence: The text of the sentence.
    """

    name: str
    lead: list[str] | None = None
    whole: list[str] = field(default_factory=list)
    sentence: list[str] = field(default_factory=list)


class _Open(NamedTuple):
    """An element that is not closed yet, with the properties of the text inside."""

    tag: str
    shown: Shown | None
    lead: list[str] | None
    in_lead: bool
    in_sentence: bool
    in_narrative: bool
    in_work: bool
    in_quotation: bool
    before: str
    quoted_from: str | None
    is_block: bool


_PAGE = _Open(
    "",
    None,
    None,
    in_lead=False,
    in_sentence=False,
    in_narrative=False,
    in_work=False,
    in_quotation=False,
    before="",
    quoted_from=None,
    is_block=True,
)


class PageText(HTMLParser):
    """Splits a page into texts. Call `feed` with the page, then `close`.

    Attributes:
        stretches: Running text, block by block, with its quotations between “ and ”.
        loose: The text outside statements and narrative, block by block.
        narrative: The clauses of narrative.
        quotations: The text in quotation marks, each with the id of the statement around it, if there is one, and the text
            of its block before it.
        blocks: Long quotations, each with the id of the statement that is said to have it, if the page gives one.
        unverified: Quotations that are marked as unverified, each with the id of its source.
        shown: The statements.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_PAGE]
        self._stretch: list[str] = []
        self._loose: list[str] = []
        self._quotation: list[str] = []
        self._clause: list[str] = []
        self.stretches: list[str] = []
        self.loose: list[str] = []
        self.narrative: list[str] = []
        self.quotations: list[tuple[str, str | None, str]] = []
        self.blocks: list[tuple[str, str | None]] = []
        self.unverified: list[tuple[str, str]] = []
        self.shown: list[Shown] = []

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        """Skips the counting of lines, because positions are not needed and the parser would count at every tag."""
        return j

    def _break(self) -> None:
        for gathered, finished in ((self._stretch, self.stretches), (self._loose, self.loose)):
            if gathered:
                finished.append("".join(gathered))
                gathered.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element (`HTMLParser`)."""
        given = dict(attrs)
        is_block = (tag not in _INLINE and tag not in _WORKS and tag != "q") or "popover" in given
        before = ""
        if is_block:
            self._break()
        elif tag == "q":
            before = "".join(self._stretch).rpartition("”")[2]
        if tag in _QUOTING:
            self._stretch.append("“")
        if tag in _VOID:
            return
        around = self._open[-1]
        classes = (given.get("class") or "").split()
        shown = around.shown
        if name := given.get("data-statement"):
            shown = Shown(name, around.lead)
            self.shown.append(shown)
        # A quotation that cannot be verified must be marked for the reader. Otherwise it must be verified.
        marked = tag == "q" and "unverified" in classes
        self._open.append(
            _Open(
                tag,
                shown,
                lead=[] if "data-group" in given else around.lead,
                in_lead=around.in_lead or "said-group__lead" in classes,
                in_sentence=around.in_sentence or "said" in classes,
                in_narrative=around.in_narrative or "data-cites" in given,
                in_work=around.in_work or tag in _WORKS,
                in_quotation=around.in_quotation or tag in _QUOTING,
                before=before,
                quoted_from=given.get("data-source") if marked else given.get("data-block"),
                is_block=is_block,
            )
        )

    def handle_endtag(self, tag: str) -> None:
        """Closes an element, and all elements inside that were not closed (`HTMLParser`)."""
        if not any(one.tag == tag for one in reversed(self._open)):
            return
        while True:
            closed = self._open.pop()
            if closed.in_narrative and not self._open[-1].in_narrative:
                self.narrative.append("".join(self._clause))
                self._clause.clear()
            if closed.tag in _QUOTING:
                self._stretch.append("”")
                text = "".join(self._quotation)
                if closed.tag != "q":
                    self.blocks.append((text, closed.quoted_from))
                elif closed.quoted_from:
                    self.unverified.append((text, closed.quoted_from))
                else:
                    shown = self._open[-1].shown
                    self.quotations.append((text, shown.name if shown else None, closed.before))
                self._quotation.clear()
            if closed.is_block:
                self._break()
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        """Adds a piece of text (`HTMLParser`)."""
        within = self._open[-1]
        if within.in_lead and within.lead is not None:
            within.lead.append(data)
        if within.shown:
            within.shown.whole.append(data)
            if within.in_sentence:
                within.shown.sentence.append(data)
        elif within.in_narrative:
            self._clause.append(data)
        else:
            self._loose.append(data)
        if within.in_quotation:
            self._quotation.append(data)
        if not within.in_work:
            self._stretch.append(data)

    def close(self) -> None:
        """Ends the page (`HTMLParser`)."""
        super().close()
        self._break()
