"""Splits text into words, in every script, and brings each word to the forms in which texts are compared.

A word has two forms. `normal` is for finding copies: it ignores capitals, accents, apostrophes and punctuation. `exact` and
`mark` are for verifying quotations: they keep everything that can change the meaning, such as the sign and the currency of a
number, an apostrophe, a capital, or a question mark.

What is one word follows the script. Where a script separates words by blanks, a word is a run of letters, marks and digits.
Marks count, because they are the vowels of Hindi or of vocalised Arabic. Where a script writes no blanks, each grapheme
cluster (Unicode Standard Annex 29) is a word, and `amount` says how much text several of them are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

import regex

RULE = 2
"""Version of the rule of this module. Fingerprints store it, because their hashes depend on it."""

SHINGLE = 3
"""Number of words in a shingle, in scripts that separate words by blanks."""

_IDEOGRAPHS = r"\p{Han}\p{Hiragana}\p{Katakana}\u30fc"
_SYLLABLES = r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}\p{Tai_Tham}"
UNSPACED = _IDEOGRAPHS + _SYLLABLES
"""Letters of the scripts that write no blanks between words, as the inside of a set in a pattern."""

UNSPACED_LETTER = regex.compile(rf"(?V1)[{UNSPACED}]")
"""One of these letters. A word that begins or ends with one can stand directly beside another."""

_PARTS = 6
_IN_A_WORD = {"": 1, "ideographs": 2, "syllables": 3}
"""How many graphemes say about as much as one English word, for each group of scripts."""

_LETTER = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{UNSPACED}]]"
_INSIDE = r"['\u055a-\u055c\u055e]"
"""An apostrophe, or one of the Armenian marks that stand inside a word."""

_TYPED = rf"(?:(?=[{UNSPACED}])\X|{_LETTER}+(?:{_INSIDE}+{_LETTER}+)*[\u055b\u055c\u055e]*)"
_WORD = regex.compile(
    rf"""(?V1x)
    (?P<before> (?: (?<![\p{{L}}\p{{M}}\p{{N}}])[-+±<>≤≥~≈] (?=\p{{Sc}}?\p{{N}}) )? (?: \p{{Sc}}\s? (?=\p{{N}}) )? )
    (?P<typed> {_TYPED} )
    (?P<after> (?: [-/^](?=[\p{{L}}\p{{N}}]) | (?<=\p{{N}}) (?: [.,:'·](?=\p{{N}}) | \s?[%‰°] | \s?\p{{Sc}}(?!\s?\p{{N}}) ) )? )
    (?P<mark> (?: [\p{{Pe}}\p{{Pf}}\p{{Pi}}'"]* [.?!,;:]+ )? )
    """
)
_JOINTS = frozenset("-/^.,:'·")
_OTHER_DIGITS = regex.compile(r"(?V1)[\p{Nd}--[0-9]]")
_LETTERS_INSIDE = regex.compile(_INSIDE)
_PLAIN_WORD = regex.compile(rf"(?V1){_TYPED}")
_SCRIPTS = {
    "ideographs": regex.compile(rf"(?V1)[{_IDEOGRAPHS}]"),
    "syllables": regex.compile(rf"(?V1)[{_SYLLABLES}]"),
}
_IGNORED = regex.compile(r"(?V1)[\p{Cf}\p{Default_Ignorable_Code_Point}\u0640]|(?<=\p{Cyrillic})\u0301")
"""Characters that have no meaning in a word: format characters, variation selectors, the Arabic tatweel, stress marks."""

_SAME = str.maketrans(
    {
        **dict.fromkeys("’ʼ`´‘‛ʻ\u05f3", "'"),
        **dict.fromkeys("‐‑‒–−", "-"),
        # A dash stands between clauses, with blanks or without.
        **dict.fromkeys("—―", " "),
        **dict.fromkeys("。।։۔።", "."),
        **dict.fromkeys("،、٬", ","),
        "٫": ".",
        "٪": "%",
        "⁄": "/",
        "؟": "?",
        "፧": "?",
        "؛": ";",
        # NFKC would make one number of "10²" and of "1½".
        **{character: f"^{character}" for character in "⁰¹²³⁴⁵⁶⁷⁸⁹"},
        **{character: f" {character}" for character in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"},
    }
)
_NEEDED_MARKS = frozenset({0, 7, 8, 9, 103, 118})
"""Canonical combining classes of marks without which another word would remain: vowels, nukta, kana voicing, virama."""

_OMISSION = regex.compile(r"\.{2,}|…")


class Word(NamedTuple):
    """One word of a text.

    Attributes:
        normal: The form for finding copies.
        exact: The form for quotations, with signs and units and what joins it to its neighbours, without the punctuation after it.
        mark: The punctuation after it that can end a clause: one of ". , ; :", or all of "?" and "!".
        typed: The word as typed.
        start: Where it begins in the prepared text, its signs included.
        end: Where it ends there, its punctuation included.
        script: "ideographs" or "syllables" for a script without blanks, else empty.
    """

    normal: str
    exact: str
    mark: str
    typed: str
    start: int
    end: int
    script: str

    @property
    def form(self) -> str:
        """The whole form for quotations: the word, and the punctuation after it."""
        return f"{self.exact}|{self.mark}"


def prepared(text: str) -> str:
    """A text in which equal words are typed alike: Unicode NFKC, one form of each sign and digit, no ignored characters."""
    if text.isascii():
        return _OMISSION.sub(" ", text)
    text = _OMISSION.sub(" ", _IGNORED.sub("", unicodedata.normalize("NFKC", text.translate(_SAME)))).translate(_SAME)
    return _OTHER_DIGITS.sub(lambda digit: str(unicodedata.decimal(digit.group())), text)


def words_of(text: str) -> list[Word]:
    """The words of a text, in order. A hyphen separates words, an apostrophe inside a word does not."""
    words: list[Word] = []
    joined = ""
    for found in _WORD.finditer(prepared(text)):
        is_joined = words and joined and words[-1].end == found.start()
        words.append(_word(found, joined if is_joined else ""))
        joined = found["after"] if found["after"] in _JOINTS else ""
    return words


def _word(found: regex.Match[str], joined: str) -> Word:
    typed: str = found["typed"]
    mark = "".join(character for character in found["mark"] if character in ".?!,;:")
    # Several marks in a row mean what the question marks and exclamation marks among them mean.
    mark = "".join(character for character in mark if character in "?!") or mark[:1]
    # A part of a number or of a compound is not the same as a whole one: "200" of "1,200", "war" of "anti-war".
    exact = f"{joined}{found['before']}{typed}{found['after']}"
    scripts = (name for name, letter in _SCRIPTS.items() if not typed.isascii() and letter.match(typed))
    return Word(_normal(typed), "".join(exact.split()), mark, typed, found.start(), found.end(), next(scripts, ""))


def _normal(word: str) -> str:
    """A word without capitals, apostrophes and optional marks."""
    if word.isascii() and word.isalnum():
        return word.lower()
    if not word.isascii():
        letters = (c for c in unicodedata.normalize("NFD", word.casefold()) if not _is_optional(c))
        word = unicodedata.normalize("NFC", "".join(letters))
    return "".join(_LETTERS_INSIDE.split(word)).casefold()


def _is_optional(character: str) -> bool:
    return unicodedata.combining(character) not in _NEEDED_MARKS


def plain_words(text: str) -> list[str]:
    """The words of a text in their normal form."""
    return [_normal(word) for word in _PLAIN_WORD.findall(prepared(text))]


def amount(words: Iterable[Word]) -> int:
    """How much text some words are, in words of a script with blanks, rounded down."""
    return sum(_PARTS // _IN_A_WORD[word.script] for word in words) // _PARTS


def shingle_size(words: list[Word]) -> int:
    """The number of words in a shingle for a text: three, or as many graphemes as say about as much."""
    scripts = [word.script for word in words]
    return SHINGLE * _IN_A_WORD[max(_IN_A_WORD, key=scripts.count)]


def shingles_of(words: list[str], size: int = SHINGLE) -> list[str]:
    """Overlapping runs of words, in order. A shorter text gives one run of all its words."""
    if not words:
        return []
    return [" ".join(words[start : start + size]) for start in range(max(1, len(words) - size + 1))]
