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
_NEEDED = regex.compile(
    r"(?<=[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])\u200b(?=[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])"
    r"|\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f"
    r"|[\p{Extended_Pictographic}\p{Emoji_Modifier}][\ufe0f\U0001f3fb-\U0001f3ff]*"
    r"(?:\u200d\p{Extended_Pictographic}[\ufe0f\U0001f3fb-\U0001f3ff]*)*|[0-9#*]\ufe0f\u20e3"
    r"|(?<=[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}\p{Tamil}\p{Telugu}"
    r"\p{Kannada}\p{Malayalam}\p{Sinhala}])[\u200c\u200d](?!\s)"
)
"""Where invisible characters are needed: between words of scripts without blanks, inside emoji (Unicode Technical Standard 51), and
for the spelling of Persian and the scripts of India (Unicode Standard Annex 31, section 2.3)."""

_UNIT = regex.compile(r"[Δμπ]\p{Latin}{1,2}|\p{Latin}{1,2}Ω|\p{Latin}μ\p{Latin}?")
"""A symbol or a unit such as "kΩ" or "Δt" is no disguise."""

ALPHABETS = ("Latin", "Greek", "Cyrillic", "Armenian", "Cherokee", "Coptic")
"""Alphabets of which many letters look alike."""

_FOREIGN = regex.compile(r"[\p{L}\p{M}]*[\p{Greek}\p{Cyrillic}\p{Armenian}\p{Cherokee}\p{Coptic}][\p{L}\p{M}]*")
_LONE = regex.compile(r"(?<=\p{Latin}\s)[асеіорхуАВЕІКМНОРСТХαοιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ](?=\s\p{Latin})")
"""A letter that stands alone among words of another alphabet, and looks as if it belonged to them."""

_OF = {alphabet: regex.compile(rf"\p{{{alphabet}}}") for alphabet in ALPHABETS}


def alphabets_of(text: str) -> list[str]:
    """The alphabets with letters in a text, of those that can be taken for each other."""
    return [alphabet for alphabet, letter in _OF.items() if letter.search(text)]


def refused_characters(text: str) -> Iterator[tuple[str, str, str]]:
    """What a text must not contain: the characters, what is wrong, and the likely fix."""
    if text.isascii() and text.isprintable():
        return
    yield from unseen_in(text)
    for found in _FOREIGN.finditer(text):
        if len(alphabets := alphabets_of(found.group())) > 1 and not _UNIT.fullmatch(found.group()):
            message = f"the word '{found.group()}' mixes {' and '.join(alphabets)} letters"
            yield found.group(), message, "type it again with letters of one alphabet"
    for found in _LONE.finditer(text):
        message = f"'{found.group()}' is {unicodedata.name(found.group())} among Latin letters"
        yield found.group(), message, "type it again"


def unseen_in(text: str) -> Iterator[tuple[str, str, str]]:
    """The characters of a text that readers cannot see, as in `refused_characters`."""
    allowed = {place for found in _NEEDED.finditer(text) for place in range(found.start(), found.end())}
    for found in _UNSEEN.finditer(text):
        if found.start() not in allowed:
            character = found.group()
            name = unicodedata.name(character, "a control character" if ord(character) < 0xA0 else "not a character")
            message = f"the text contains U+{ord(character):04X} ({name}), which readers cannot see"
            yield character, message, "delete it, or type the word again"
