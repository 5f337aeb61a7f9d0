"""What a program can see in one sentence: its first and last words, its numbers, its words of doubt, and how it gives words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from macros.desk.draft.quotes import Span
from macros.evidence.words import UNSPACED, amount, plain_words, words_of
from macros.models.characters import refused_characters
from macros.models.voice import Mode

_FEWEST, _MOST = 3, 5
_MOST_TYPED = 3 * _MOST
"""As many letters of a script without blanks say about as much as the most words."""
_UNWRITTEN = "…"
_Test = Callable[[list[str]], bool]
_MOST_NUMBERS = 4
_LONGEST_ATTRIBUTION = 9
_LETTERS = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{UNSPACED}]]+"
_WORD = regex.compile(rf"(?V1)\X(?<=[{UNSPACED}]\p{{M}}*)|{_LETTERS}(?:['’ʼ`´‘‛ʻ\u055a-\u055c\u055e]+{_LETTERS})*")
"""A word as it is typed. An apostrophe inside a word is part of it, as it is for the fingerprint."""
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
    typed = list(_WORD.finditer(sentence))
    plain = plain_words(sentence)
    for whole in (sentence[typed[0].start() : typed[-1].end()] if typed else "", sentence.strip()):
        if amount(words_of(whole)) <= _MOST and plain_words(whole) == plain and can_be_written(whole):
            return whole, whole
    front, back = typed[:_MOST_TYPED], typed[-_MOST_TYPED:]
    starts = _chosen(
        [sentence[front[0].start() : one.end()] for one in front], lambda words: plain[: len(words)] == words
    )
    ends = _chosen(
        [sentence[one.start() : back[-1].end()] for one in reversed(back)],
        lambda words: plain[-len(words) :] == words,
        # Without capitals and marks, the last words may also stand earlier in the sentence.
        lambda words: _places(words, plain) == 1,
    )
    return starts, ends


def _chosen(parts: list[str], is_right: _Test, is_enough: _Test = bool) -> str:
    """As few words as are right and enough, or as many as there may be, or a word or two, which no check compares."""
    written = [one for one in parts if amount(words_of(one)) <= _MOST and can_be_written(one)]
    right = [one for one in written if amount(words_of(one)) >= _FEWEST and is_right(plain_words(one))]
    few = [one for one in written if len(words_of(one)) < _FEWEST]
    return next((one for one in right if is_enough(plain_words(one))), (right or few or [_UNWRITTEN])[-1])


def can_be_written(text: str) -> bool:
    """Whether a text can stand in a seed file: no word in it has letters of two alphabets."""
    return bool(text) and not any(refused_characters(text))


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
        last = min(begin + _FEWEST, len(words)) - 1
        # "71 per cent": the unit is a part of the number.
        last += words[last].group().casefold() == "per" and last + 1 < len(words)
        phrase = sentence[words[begin].start() : words[last].end()]
        if _FEWEST <= amount(words_of(phrase)) <= _MOST and can_be_written(phrase):
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
            if _FEWEST <= amount(words_of(phrase)) <= _MOST and can_be_written(phrase):
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
