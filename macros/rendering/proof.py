"""Proofreading: the rules of evidence, checked once more on the finished page.

The seeds have been checked before a page is made. This reads the page as a reader gets it, so that neither a template
nor a hand-written page can lose a speaker, borrow a sentence or quote what no passage says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

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


@dataclass
class _Shown:
    """A statement as the page shows it: the text of its container, and of the sentence within."""

    name: str
    whole: list[str] = field(default_factory=list)
    sentence: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Open:
    """An element that is not closed yet."""

    tag: str
    shown: _Shown | None
    is_sentence: bool
    is_work: bool
    is_quotation: bool
    quoted_from: str | None
    is_block: bool


class _Reading(HTMLParser):
    """Parts a page into stretches of running text, quotations and statements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[_Open] = []
        self._stretch: list[str] = []
        self._loose: list[str] = []
        self._quotation: list[str] = []
        self.stretches: list[str] = []
        self.loose: list[str] = []
        self.quotations: list[tuple[str, str | None]] = []
        self.unverified: list[tuple[str, str]] = []
        self.shown: list[_Shown] = []

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
        name = given.get("data-statement")
        if name:
            self.shown.append(_Shown(name))
        is_sentence = "said" in (given.get("class") or "").split()
        shown = self.shown[-1] if name else None
        # A quotation that nothing can verify is marked as such for the reader, or it counts as one to be verified.
        marked = tag == "q" and "unverified" in (given.get("class") or "").split()
        quoted_from = given.get("data-source") if marked else None
        self._open.append(_Open(tag, shown, is_sentence, tag in _WORKS, tag == "q", quoted_from, is_block))

    def handle_endtag(self, tag: str) -> None:
        if not any(one.tag == tag for one in self._open):
            return
        while True:
            closed = self._open.pop()
            if closed.is_quotation:
                text = "".join(self._quotation)
                if closed.quoted_from:
                    self.unverified.append((text, closed.quoted_from))
                else:
                    self.quotations.append((text, self._statement))
                self._quotation.clear()
            if closed.is_block or closed.is_quotation:
                self._break()
            if closed.tag == tag:
                return

    @property
    def _statement(self) -> str | None:
        return next((one.shown.name for one in reversed(self._open) if one.shown), None)

    def handle_data(self, data: str) -> None:
        shown = next((one.shown for one in reversed(self._open) if one.shown), None)
        if shown:
            shown.whole.append(data)
            if any(one.is_sentence for one in self._open):
                shown.sentence.append(data)
        else:
            self._loose.append(data)
        if any(one.is_quotation for one in self._open):
            self._quotation.append(data)
        elif not any(one.is_work for one in self._open):
            self._stretch.append(data)

    def close(self) -> None:
        super().close()
        self._break()


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.normal for word in words_of(text))


def _stands_in(needle: Sequence[str], hay: Sequence[str]) -> bool:
    return any(tuple(hay[start : start + len(needle)]) == tuple(needle) for start in range(len(hay) - len(needle) + 1))


@dataclass(frozen=True)
class Proofreader:
    """Reads pages of one dossier.

    Attributes:
        dossier: The dossier of which the pages tell.
    """

    dossier: Dossier

    @cached_property
    def _openings(self) -> dict[tuple[str, ...], Statement]:
        """Statements by the first words of their content."""
        return {_words(statement.says)[:_OPENING]: statement for statement in self.dossier.statements}

    def problems(self, html: str) -> Iterator[str]:
        """What breaks the rules of evidence on a page.

        Args:
            html: The content of the page.
        """
        reading = _Reading()
        reading.feed(html)
        reading.close()
        for shown in reading.shown:
            yield from self._lost_speakers(shown)
        for loose in reading.loose:
            yield from self._unattributed(loose)
        for text, name in reading.quotations:
            yield from self._false_quotation(text, name)
        for text, source in reading.unverified:
            if text != self.dossier.unverified.get(source):
                yield f"the quotation “{text}” is not the one that is recorded of '{source}'"
        for stretch in reading.stretches:
            yield from self._borrowed(stretch)

    def _names(self, actor_id: str) -> tuple[tuple[str, ...], ...]:
        actor = self.dossier.actor[actor_id]
        return _words(actor.name), _words(actor.short)

    def _lost_speakers(self, shown: _Shown) -> Iterator[str]:
        statement = self.dossier.statement[shown.name]
        sentence, whole = _words("".join(shown.sentence)), _words("".join(shown.whole))
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
        for length in {len(opening) for opening in self._openings}:
            for start in range(len(words) - length + 1):
                statement = self._openings.get(words[start : start + length])
                if statement:
                    said = " ".join(words[start : start + length])
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

    def _borrowed(self, stretch: str) -> Iterator[str]:
        for part in without_quotations(stretch):
            for print_ in self.dossier.fingerprints:
                for run in borrowed_runs(part, print_):
                    yield f"'{run.words}' stands in {run.address} of {run.source} too, and is no quotation"
