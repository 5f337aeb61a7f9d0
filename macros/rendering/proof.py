"""Proofreading: the rules of evidence, checked once more on the finished page.

The seeds have been checked before a page is made. This reads the page as a reader gets it, so that neither a template
nor a hand-written page can lose a speaker, borrow a sentence or quote what no passage says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import Any, NamedTuple

from macros.evidence.copying import borrowed_runs
from macros.evidence.quotations import check_quotation, without_quotations
from macros.evidence.words import words_of
from macros.models.dossier import Dossier
from macros.models.statement import Statement

_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "button", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time", "wbr"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_WORKS = frozenset({"cite", "script", "style"})
"""Titles of works may repeat the source's words; scripts and styles are no text."""

_OPENING = 6
"""As many words of a content clause, or all where it is shorter, are enough to know it by."""

_SHORTEST_OPENING = 4
"""A shorter clause may stand anywhere by chance."""


@dataclass
class _Shown:
    """A statement as the page shows it: the text of its container, and of the sentence within."""

    name: str
    whole: list[str] = field(default_factory=list)
    sentence: list[str] = field(default_factory=list)


class _Open(NamedTuple):
    """An element that is not closed yet, with what holds for the text within it."""

    tag: str
    shown: _Shown | None
    in_sentence: bool
    in_work: bool
    in_quotation: bool
    quoted_from: str | None
    is_block: bool


_PAGE = _Open("", None, in_sentence=False, in_work=False, in_quotation=False, quoted_from=None, is_block=True)


