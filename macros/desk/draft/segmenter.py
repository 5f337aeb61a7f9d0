"""Splits paragraphs into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.desk.draft.quotes import quotations

LANGUAGES = frozenset({
    "am", "ar", "bg", "bn", "ca", "da", "de", "el", "en", "es", "fi", "fr", "gu", "hi", "hy", "it", "ja", "kk",
    "kn", "ml", "mr", "my", "nl", "pa", "pl", "pt", "ru", "sk", "ta", "te", "uk", "zh"
})  # fmt: skip
"""The languages for which `sentencex` has rules of its own. For any other one it would use the rules of another language."""

_TITLES = frozenset({
    "dr", "dra", "prof", "mr", "mrs", "ms", "mme", "sr", "sra", "lt", "st", "rep", "sen", "gov", "gen", "col", "capt", "проф"
})  # fmt: skip
"""Titles with a point. The library knows each of them in some languages only."""

_WITH_ORDINALS = frozenset({
    "de", "da", "fi", "hu", "nb", "nn", "no", "is", "cs", "sk", "sl", "hr", "et"
})  # fmt: skip
"""Languages that write ordinal numbers with a point."""

_AND_SO_ON = re.compile(r"(?<=\betc\.)\s+(?=[^\W\d_a-z])")

_MONTH = re.compile(r"(?<=\bMay\.)\s+(?=[^\W\d_a-z])")
"""The library takes a month of three letters for an abbreviation."""

_TIME_ZONE = re.compile(
    r"(?:[A-Z]{1,3}T|UTC|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Pacific|Mountain)\b"
)
"""What may follow an hour: 9 a.m. ET, 9 a.m. Tuesday."""

_ASKED = re.compile(
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:asked|said|added|wondered|replied|wrote|demanded|told)\b[^,;:]{0,40}\."
)
"""The rest of a sentence after a question in quotation marks: “Why?” Roe asked."""

_NOTHING_SAID = re.compile(r"^[^\w]*$")


def knows(language: str) -> bool:
    """Whether sentences of a language can be told apart."""
    return language.split("-")[0] in LANGUAGES


def _is_a_title(text: str) -> bool:
    """Whether the last word of a text is a title or an initial, such as M. in French. No sentence ends with one."""
    last = text.split()[-1].lstrip('(«“„"')
    return last.endswith(".") and (
        last[:-1].split("-")[-1].lower() in _TITLES or (len(last) == len("M.") and last[0].isupper())
    )


def _goes_on(text: str, following: str, language: str) -> bool:
    """Whether a point at the end of a text is not the end of its sentence: after a title, an ordinal, or before a number."""
    last = text.split()[-1]
    is_ordinal = language.split("-")[0] in _WITH_ORDINALS and re.fullmatch(r"\d{1,2}\.", last)
    is_unit = last[:1].islower() and len(last) <= len("ab.") and following[:1].isdigit()
    is_hour = re.search(r"\b[ap]\.m\.$", text) and _TIME_ZONE.match(following)
    is_asked = re.search(r"[?!][”\"’]$", text) and _ASKED.fullmatch(following)
    return _is_a_title(text) or bool(is_ordinal or is_hour or is_asked) or is_unit


def sentences(paragraph: str, language: str) -> list[str]:
    """The sentences of a paragraph.

    Args:
        paragraph: A paragraph on one line.
        language: A BCP 47 tag.
    """
    from sentencex import segment

    found: list[str] = []
    for piece in segment(language.split("-")[0], paragraph):
        part = piece.strip()
        if found and (_goes_on(found[-1], part, language) or _NOTHING_SAID.match(part) or part[:1].islower()):
            found[-1] = f"{found[-1]} {part}" if not _NOTHING_SAID.match(part) else f"{found[-1]}{part}"
        elif part:
            found.append(part)
    return [part for piece in found for half in _halves(piece) for part in _parted(half, language)]


def _halves(piece: str) -> list[str]:
    return [half for first in _AND_SO_ON.split(piece) for half in _MONTH.split(first)]


def _parted(sentence: str, language: str) -> Iterator[str]:
    """The parts of what the library takes for one sentence, where a quotation begins after the end of another sentence."""
    begin = 0
    # In Armenian, a point is what a colon is elsewhere.
    ends = ("։", ":") if language.split("-")[0] == "hy" else (".", "!", "?")
    for span in quotations(sentence):
        mark = span.start - 1
        before = sentence[begin:mark].rstrip()
        if before.endswith(ends) and sentence[span.start : span.start + 1].isupper() and not _is_a_title(before):
            yield before
            begin = mark
    yield sentence[begin:]
