"""Proofreading: the rules of evidence, checked once more on the finished page.

The seeds are checked before a page is made. This module checks the finished page, so that neither a template nor a
hand-written page can lose a speaker, borrow a sentence, or contain a quotation that is in no passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from macros.evidence.copying import borrowed_runs
from macros.evidence.placing import phrases_of
from macros.evidence.quotations import Quotation
from macros.evidence.verification import check_quotation
from macros.evidence.words import plain_words
from macros.models.dossier import Dossier
from macros.models.kinds import FILE_KINDS
from macros.models.narrative import paragraphs_of
from macros.models.statement import FEWEST_WORDS, Statement
from macros.models.uses import narratives
from macros.proofreading.page_text import PageText, Shown

_OPENING = 6
"""The number of words by which a content clause is recognized. A shorter clause is recognized by all its words."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(plain_words(text))


def _stands_in(needle: Sequence[str], hay: Sequence[str]) -> bool:
    return not needle or f" {' '.join(needle)} " in f" {' '.join(hay)} "


def _texts(value: object) -> Iterator[str]:
    """All texts in the fields of a record, except what statements say."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, inner in value.items() if key != "says" for text in _texts(inner))
    elif isinstance(value, (list, tuple)):
        yield from (text for inner in value for text in _texts(inner))


def _read(html: str) -> PageText:
    page = PageText()
    page.feed(html)
    page.close()
    return page


class Proofreader:
    """Reads pages of one dossier, and remembers the texts without problems, because the same sentence is on several pages."""

    def __init__(self, dossier: Dossier, standing_lines: Iterable[str] = ()) -> None:
        """No page has been read yet.

        Args:
            dossier: The dossier that the pages show.
            standing_lines: The lines of which every page has one. An outlet that all of them name is named on every page.
        """
        self.dossier = dossier
        self._standing = [_words(" ".join(_read(line).stretches)) for line in standing_lines]
        self._sound: set[tuple[str | None, ...]] = set()

    @cached_property
    def _openings(self) -> dict[tuple[str, ...], list[Statement]]:
        """Statements by the first words of their content."""
        found: dict[tuple[str, ...], list[Statement]] = {}
        for statement in self.dossier.statements:
            opening = _words(statement.says)[:_OPENING]
            if len(opening) >= FEWEST_WORDS:
                found.setdefault(opening, []).append(statement)
        return found

    @cached_property
    def _lengths(self) -> dict[str, set[int]]:
        """The lengths of the openings in words, by their first word."""
        found: dict[str, set[int]] = {}
        for opening in self._openings:
            found.setdefault(opening[0], set()).add(len(opening))
        return found

    def problems(self, html: str) -> Iterator[str]:
        """The violations of the rules of evidence on a page.

        Args:
            html: The content of the page.
        """
        page = _read(html)
        yield from self._mixed_lists(page.shown)
        shown = [("".join(one.lead or ()), one.name, "".join(one.sentence), "".join(one.whole)) for one in page.shown]
        for kind, check, texts in (
            ("shown", self._lost_speakers, shown),
            ("narrative", self._unproved, [(text,) for text in page.narrative]),
            ("loose", self._unattributed, [(text,) for text in page.loose]),
            ("quotation", self._false_quotation, page.quotations),
            ("block", self._false_block, page.blocks),
            ("unverified", self._unrecorded, page.unverified),
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

    def _mixed_lists(self, shown: Iterable[Shown]) -> Iterator[str]:
        first: dict[int, Statement] = {}
        for one in shown:
            if one.lead is not None:
                statement = self.dossier.statement[one.name]
                other = first.setdefault(id(one.lead), statement)
                if other.way != statement.way:
                    yield f"'{other.id}' and '{statement.id}' are below one line, but they do not have the same speakers"

    def _is_named(self, actor_id: str, *texts: Sequence[str]) -> bool:
        return any(_stands_in(name, text) for name in self._names(actor_id) for text in texts)

    def _lost_speakers(self, lead: str, shown: str, said: str, around: str) -> Iterator[str]:
        statement = self.dossier.statement[shown]
        line, sentence, whole = _words(lead), _words(said), _words(around)
        outlet = self.dossier.source[statement.source].publisher
        for level in statement.chain:
            # The line above a list speaks for all of it, so a name in one item is not enough.
            attribution = line if lead else sentence
            for speaker in level.speaker:
                if not self._is_named(speaker, attribution):
                    yield f"the statement '{statement.id}' does not name its speaker '{speaker}'"
            if level.to and not self._is_named(level.to, attribution):
                yield f"the statement '{statement.id}' does not name '{level.to}', to whom it was said"
            if level.setting and not _stands_in(_words(level.setting), attribution):
                yield f"the statement '{statement.id}' does not say that it was said '{level.setting}'"
        is_standing = self._standing and all(self._is_named(outlet, words) for words in self._standing)
        if not is_standing and not self._is_named(outlet, line, whole):
            yield f"the statement '{statement.id}' does not name '{outlet}', which published it"
        if not _stands_in(_words(statement.says), sentence):
            yield f"the statement '{statement.id}' is not shown in full"

    @cached_property
    def _proved(self) -> frozenset[tuple[str, ...]]:
        """The clauses of all narratives, which were proved when the dossier was opened."""
        texts = (text for _, _, text in narratives(self.dossier))
        return frozenset(_words(s.text) for text in texts for paragraph in paragraphs_of(text) for s in paragraph)

    def _unproved(self, clause: str) -> Iterator[str]:
        if _words(clause) not in self._proved:
            yield f"'{clause}' is marked as narrative, but no record has this clause"

    @cached_property
    def _own_texts(self) -> str:
        """The words of all our texts that are nobody's words, such as titles, one text below another."""
        records = (record for kind in FILE_KINDS for record in self.dossier.of_kind(kind))
        return "\n".join(f" {' '.join(_words(text))} " for record in records for text in _texts(record.model_dump()))

    def _unattributed(self, loose: str) -> Iterator[str]:
        words = _words(loose)
        for start, word in enumerate(words):
            for length in sorted(self._lengths.get(word, ())):
                opening = words[start : start + length]
                found = self._openings.get(opening, []) if len(opening) == length else []
                # A title can name a thing as a statement does: "the ruling on the northern bay".
                for statement in found if f" {' '.join(opening)} " not in self._own_texts else []:
                    said = " ".join(opening)
                    yield f"'{said} …' of the statement '{statement.id}' is shown without its speaker"

    def _false_quotation(self, text: str, name: str | None, before: str) -> Iterator[str]:
        statement = self.dossier.statement.get(name or "")
        quotation = Quotation(text, before).following(statement.telling_verb if statement else "")
        findings = []
        unverified = self.dossier.unverified_sources
        if statement.source in unverified if statement else unverified:
            return  # only a live server shows such a page: the dossier must not be published yet
        for fingerprint in self.dossier.fingerprints:
            if statement is None or statement.source == fingerprint.source:
                addresses = statement.passages if statement else tuple(fingerprint.passage)
                phrases = phrases_of(self.dossier, fingerprint.source)
                findings.append(check_quotation(quotation, addresses, fingerprint, phrases))
        if None not in findings:
            finding = findings[0] if findings else None
            yield f"{finding.message} ({finding.hint})" if finding else f"no source can verify the quotation “{text}”"

    def _false_block(self, text: str, name: str | None) -> Iterator[str]:
        statement = self.dossier.statement.get(name or "")
        if statement is None or not statement.block or _words(text) != _words(statement.block):
            yield f"the long quotation “{text}” is not one that is recorded for a statement"

    def _unrecorded(self, text: str, source: str) -> Iterator[str]:
        if text != self.dossier.unverified.get(source):
            yield f"the quotation “{text}” is not the one that is recorded for '{source}'"

    def borrowed(self, html: str) -> Iterator[str]:
        """The borrowed words in hand-written content.

        Args:
            html: The content.
        """
        for stretch in _read(html).stretches:
            for fingerprint in self.dossier.fingerprints:
                for run in borrowed_runs(stretch, fingerprint):
                    yield f"'{run.words}' is also in {run.address} of {run.source}, and is not marked as a quotation"