class _Reading(HTMLParser):
    """Parts a page into stretches of running text, quotations and statements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [_PAGE]
        self._stretch: list[str] = []
        self._loose: list[str] = []
        self._quotation: list[str] = []
        self.stretches: list[str] = []
        self.loose: list[str] = []
        self.quotations: list[tuple[str, str | None]] = []
        self.unverified: list[tuple[str, str]] = []
        self.shown: list[_Shown] = []

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002
        """Counts no lines, for nobody asks where something stood; the parser would do so at every tag."""
        return j

    def _break(self) -> None:
        for gathered, finished in ((self._stretch, self.stretches), (self._loose, self.loose)):
            if gathered:
                finished.append("".join(gathered))
                gathered.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_block = (tag not in _INLINE and tag not in _WORKS and tag != "q") or "popover" in given
        if is_block or tag == "q":
            self._break()
        if tag in _VOID:
            return
        around = self._open[-1]
        classes = (given.get("class") or "").split()
        shown = around.shown
        if name := given.get("data-statement"):
            shown = _Shown(name)
            self.shown.append(shown)
        # A quotation that nothing can verify is marked as such for the reader, or it counts as one to be verified.
        marked = tag == "q" and "unverified" in classes
        self._open.append(
            _Open(
                tag,
                shown,
                in_sentence=around.in_sentence or "said" in classes,
                in_work=around.in_work or tag in _WORKS,
                in_quotation=around.in_quotation or tag == "q",
                quoted_from=given.get("data-source") if marked else None,
                is_block=is_block,
            )
        )

    def handle_endtag(self, tag: str) -> None:
        if not any(one.tag == tag for one in reversed(self._open)):
            return
        while True:
            closed = self._open.pop()
            if closed.tag == "q":
                text = "".join(self._quotation)
                if closed.quoted_from:
                    self.unverified.append((text, closed.quoted_from))
                else:
                    shown = self._open[-1].shown
                    self.quotations.append((text, shown.name if shown else None))
                self._quotation.clear()
            if closed.is_block or closed.tag == "q":
                self._break()
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        within = self._open[-1]
        if within.shown:
            within.shown.whole.append(data)
            if within.in_sentence:
                within.shown.sentence.append(data)
        else:
            self._loose.append(data)
        if within.in_quotation:
            self._quotation.append(data)
        elif not within.in_work:
            self._stretch.append(data)

    def close(self) -> None:
        super().close()
        self._break()


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.normal for word in words_of(text))


def _stands_in(needle: Sequence[str], hay: Sequence[str]) -> bool:
    return not needle or f" {' '.join(needle)} " in f" {' '.join(hay)} "


@dataclass(frozen=True)
class Proofreader:
    """Reads pages of one dossier.

    Attributes:
        dossier: The dossier of which the pages tell.
    """

    dossier: Dossier

    @cached_property
    def _sound(self) -> set[tuple[Any, ...]]:
        """What has been read and found right: the same sentence stands on several pages."""
        return set()

    @cached_property
    def _openings(self) -> dict[tuple[str, ...], list[Statement]]:
        """Statements by the first words of their content."""
        found: dict[tuple[str, ...], list[Statement]] = {}
        for statement in self.dossier.statements:
            opening = _words(statement.says)[:_OPENING]
            if len(opening) >= _SHORTEST_OPENING:
                found.setdefault(opening, []).append(statement)
        return found

    @cached_property
    def _lengths(self) -> dict[str, set[int]]:
        """By their first word, how many words the openings have."""
        found: dict[str, set[int]] = {}
        for opening in self._openings:
            found.setdefault(opening[0], set()).add(len(opening))
        return found

    def problems(self, html: str) -> Iterator[str]:
        """What breaks the rules of evidence on a page.

        Args:
            html: The content of the page.
        """
        reading = _Reading()
        reading.feed(html)
        reading.close()
        shown = [(one.name, "".join(one.sentence), "".join(one.whole)) for one in reading.shown]
        for kind, check, texts in (
            ("shown", self._lost_speakers, shown),
            ("loose", self._unattributed, [(text,) for text in reading.loose]),
            ("quotation", self._false_quotation, reading.quotations),
            ("unverified", self._unrecorded, reading.unverified),
            ("stretch", self._borrowed, [(text,) for text in reading.stretches]),
        ):
            for text in texts:
                if (kind, *text) not in self._sound:
                    found = list(check(*text))
                    yield from found
                    if not found:
                        self._sound.add((kind, *text))

    def _names(self, actor_id: str) -> tuple[tuple[str, ...], ...]:
        actor = self.dossier.actor[actor_id]
        return _words(actor.name), _words(actor.short)

    def _lost_speakers(self, shown: str, told: str, around: str) -> Iterator[str]:
        statement = self.dossier.statement[shown]
        sentence, whole = _words(told), _words(around)
        outlet = self.dossier.source[statement.source].publisher
        for level in statement.chain:
            if not any(_stands_in(name, sentence) for name in self._names(level.speaker)):
                yield f"the statement '{statement.id}' does not name its speaker '{level.speaker}'"
        if not any(_stands_in(name, whole) for name in self._names(outlet)):
            yield f"the statement '{statement.id}' does not name '{outlet}', which published it"
        if not _stands_in(_words(statement.says), sentence):
            yield f"the statement '{statement.id}' is not told in full"

    def _unattributed(self, loose: str) -> Iterator[str]:
        words = _words(loose)
        for start, word in enumerate(words):
            for length in sorted(self._lengths.get(word, ())):
                opening = words[start : start + length]
                for statement in self._openings.get(opening, ()) if len(opening) == length else ():
                    said = " ".join(opening)
                    yield f"'{said} …' of the statement '{statement.id}' stands there without its speaker"

    def _false_quotation(self, text: str, name: str | None) -> Iterator[str]:
        statement = self.dossier.statement.get(name or "")
        findings = []
        for print_ in self.dossier.fingerprints:
            if statement is None or statement.source == print_.source:
                addresses = statement.passages if statement else tuple(print_.passage)
                findings.append(check_quotation(text, addresses, print_))
        if None not in findings:
            finding = findings[0] if findings else None
            yield f"{finding.message} ({finding.hint})" if finding else f"no source can verify the quotation “{text}”"

    def _unrecorded(self, text: str, source: str) -> Iterator[str]:
        if text != self.dossier.unverified.get(source):
            yield f"the quotation “{text}” is not the one that is recorded of '{source}'"

    def _borrowed(self, stretch: str) -> Iterator[str]:
        for part in without_quotations(stretch):
            for print_ in self.dossier.fingerprints:
                for run in borrowed_runs(part, print_):
                    yield f"'{run.words}' stands in {run.address} of {run.source} too, and is no quotation"
