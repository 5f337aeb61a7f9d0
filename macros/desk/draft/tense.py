"""Guesses from the words around a date whether it lies before or after the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Tense(Enum):
    """When a date is, seen from the day of publication."""

    LAST = "the last one before it"
    PAST = "before it, or on it"
    OPEN = "near it, before or after"
    FUTURE = "after it, or on it"
    NEXT = "the first one after it"
    UNCLEAR = "before or after it: it was to come at an earlier time"
    UNKNOWN = "no word says when"


@dataclass(frozen=True)
class _Words:
    """The words of a language, as patterns. Languages that are not English have none for the past: their verbs have too many forms."""

    last: str
    following: str
    future: str
    near: str = "(?!)"
    open: str = "(?!)"
    past: str = "(?!)"
    earlier: str = "(?!)"


_WORDS = {
    "en": _Words(
        last="last|past|previous",
        following="next|coming|upcoming",
        future=r"will|won['’]t|shall|[’']ll|going to|upcoming|due|scheduled|(?:expected|set|meant) to|(?:is|are) to",
        near="from|by|until|till|before",
        open="can|could|may|might|would|should|must|plans?|hopes?|expects?|wants?",
        past=r"was|were|had|did|been|ago|(?!(?:need|indeed|hundred|expected|scheduled)\b)\w{2,}ed|said|told|began|fell|rose|went|came|"
        r"took|held|met|won|lost|left|made|gave|broke|found|sent|shot|saw|spoke|wrote|became|put|hit|led",
        earlier="was|were|had|would",
    ),
    "de": _Words("letzte[nmrs]?|vergangene[nmrs]?|vorige[nmrs]?", "nächste[nmrs]?|kommende[nmrs]?", "wird|werden|soll|sollen", "ab|bis"),
    "fr": _Words(
        "dernier|dernière|passée?", "prochaine?", r"sera|seront|aura|auront|devra|devront|doit|doivent|d['’]ici", "dès|jusqu"
    ),
    "es": _Words("pasado|pasada|último", "próxim[oa]|que viene", "será|serán|habrá|deberá|deberán|va a|van a", "hasta|desde"),
    "pt": _Words("passad[oa]|último", "próxim[oa]|que vem", "será|serão|haverá|deverá|deverão|vai|vão", "até|desde"),
    "ru": _Words(r"прошл\w+|минувш\w+", r"следующ\w+|будущ\w+", r"буд[её]т|будут|должн[аоы]?", "до|к"),
}  # fmt: skip
_NO_WORDS = _Words("(?!)", "(?!)", "(?!)")

_BOUNDARY = re.compile(
    r"[,;:—–()“”«»\"!?]|\.\s|\b(?:that|which|who|whose|and|but|while|because|since|dass|que|qui|что)\b"
)
_MOST_WORDS_OF_AN_OPENING = 2
"""On Monday, am Montag: what follows is the clause of the date."""


def _has(pattern: str, text: str) -> bool:
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text) is not None


def _clauses(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the clause of a date before it and after it; those of the next clause if the date only opens the sentence."""
    begin = max((one.end() for one in _BOUNDARY.finditer(text, 0, start)), default=0)
    before, after = text[begin:start], text[end:]
    opening = re.match(r"\s*,", after)
    if opening and len(before.split()) <= _MOST_WORDS_OF_AN_OPENING:
        after = after[opening.end() :]
    close = _BOUNDARY.search(after)
    return before, after[: close.start()] if close else after


def tense_of(text: str, start: int, end: int, language: str) -> Tense:
    """When a date is, as far as the words of its clause tell.

    Args:
        text: The sentence.
        start: Where the date begins in it.
        end: Where it ends.
        language: A BCP 47 tag.
    """
    words = _WORDS.get(language.split("-")[0], _NO_WORDS)
    beside = " ".join((*text[:start].split()[-1:], "|", *text[end:].split()[:1]))
    if _has(words.last, beside):
        return Tense.LAST
    if _has(words.following, beside):
        return Tense.NEXT
    # "He said on Friday it will": what stands before the date goes first.
    found = (_tense(words, part) for part in _clauses(text, start, end))
    is_near = _has(words.near, beside.partition("|")[0])
    return next((tense for tense in found if tense is not Tense.UNKNOWN), Tense.OPEN if is_near else Tense.UNKNOWN)


def _tense(words: _Words, clause: str) -> Tense:
    if _has(words.future, clause):
        return Tense.UNCLEAR if _has(words.earlier, clause) else Tense.FUTURE
    if _has(words.past, clause):
        return Tense.PAST
    return Tense.OPEN if _has(words.open, clause) else Tense.UNKNOWN
