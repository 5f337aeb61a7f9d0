"""Characters that no text of a dossier may contain, because a reader cannot see them or takes them for others.

An invisible character inside a word hides the word from every comparison. A bidirectional override shows a text in another
order than it has (Unicode Technical Report 36). Letters of two alphabets in one word imitate another word (Unicode Technical
Standard 39, mixed-script confusables).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

_UNSEEN = regex.compile(r"(?V1)[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufffd--[\n\t]]")
_JOINER_NEEDED = regex.compile(
    r"(?<=[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}"
    r"\p{Kannada}\p{Malayalam}\p{Sinhala}])[\u200c\u200d]"
)
"""Persian and the scripts of India need the two joiners for spelling (Unicode Standard Annex 31, section 2.3)."""

ALPHABETS = ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic")
"""Alphabets of which many letters look alike."""

_FOREIGN = regex.compile(r"[\p{L}\p{M}]*[\p{Greek}\p{Cyrillic}\p{Armenian}\p{Cherokee}\p{Coptic}][\p{L}\p{M}]*")
_OF = {alphabet: regex.compile(rf"\p{{{alphabet}}}") for alphabet in ALPHABETS}


def alphabets_of(text: str) -> list[str]:
    """The alphabets with letters in a text, of those that can be taken for each other."""
    return [alphabet for alphabet, letter in _OF.items() if letter.search(text)]


def refused_characters(text: str) -> Iterator[tuple[str, str, str]]:
    """What a text must not contain: the characters, what is wrong, and the likely fix."""
    if text.isascii() and text.isprintable():
        return
    allowed = {found.start() for found in _JOINER_NEEDED.finditer(text)}
    for found in _UNSEEN.finditer(text):
        if found.start() not in allowed:
            character = found.group()
            name = unicodedata.name(character, "a control character" if ord(character) < 0xA0 else "not a character")
            message = f"the text contains U+{ord(character):04X} ({name}), which readers cannot see"
            yield character, message, "delete it, or type the word again"
    for found in _FOREIGN.finditer(text):
        if len(alphabets := alphabets_of(found.group())) > 1:
            message = f"the word '{found.group()}' mixes {' and '.join(alphabets)} letters"
            yield found.group(), message, "type it again with letters of one alphabet"
