"""What a program can see in one sentence: its first and last words, its numbers, its words of doubt, and how it gives words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from macros.desk.draft.quotes import Span
from macros.evidence.words import amount, words_of
from macros.models.voice import Mode

_FEWEST, _MOST = 3, 5
_MOST_NUMBERS = 4
_LONGEST_ATTRIBUTION = 9
_WORD = regex.compile(
    r"(?V1)\X(?<=[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])|[[\p{L}\p{M}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]+"
)
_DOUBT = {
    "en": "most likely|very likely|likely|unlikely|probably|possibly|perhaps|maybe|may well|might well|may|might|could|seems? to|appears? to|"
    "apparently|allegedly|reportedly|supposedly|presumably|it seems|rumoured to|rumored to|suspected of",
    "de": "wahrscheinlich|vermutlich|möglicherweise|womöglich|angeblich|mutmaßlich|vielleicht|offenbar|wohl",
    "fr": "probablement|peut-être|sans doute|vraisemblablement|apparemment|il semble|semblerait|pourrait|pourraient",
    "es": "probablemente|posiblemente|quizás?|tal vez|presuntamente|supuestamente|al parecer|podría|podrían",
    "ru": "вероятно|возможно|скорее всего|якобы|предположительно|по-видимому|видимо|может быть|наверное",
    "hy": "հավանաբար|երևի|հնարավոր է|գուցե|կարծես|իբր",
}  # fmt: skip
"""Words that mark that something is not certain, by language, as a pattern."""


def edges(sentence: str) -> tuple[str, str]:
    """The first and the last words of a sentence, as published: three each, or more where three are not enough to find it."""
    words = list(_WORD.finditer(sentence))
    whole = sentence[words[0].start() : words[-1].end()] if words else sentence
    if not words or amount(words_of(whole)) <= _MOST:
        return whole, whole

    def first(count: int) -> str:
        return sentence[words[0].start() : words[count - 1].end()]

    def last(count: int) -> str:
        return sentence[words[-count].start() : words[-1].end()]

    starts = _long_enough(first, len(words))
    ends = _long_enough(last, len(words))
    # Without capitals and marks, the last words may also stand earlier in the sentence.
    plain = [word.normal for word in words_of(sentence)]
    count = len(words_of(ends))
    while _places([word.normal for word in words_of(ends)], plain) > 1 and amount(words_of(last(count + 1))) <= _MOST:
        count += 1
        ends = last(count)
    return starts, ends


def _long_enough(part: Callable[[int], str], limit: int) -> str:
    count = next((n for n in range(1, limit + 1) if amount(words_of(part(n))) >= _FEWEST), limit)
    return part(count)


def _places(needle: list[str], hay: list[str]) -> int:
    return sum(hay[index : index + len(needle)] == needle for index in range(len(hay) - len(needle) + 1))


def numbers_in(sentence: str, starts: str, ends: str, dates: tuple[str, ...]) -> tuple[str, ...]:
    """The numbers of a sentence that are not among its first and last words, each in three words, as published."""
    words = list(_WORD.finditer(sentence))
    body = [(index, word) for index, word in enumerate(words) if regex.search(r"\p{N}", word.group())]
    found: list[str] = []
    dated = {part.lstrip("0") for one in dates for part in one.split("-")}
    for index, word in body:
        if len(found) == _MOST_NUMBERS:
            break
        if (
            word.group() in dated
            or word.group() in starts
            or word.group() in ends
            or any(word.group() in one for one in found)
        ):
            continue
        begin = max(0, min(index - 1, len(words) - _FEWEST))
        phrase = sentence[words[begin].start() : words[min(begin + _FEWEST, len(words)) - 1].end()]
        if _FEWEST <= amount(words_of(phrase)) <= _MOST:
            found.append(phrase)
    return tuple(found)


def short_quotations_in(sentence: str, spans: list[Span]) -> tuple[str, ...]:
    """The quotations of one or two words, each with the words around it, as published: three words or a few more."""
    words = list(_WORD.finditer(sentence))
    found = []
    for span in spans:
        inside = [index for index, word in enumerate(words) if span.start <= word.start() and word.end() <= span.end]
        if 1 <= len(inside) < _FEWEST:
            begin = max(0, min(inside[0] - 1, len(words) - len(inside) - 1))
            last = min(max(inside[-1] + 1, begin + _FEWEST - 1), len(words) - 1)
            # The phrase has both marks of its quotation.
            start = min(words[begin].start(), span.start - 1 if span.start else 0)
            phrase = sentence[start : max(words[last].end(), span.end + span.is_closed)]
            if _FEWEST <= amount(words_of(phrase)) <= _MOST:
                found.append(phrase)
    return tuple(found)


def doubt_in(sentence: str, language: str) -> str:
    """The first words of doubt of a sentence, as published; empty if there are none."""
    pattern = _DOUBT.get(language.split("-")[0])
    found = regex.search(rf"(?i)(?<!\w)(?:{pattern})(?!\w)", sentence) if pattern else None
    return "" if not found or regex.fullmatch("May|MAY", found.group()) else str(found.group()).lower()


def _outside(sentence: str, spans: list[Span]) -> Iterator[str]:
    place = 0
    for span in spans:
        yield sentence[place : max(span.start - 1, place)]
        place = span.end + 1
    yield sentence[place:]


def speech_of(sentence: str, spans: list[Span]) -> Mode:
    """How a sentence gives somebody's words: direct if there is little beside the quotation, mixed if there is more."""
    if not spans:
        return Mode.INDIRECT
    outside = sum(len(words_of(part)) for part in _outside(sentence, spans))
    quoted = sum(len(words_of(sentence[span.start : span.end])) for span in spans)
    return Mode.DIRECT if outside <= _LONGEST_ATTRIBUTION and quoted > outside else Mode.MIXED
